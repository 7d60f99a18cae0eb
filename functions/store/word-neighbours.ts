// Finds the cases that have most of a message's words, in the index of words: what two messages about one thing have in common, whoever has them by
// now. No decision is taken from it: whoever shows a case reads it. Called where cases about the same are looked for.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { isExpired } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { searchKeys, table } from './table.ts'

/** Words that are looked up; a longer message has enough of them. */
const MOST_WORDS = 40
/** The newest cases of each word. */
const MOST_OF_WORD = 100
/** Cases that share fewer of them are about something else. */
const FEWEST_SHARED = 4

/**
 * The cases since a day that share the most words with a case, the most first; none where the region keeps no words.
 * @param since a local date @param at now (ISO, UTC)
 */
export async function neighboursByWords(
  tableName: string,
  caseId: string,
  since: string,
  limit: number,
  at: string,
): Promise<string[]> {
  const { pk, sk } = searchKeys.words(caseId, '')
  const lists = await itemsOf(tableName, pk, sk, `${sk}~`)
  const hashes = lists.flatMap((list) => (isExpired(list, at) ? [] : ((list['words'] as string[] | undefined) ?? [])))
  const first = `${caseId.split('-')[0]}-${since.slice(2).replaceAll('-', '')}`
  const found = await Promise.all(hashes.slice(0, MOST_WORDS).map((hash) => casesWith(tableName, hash, first, at)))
  const shared = new Map<string, number>()
  for (const id of found.flat()) shared.set(id, (shared.get(id) ?? 0) + 1)
  shared.delete(caseId)
  return [...shared]
    .filter(([, count]) => count >= FEWEST_SHARED)
    .toSorted(([one, many], [other, more]) => more - many || (one < other ? 1 : -1))
    .slice(0, limit)
    .map(([id]) => id)
}

async function casesWith(tableName: string, hash: string, first: string, at: string): Promise<string[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND sk >= :first',
      ExpressionAttributeValues: { ':pk': searchKeys.word(hash, '').pk, ':first': first },
      ScanIndexForward: false,
      Limit: MOST_OF_WORD,
    }),
  )
  return Items.flatMap((item) => (isExpired(item, at) ? [] : [String(item['sk'])]))
}
