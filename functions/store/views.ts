// The views that somebody of the console keeps: filters of lists under names of their own, in one item that is changed on condition that nobody
// changed it meanwhile. Whose they are is a keyed hash of their address, so that they outlast a change of the directory. Called by console.
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { keyedHashes } from './persons.ts'
import { consoleKeys, table } from './table.ts'
import { writeIfHolds } from './write-if.ts'

export interface SavedView {
  /** Of the form that made it: the same form makes it once. */
  readonly id: string
  readonly name: string
  /** Below the console's address: "queue?list=open&municipality=groznyy". */
  readonly page: string
  /** Shown on the first page, with its count. */
  readonly pinned: boolean
}

export const MOST_VIEWS = 20
/** Each is counted whenever the first page is opened. */
export const MOST_PINNED = 5

export type ChangedViews = readonly SavedView[] | 'too many' | 'too many pinned'

interface Stored {
  readonly version: number
  readonly views: readonly SavedView[]
}

const TRIES = 5

/** The views of whoever has this e-mail address, in the order in which they were made. */
export async function viewsOf(tableName: string, email: string): Promise<readonly SavedView[]> {
  return (await load(tableName, await ownerOf(tableName, email))).views
}

/**
 * Changes them; what two do at once is done one after the other.
 * @param change what they become @throws Error when others kept changing them
 */
export async function changeViews(
  tableName: string,
  email: string,
  change: (views: readonly SavedView[]) => readonly SavedView[],
): Promise<ChangedViews> {
  const owner = await ownerOf(tableName, email)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { version, views: before } = await load(tableName, owner)
    const views = change(before)
    if (views.length > MOST_VIEWS) return 'too many'
    if (views.filter(({ pinned }) => pinned).length > MOST_PINNED) return 'too many pinned'
    const put = new PutCommand({
      TableName: tableName,
      Item: { ...consoleKeys.views(owner), version: version + 1, views },
      ConditionExpression: 'attribute_not_exists(pk) OR version = :version',
      ExpressionAttributeValues: { ':version': version },
    })
    if (await writeIfHolds(put)) return views
  }
  throw new Error(`Views were changed by others ${TRIES} times.`)
}

async function load(tableName: string, owner: string): Promise<Stored> {
  const Key = consoleKeys.views(owner)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return (Item as Stored | undefined) ?? { version: 0, views: [] }
}

async function ownerOf(tableName: string, email: string): Promise<string> {
  const [hash] = await keyedHashes(tableName, [`views ${email.toLowerCase()}`])
  return hash!
}
