// The record of each notice: kept while it waits for the morning, claimed before it is sent, marked after. Between the last
// two only a crash can double a mail, and a second attempt is counted. Called by notify.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { NoticeFault } from '../case/case-file.ts'
import type { Notice } from '../case/notices/notice.ts'
import type { Item } from './writes.ts'
import { ifFree } from './expiry.ts'
import { keys, table, WAITING } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** How long a claim holds: longer than a function runs, shorter than a message stays invisible (ms). */
const LEASE_MS = 120_000

export interface Claim {
  readonly tableName: string
  readonly caseId: string
  readonly seq: number
  readonly notice: Notice
  /** ISO, UTC. */
  readonly at: string
  /** The link the notice carries: issued together with the claim. */
  readonly link: Item
  readonly attempts: number
  readonly refusals: number
}

/** A notice is free for the next who tries: nobody has, it waits, it failed, or the claim of whoever tried has run out. */
const isFree =
  'attribute_not_exists(pk) OR #status IN (:failed, :waiting) OR (#status = :claimed AND claimedAt < :expired)'
const freeNames = { '#status': 'status' }
const freeValues = (at: string) => ({
  ':failed': 'failed',
  ':waiting': 'waiting',
  ':claimed': 'claimed',
  ':expired': new Date(Date.parse(at) - LEASE_MS).toISOString(),
})

/** Claims a notice for sending. @returns false when somebody else sent it or is sending it now. */
export async function claimNotice({
  tableName,
  caseId,
  seq,
  notice,
  at,
  link,
  attempts,
  refusals,
}: Claim): Promise<boolean> {
  const record = {
    seq,
    recipient: notice.recipient,
    kind: notice.kind,
    status: 'claimed',
    claimedAt: at,
    attempts,
    refusals,
  }
  const claim = {
    TableName: tableName,
    Item: { ...keys.notice(caseId, seq, notice.recipient), ...record },
    ConditionExpression: isFree,
    ExpressionAttributeNames: freeNames,
    ExpressionAttributeValues: freeValues(at),
  }
  const issue = { TableName: tableName, Item: link, ...ifFree(at) }
  try {
    await table.send(new TransactWriteCommand({ TransactItems: [{ Put: claim }, { Put: issue }] }))
    return true
  } catch (error) {
    const taken =
      error instanceof TransactionCanceledException && error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed'
    if (taken) return false
    throw error
  }
}

export interface Keep extends Omit<Claim, 'link'> {
  /** ISO, UTC. */
  readonly until: string
}

/** Keeps a notice until an instant; nothing if it was claimed or ended meanwhile. */
export async function keepNotice({
  tableName,
  caseId,
  seq,
  notice,
  at,
  until,
  attempts,
  refusals,
}: Keep): Promise<void> {
  const record = {
    seq,
    recipient: notice.recipient,
    kind: notice.kind,
    status: 'waiting',
    claimedAt: at,
    attempts,
    refusals,
  }
  await writeIfHolds(
    new PutCommand({
      TableName: tableName,
      Item: { ...keys.notice(caseId, seq, notice.recipient), ...record, until, check: WAITING, checkAt: until },
      ConditionExpression: isFree,
      ExpressionAttributeNames: freeNames,
      ExpressionAttributeValues: freeValues(at),
    }),
  )
}

/** Takes a waiting notice out of the digest: it says nothing true any more (`skipped`), or cannot be made (`failed`). */
export async function dropNotice(
  tableName: string,
  caseId: string,
  seq: number,
  recipient: string,
  at: string,
  status: 'skipped' | 'failed' = 'skipped',
) {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keys.notice(caseId, seq, recipient),
      UpdateExpression: 'SET #status = :status, endedAt = :at REMOVE #check, checkAt',
      ConditionExpression: '#status = :waiting',
      ExpressionAttributeNames: { '#status': 'status', '#check': 'check' },
      ExpressionAttributeValues: { ':status': status, ':at': at, ':waiting': 'waiting' },
    }),
  )
}

export type NoticeEnd =
  | { readonly status: 'sent'; readonly mailId: string }
  | { readonly status: 'failed'; readonly refusals: number }
  | { readonly status: 'refused'; readonly refusals: number; readonly fault: NoticeFault }
  | { readonly status: 'skipped' }

/** Writes how a claimed notice ended. `failed` means that it certainly was not sent and may be claimed again at once, `refused` that it never will be. */
export async function endNotice(
  tableName: string,
  caseId: string,
  seq: number,
  recipient: string,
  at: string,
  end: NoticeEnd,
) {
  const { status, ...more } = end
  const names = Object.keys(more)
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keys.notice(caseId, seq, recipient),
      UpdateExpression: ['SET #status = :status, endedAt = :at', ...names.map((name) => `${name} = :${name}`)].join(
        ', ',
      ),
      ConditionExpression: '#status = :claimed',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':status': status,
        ':at': at,
        ':claimed': 'claimed',
        ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`:${name}`, value as string | number])),
      },
    }),
  )
}
