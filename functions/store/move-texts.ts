// Moves what was written in the events of a case to where it ends in time, and puts the case into the index of persons: for
// cases that were stored before either was there. Called by npm run rebuild.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Personal } from '../case/case-file.ts'
import { textShelf } from '../case/texts.ts'
import { pack, unpack } from './packed.ts'
import { itemsOf } from './partition.ts'
import { personHashes, personItem } from './persons.ts'
import { keys, LAST_SEQ, table } from './table.ts'
import { hasTextWithin, textsIn, textsItem } from './texts.ts'

/** How many events of a case still hold their texts themselves. */
export async function countUnmoved(tableName: string, caseId: string): Promise<number> {
  const { pk, sk } = keys.event(caseId, 1)
  const events = await itemsOf(tableName, pk, sk, keys.event(caseId, LAST_SEQ).sk)
  return events.filter(({ event }) => hasTextWithin(unpack(event))).length
}

/**
 * Moves the texts of a case; whatever is erased meanwhile stays erased.
 * @param days how long what was written is kept, from when it was @param at now (ISO, UTC)
 */
export async function moveTexts(tableName: string, caseId: string, days: number, at: string): Promise<void> {
  const items = await itemsOf(tableName, keys.snapshot(caseId).pk)
  const shelf = textShelf(textsIn(items, at))
  for (const item of items.filter(({ event }) => hasTextWithin(unpack(event)))) {
    const seq = Number(String(item['sk']).slice(2))
    const event = unpack(item['event']) as { readonly at: string }
    const bare = { ...item, event: pack(shelf.takeOut(event, seq)) }
    const added = shelf.added.get(seq)
    const texts = added && { Put: { TableName: tableName, Item: textsItem(caseId, seq, added, event.at, days) } }
    const move = {
      Put: {
        TableName: tableName,
        Item: bare,
        ConditionExpression: 'event = :event',
        ExpressionAttributeValues: { ':event': item['event'] },
      },
    }
    await writeUnlessChanged([move, ...(texts ? [texts] : [])])
  }
}

interface Message extends Personal {
  readonly ttl: number
  readonly persons?: readonly string[]
}

/** The messages of a case whose authors npm run erase does not find. */
export async function unindexed(tableName: string, caseId: string): Promise<Message[]> {
  const messages = await itemsOf(tableName, keys.snapshot(caseId).pk, 'P#', 'P#~')
  return (messages as unknown as Message[]).filter(
    ({ author, persons }) => (author?.email || author?.phone) && persons === undefined,
  )
}

/** Lets the authors of these messages be found. */
export async function indexPersons(tableName: string, caseId: string, messages: readonly Message[]): Promise<void> {
  for (const message of messages) {
    const persons = await personHashes(tableName, message.author!)
    const items = persons.map((hash) => ({
      Put: { TableName: tableName, Item: personItem(hash, caseId, message.ttl) },
    }))
    const known = {
      Put: {
        TableName: tableName,
        Item: { ...message, persons },
        ConditionExpression: 'author = :author',
        ExpressionAttributeValues: { ':author': message.author },
      },
    }
    await writeUnlessChanged([known, ...items])
  }
}

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>

async function writeUnlessChanged(TransactItems: Writes): Promise<void> {
  try {
    await table.send(new TransactWriteCommand({ TransactItems }))
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error
  }
}
