// Keeps tables that other systems give: how the columns of each source are read, what was uploaded with its rows in parts, which parts are
// done, and which case each number of a source is. Rows hold citizens' words and end after days. Called by imports.
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Instant } from '../calendar/instant.ts'
import type { Personal } from '../case/case-file.ts'
import { isExpired, ttlAfter } from './expiry.ts'
import { itemsOf } from './partition.ts'
import { readMany } from './read-many.ts'
import { type Key, keys, table, tableKeys } from './table.ts'
import { writeIfHolds } from './write-if.ts'
import type { Item } from './writes.ts'

/** How long rows are kept (days): until whoever uploaded them is done. */
const ROW_DAYS = 3
/** How long it is known what was uploaded (days). */
const LISTED_DAYS = 30
const LISTED = 20

/** A source: how the tables of one system are read. Its id and its name stay. */
export interface Source {
  readonly id: string
  readonly name: string
  readonly channel: 'pos' | 'incident'
  /** The heading of each field's column. */
  readonly columns: Readonly<Record<string, string>>
  /** All headings, as they stood in the table that was read last. */
  readonly headings: readonly string[]
  readonly version: number
}

export interface Row {
  readonly line: number
  readonly cells: readonly string[]
  readonly faults?: Readonly<Record<string, string>>
  readonly uneven?: number
  readonly hidden?: true
}

/** What was uploaded. */
export interface Upload {
  readonly id: string
  readonly source: string
  readonly file: string
  readonly at: Instant
  readonly by: string
  readonly headings: readonly string[]
  readonly dropped: readonly string[]
  readonly contacts: boolean
  readonly encoding?: string
  readonly sheet?: string
  readonly otherSheets: readonly string[]
  readonly rows: number
  readonly parts: number
  /** Since it is taken in: when, with which columns, and which rows beside those without mistakes. */
  readonly started?: Started
}

export interface Started {
  readonly at: Instant
  readonly by: string
  readonly columns: Readonly<Record<string, string>>
  readonly withHidden: boolean
}

export type Became = 'created' | 'changed' | 'same' | 'failed' | 'gone'
export interface Outcome {
  readonly line: number
  readonly became: Became
  readonly caseId?: string
}

export async function sourcesOf(tableName: string): Promise<Source[]> {
  return (await itemsOf(tableName, tableKeys.source('').pk)) as unknown as Source[]
}

export async function sourceNamed(tableName: string, id: string): Promise<Source | undefined> {
  const Key = tableKeys.source(id)
  return (await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item as
    Source | undefined
}

/** @returns false when somebody else changed it meanwhile: nothing is written */
export function keepSource(tableName: string, source: Source): Promise<boolean> {
  return writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: { ...tableKeys.source(source.id), ...source, version: source.version + 1 },
      ConditionExpression: 'attribute_not_exists(pk) OR version = :version',
      ExpressionAttributeValues: { ':version': source.version },
    }),
  )
}

/** Keeps an upload, its rows before its head: what has a head is whole. */
export async function keepUpload(tableName: string, upload: Upload, parts: readonly (readonly Row[])[]): Promise<void> {
  const ttl = ttlAfter(upload.at, ROW_DAYS)
  const put = (Item: Item) => table.send(new PutCommand({ TableName: tableName, Item }))
  for (const [part, rows] of parts.entries()) await put({ ...tableKeys.rows(upload.id, part), rows, ttl })
  await put({ ...tableKeys.upload(upload.id), ...upload, ttl })
  const { id, source, file, at, by, rows } = upload
  await put({ ...tableKeys.listed(at, id), id, source, file, at, by, rows, ttl: ttlAfter(at, LISTED_DAYS) })
}

export async function uploadNamed(tableName: string, id: string, at: Instant): Promise<Upload | undefined> {
  const Key = tableKeys.upload(id)
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))
  return Item && !isExpired(Item, at) ? (Item as unknown as Upload) : undefined
}

/** What was uploaded last, the newest first. */
export async function lastUploads(
  tableName: string,
): Promise<Pick<Upload, 'id' | 'source' | 'file' | 'at' | 'by' | 'rows'>[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': tableKeys.listed('', '').pk },
      ScanIndexForward: false,
      Limit: LISTED,
    }),
  )
  return Items as unknown as Upload[]
}

/** Notes once that it is taken in, and how. @returns false where it was before */
export function start(tableName: string, upload: Upload, started: Started): Promise<boolean> {
  const ttl = ttlAfter(upload.at, ROW_DAYS)
  return writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: { ...tableKeys.upload(upload.id), ...upload, started, ttl },
      ConditionExpression: 'attribute_not_exists(started)',
    }),
  )
}

/** The rows of each part. */
export async function partsOf(tableName: string, { id, parts }: Pick<Upload, 'id' | 'parts'>): Promise<Row[][]> {
  const [first, last] = [tableKeys.rows(id, 0), tableKeys.rows(id, parts)]
  const items = await itemsOf(tableName, first.pk, first.sk, last.sk)
  return items.map(({ rows }) => rows as Row[])
}

/** What became of each part that is done, by its number. */
export async function outcomesOf(
  tableName: string,
  { id, parts }: Pick<Upload, 'id' | 'parts'>,
): Promise<ReadonlyMap<number, readonly Outcome[]>> {
  const [first, last] = [tableKeys.done(id, 0), tableKeys.done(id, parts)]
  const items = await itemsOf(tableName, first.pk, first.sk, last.sk)
  return new Map(items.map(({ sk, outcomes }) => [Number(String(sk).slice(5)), outcomes as Outcome[]]))
}

/** The first report of a part stays: what comes after it found all as it was. */
export async function noteOutcomes(
  tableName: string,
  upload: Upload,
  part: number,
  outcomes: readonly Outcome[],
): Promise<void> {
  await writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: { ...tableKeys.done(upload.id, part), outcomes, ttl: ttlAfter(upload.at, ROW_DAYS) },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  )
}

/** What a number of a source became. */
export interface Given {
  readonly caseId: string
  /** Under which the citizen's words are kept. */
  readonly messageId: string
  readonly at: Instant
}

/** Written with the case that a number of a source became. */
export function givenItem(source: string, number: string, given: Given): Item {
  return { ...tableKeys.given(source, number), ...given }
}

/** The cases of a source that came since an instant. */
export async function casesGiven(tableName: string, source: string, since: Instant): Promise<Given[]> {
  const items = (await itemsOf(tableName, tableKeys.given(source, '').pk)) as unknown as Given[]
  return items.filter(({ at }) => at >= since)
}

/** The cases that numbers of a source are already, by number. */
export async function casesOfNumbers(
  tableName: string,
  source: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const items = await itemsAt(
    tableName,
    numbers.map((number) => tableKeys.given(source, number)),
  )
  return new Map(items.map(({ sk, caseId }) => [String(sk), String(caseId)]))
}

/** What citizens wrote, by case; without those whose time is over at an instant. */
export async function wordsOf(tableName: string, given: readonly Given[], at: Instant): Promise<Map<string, Personal>> {
  const byMessage = new Map(given.map(({ caseId, messageId }) => [messageId, caseId]))
  const items = await itemsAt(
    tableName,
    given.map(({ caseId, messageId }) => keys.personal(caseId, messageId)),
  )
  const there = items.filter((item) => !isExpired(item, at)) as unknown as Personal[]
  return new Map(there.map((one) => [byMessage.get(one.messageId) ?? '', one]))
}

async function itemsAt(tableName: string, all: readonly Key[]): Promise<Record<string, unknown>[]> {
  return [...(await readMany(tableName, all, { isConsistent: true })).values()]
}
