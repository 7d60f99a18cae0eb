// Keeps the index by which cases are found by the words of their citizens: an item for each word of a message, by keyed hash, that ends with
// the message. What is written first says which words those are, so that they can be taken away when the message is erased. Called by record
// and npm run rebuild.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Personal } from '../case/case-file.ts'
import { isIndexed, stemsOf } from '../language/terms.ts'
import { type Expiring, isExpired, ttlAfter } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { keyedHashes } from './persons.ts'
import { keys, searchKeys, table } from './table.ts'
import { writeMany } from './write-many.ts'

/** Letters of a hash: 72 bits, so that two words of a region hardly ever share one; where they do, the text itself is compared. */
const HASH_LETTERS = 12
/** Words of one message that are kept: no one writes as many different ones, but a machine might. */
const MOST_WORDS = 300

interface Listed extends Expiring {
  readonly words?: readonly string[]
}

/** The names under which words lie in the index. */
export async function wordHashes(tableName: string, stems: readonly string[]): Promise<string[]> {
  const hashes = await keyedHashes(
    tableName,
    stems.map((stem) => `word ${stem}`),
  )
  return hashes.map((hash) => hash.slice(0, HASH_LETTERS))
}

/** Everything of a message that is searched through. */
export function wordsIn({ text, address = '' }: Pick<Personal, 'text' | 'address'>): string {
  return `${text}\n${address}`
}

/**
 * Lets a case be found by the words of one of its messages, once; a message that is gone is found by none.
 * @param at now (ISO, UTC) @returns how many words were put there @throws Error when the table did not take them all
 */
export async function indexMessage(tableName: string, caseId: string, messageId: string, at: string): Promise<number> {
  const Key = searchKeys.words(caseId, messageId)
  const message = await messageOf(tableName, caseId, messageId, at)
  if (!message) {
    await forgetMessage(tableName, caseId, messageId, at)
    return 0
  }
  const { ttl } = message
  const stems = [...stemsOf(wordsIn(message))].filter(isIndexed).slice(0, MOST_WORDS)
  const words = await wordHashes(tableName, stems)
  await table.send(new PutCommand({ TableName: tableName, Item: { ...Key, words, ttl } }))
  await writeMany(
    tableName,
    words.map((hash) => ({ PutRequest: { Item: { ...searchKeys.word(hash, caseId), ttl } } })),
  )
  // Erased while this was being written: who erased it may have found a part of the words only.
  if (!(await messageOf(tableName, caseId, messageId, at))) await takeAway(tableName, caseId, messageId, words, at)
  return words.length
}

/** Takes the words of a case out of the index, after it was erased. @param at now (ISO, UTC) */
export async function forgetWords(tableName: string, caseId: string, at: string): Promise<void> {
  const { pk, sk } = searchKeys.words(caseId, '')
  const lists = await itemsOf(tableName, pk, sk, `${sk}~`)
  for (const list of lists.filter((one) => !isExpired(one, at)))
    await forgetMessage(tableName, caseId, String(list['sk']).slice(sk.length), at)
}

async function forgetMessage(tableName: string, caseId: string, messageId: string, at: string): Promise<void> {
  const Key = searchKeys.words(caseId, messageId)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  const { words = [] } = (Item ?? {}) as Listed
  if (words.length > 0) await takeAway(tableName, caseId, messageId, words, at)
}

async function takeAway(
  tableName: string,
  caseId: string,
  messageId: string,
  words: readonly string[],
  at: string,
): Promise<void> {
  await writeMany(
    tableName,
    words.map((hash) => ({ DeleteRequest: { Key: searchKeys.word(hash, caseId) } })),
  )
  const Item = { ...searchKeys.words(caseId, messageId), ttl: ttlAfter(at, -1) }
  await table.send(new PutCommand({ TableName: tableName, Item }))
}

type Message = Personal & Required<Expiring>

/** A message whose time is not over, read consistently. */
async function messageOf(
  tableName: string,
  caseId: string,
  messageId: string,
  at: string,
): Promise<Message | undefined> {
  const Key = keys.personal(caseId, messageId)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return Item && Item['text'] !== undefined && !isExpired(Item, at) ? (Item as Message) : undefined
}
