// The record of each notice: kept while it waits for the morning, claimed before it is sent, marked after. Between the last
// two only a crash can double a mail, and a second attempt is counted. Called by notify.
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { NoticeFault } from '../case/case-file.ts'
import type { Notice } from '../case/notices/notice.ts'
import type { Item } from './writes.ts'
import { ifFree } from './expiry.ts'
import { keys, table, WAITING } from './table.ts'
import { writeIfHolds } from './write-if.ts'

/** How long a claim holds: longer than a function runs, shorter than a message stays invisible (ms). */
const LEASE_MS = 120_000

interface Tried {
  readonly tableName: string
  readonly caseId: string
  readonly seq: number
  readonly notice: Notice
  /** ISO, UTC. */
  readonly at: string
  readonly attempts: number
  readonly refusals: number
  /** How many messages of it were sent. */
  readonly parts?: number
}

export interface Claim extends Tried {
  /** The link the notice carries: issued by whoever has the claim. */
  readonly link: Item
}

export interface Keep extends Tried {
  /** ISO, UTC. */
  readonly until: string
}

/** A notice is free for the next who tries: nobody has, it waits, it failed, or the claim of whoever tried has run out. */
const isFree =
  'attribute_not_exists(pk) OR #status IN (:failed, :waiting) OR (#status = :claimed AND claimedAt < :expired)'

/** Claims a notice for sending. @returns false when somebody else sent it or is sending it now. */
export async function claimNotice({ link, ...tried }: Claim): Promise<boolean> {
  const { tableName, at } = tried
  const issue = { TableName: tableName, Item: link, ...ifFree(at) }
  const isClaimed = await writeIfHolds(new PutCommand(writeIfNoticeIsFree(tried, { status: 'claimed' })))
  // One after the other: who stops in between has sent nothing, and the claim runs out. A transaction would cost twice as much.
  if (isClaimed) await table.send(new PutCommand(issue))
  return isClaimed
}

/** Keeps a notice until an instant; nothing if it was claimed or ended meanwhile. */
export async function keepNotice({ until, ...tried }: Keep): Promise<void> {
  const waiting = { status: 'waiting', until, check: WAITING, checkAt: until }
  await writeIfHolds(new PutCommand(writeIfNoticeIsFree(tried, waiting)))
}

/** The writing of a notice's record, with what its tries came to. */
function writeIfNoticeIsFree({ tableName, caseId, seq, notice, at, attempts, refusals, parts }: Tried, more: object) {
  const { recipient, kind } = notice
  return {
    TableName: tableName,
    Item: {
      ...{ ...keys.notice(caseId, seq, recipient), seq, recipient, kind, claimedAt: at, attempts, refusals },
      ...(parts !== undefined && { parts }),
      ...more,
    },
    ConditionExpression: isFree,
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':failed': 'failed',
      ':waiting': 'waiting',
      ':claimed': 'claimed',
      ':expired': new Date(Date.parse(at) - LEASE_MS).toISOString(),
    },
  }
}

/** Notes of a claimed notice how many messages of it were sent. */
export async function noteParts(
  tableName: string,
  caseId: string,
  seq: number,
  recipient: string,
  parts: number,
): Promise<void> {
  await writeIfHolds(
    new UpdateCommand({
      TableName: tableName,
      Key: keys.notice(caseId, seq, recipient),
      UpdateExpression: 'SET parts = :parts',
      ConditionExpression: '#status = :claimed',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':parts': parts, ':claimed': 'claimed' },
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
