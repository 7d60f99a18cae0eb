// Keeps the index by which cases are found by the words of their citizens: an item for each word of a message, by keyed hash, that ends with
// the message. What is written first says which words those are, so that they can be taken away when the message is erased. Called by record
// and npm run rebuild.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Personal } from '../case/case-file.ts'
import { isIndexed, stemsOf } from '../language/terms.ts'
import { type Expiring, isExpired, ttlAfter } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { keyedHashes } from './persons.ts'
import { idOf, type Pause, readMany } from './read-many.ts'
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

/** A citizen's message to a case. */
export interface MessageName {
  readonly caseId: string
  readonly messageId: string
}

/**
 * Lets cases be found by the words of some of their messages, once; a message that is gone is found by none.
 * @param at now (ISO, UTC) @returns how many words of each were put there, in the order of the messages @throws Error when the table did not take them all
 */
export async function indexMessages(
  tableName: string,
  messages: readonly MessageName[],
  at: string,
  pause: Pause,
): Promise<number[]> {
  const found = await messagesOf(tableName, messages, at, pause)
  const indexed: (MessageName & { readonly words: readonly string[]; readonly ttl: number })[] = []
  for (const { caseId, messageId } of messages) {
    const message = found.get(idOf(keys.personal(caseId, messageId)))
    if (!message) await forgetMessage(tableName, caseId, messageId, at)
    else {
      const stems = [...stemsOf(wordsIn(message))].filter(isIndexed).slice(0, MOST_WORDS)
      indexed.push({ caseId, messageId, words: await wordHashes(tableName, stems), ttl: message.ttl })
    }
  }
  // Every list before any word: who erases a case meanwhile takes away what the list says.
  await Promise.all(
    indexed.map(({ caseId, messageId, words, ttl }) =>
      table.send(
        new PutCommand({ TableName: tableName, Item: { ...searchKeys.words(caseId, messageId), words, ttl } }),
      ),
    ),
  )
  const items = indexed.flatMap(({ caseId, words, ttl }) =>
    words.map((hash) => ({ ...searchKeys.word(hash, caseId), ttl })),
  )
  // A word that two messages of a case share is one item, which ends with the later one.
  const once = new Map(items.toSorted((one, other) => one.ttl - other.ttl).map((item) => [idOf(item), item]))
  await writeMany(
    tableName,
    [...once.values()].map((Item) => ({ PutRequest: { Item } })),
  )
  // Erased while this was being written: who erased it may have found a part of the words only.
  const still = await messagesOf(tableName, indexed, at, pause)
  for (const { caseId, messageId, words } of indexed)
    if (!still.has(idOf(keys.personal(caseId, messageId)))) await takeAway(tableName, caseId, messageId, words, at)
  return messages.map((one) => indexed.find((other) => isSame(one, other))?.words.length ?? 0)
}

function isSame(one: MessageName, other: MessageName): boolean {
  return one.caseId === other.caseId && one.messageId === other.messageId
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

/** Those messages whose time is not over, read consistently, by `idOf` their key. */
async function messagesOf(
  tableName: string,
  messages: readonly MessageName[],
  at: string,
  pause: Pause,
): Promise<Map<string, Message>> {
  const names = messages.map(({ caseId, messageId }) => keys.personal(caseId, messageId))
  const found = await readMany(tableName, names, { isConsistent: true, pause })
  return new Map(
    [...found].flatMap(([id, item]) =>
      item['text'] !== undefined && !isExpired(item, at) ? [[id, item as unknown as Message] as const] : [],
    ),
  )
}
