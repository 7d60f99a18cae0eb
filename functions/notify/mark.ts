// The last step of a delivery: what became of the claimed notices is written. A notice that is refused time and again ends, and
// the sweep tells its case that it did not arrive, so that somebody else is asked. Called by deliver.
import { later } from '../case/clocks/waking.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import type { Handed } from '../mail/courier.ts'
import { endNotice, type NoticeEnd } from '../store/notices.ts'
import { type Claimed, keep } from './claim.ts'
import { type Effects, type PendingNotice, recordOf } from './pending-notice.ts'

/** How often a notice may be refused: fewer times than its queue delivers a message. */
export const REFUSALS = 4
/** How long notices that failed as one mail wait to be sent as one again (ms), and how often they are. */
const PUT_OFF_MS = 10 * 60_000
const TOGETHER_TRIES = 6

type Refused = Extract<Handed, { outcome: 'refused' }>

export async function markSent(claimed: readonly Claimed[], id: string, { now }: Effects): Promise<void> {
  for (const { owed } of claimed) {
    await end(owed, now(), { status: 'sent', mailId: id })
    const { file, seq, notice } = owed
    log('notice sent', { caseId: file.state.id, seq, kind: notice.kind, together: claimed.length })
  }
}

/** Nobody can be written to: the citizen left no address, or it was erased. */
export async function markSkipped(claimed: readonly Claimed[], { now }: Effects): Promise<void> {
  for (const { owed } of claimed) {
    await end(owed, now(), { status: 'skipped' })
    log('notice has no address', { caseId: owed.file.state.id, kind: owed.notice.kind })
  }
}

/** The address was told of as many new cases as it may be that day. */
export async function markWithheld({ owed }: Claimed, { now }: Effects): Promise<void> {
  await end(owed, now(), { status: 'skipped' })
  const caseId = owed.file.state.id
  log('notice withheld', { caseId, kind: owed.notice.kind })
  count('NoticeWithheld', 1, deployedRegion(), { caseId })
}

/** The address wants no such mails: the sweep tells the case. */
export async function markUnwanted({ owed }: Claimed, { now }: Effects): Promise<void> {
  const { file, seq, notice } = owed
  await end(owed, now(), { status: 'refused', refusals: recordOf(owed)?.refusals ?? 0, fault: 'unwanted' })
  log('notice unwanted', { caseId: file.state.id, seq, kind: notice.kind })
  count('NoticeUnwanted', 1, deployedRegion(), { caseId: file.state.id })
}

/** Nobody knows whether it arrived: it is not sent again, and the sweep tells the case. */
export async function markUnsure(claimed: readonly Claimed[], error: unknown, { now }: Effects): Promise<void> {
  for (const { owed } of claimed) {
    await end(owed, now(), { status: 'refused', refusals: recordOf(owed)?.refusals ?? 0, fault: 'unsure' })
    const named = { caseId: owed.file.state.id, seq: owed.seq, kind: owed.notice.kind }
    logError('notice in doubt', error, named)
    count('NoticeInDoubt', 1, deployedRegion(), named)
  }
}

/** Keeps claimed notices until an instant (ISO, UTC): they were certainly not sent, and before it none will be. */
export async function putOff(claimed: readonly Claimed[], until: string, { now }: Effects): Promise<void> {
  for (const { owed } of claimed) {
    const at = now()
    const refusals = recordOf(owed)?.refusals ?? 0
    await end(owed, at, { status: 'failed', refusals })
    await keep(owed, at, until, { attempts: (recordOf(owed)?.attempts ?? 0) + 1, refusals })
  }
}

/** Gives claims back: the notices were certainly not sent and are tried again, however often. */
export async function giveBack(claimed: readonly Claimed[], together: boolean, { now }: Effects): Promise<void> {
  for (const { owed } of claimed) await tryAgain(owed, now(), together, recordOf(owed)?.refusals ?? 0)
}

/** @returns how many are to be tried again; the others have ended. */
export async function markRefused(
  claimed: readonly Claimed[],
  { fault, error, final }: Refused,
  together: boolean,
  { now }: Effects,
): Promise<number> {
  let left = 0
  for (const { owed } of claimed) {
    const at = now()
    const refusals = (recordOf(owed)?.refusals ?? 0) + 1
    if (refusals < REFUSALS && !final) {
      left += 1
      await tryAgain(owed, at, together, refusals)
      continue
    }
    const { file, seq, notice } = owed
    await end(owed, at, { status: 'refused', refusals, fault })
    const named = { caseId: file.state.id, seq, kind: notice.kind }
    logError('notice refused for good', error, named)
    count('NoticeRefused', 1, deployedRegion(), named)
  }
  return left
}

/** Notices that failed as one mail wait to be sent as one mail again: one by one they would be many mails, just when SES refuses some. */
async function tryAgain(owed: PendingNotice, at: string, together: boolean, refusals: number): Promise<void> {
  await end(owed, at, { status: 'failed', refusals })
  const attempts = (recordOf(owed)?.attempts ?? 0) + 1
  if (together && attempts < TOGETHER_TRIES) await keep(owed, at, later(at, PUT_OFF_MS), { attempts, refusals })
}

function end({ file, seq, notice }: PendingNotice, at: string, how: NoticeEnd): Promise<void> {
  return endNotice(environment('TABLE_NAME'), file.state.id, seq, notice.recipient, at, how)
}
