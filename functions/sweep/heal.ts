// One case is checked: was it routed, was everybody told, did its clocks wake it? What is missing is asked for again; a
// case where nothing is missing is settled and leaves the index until its next instant.
import type { CaseEvent } from '../case/case.ts'
import { nextInstant } from '../case/clocks.ts'
import { noticesFor } from '../case/notices.ts'
import { reactionsTo } from '../case/reactions.ts'
import { armClock } from '../clocks/start.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count } from '../edge/log.ts'
import { sendAll } from '../queues/send.ts'
import { checkInstant, later, REACTION_GRACE_MS } from '../store/append.ts'
import { setCheck } from '../store/checks.ts'
import { handle } from '../store/handle.ts'
import { loadCaseFile, type CaseFile, type NoticeRecord } from '../store/load.ts'

const by = { role: 'system' } as const

/** Checks a case at an instant (ISO, UTC) and heals it. @throws when a queue or the table does not take the cure. */
export async function heal(caseId: string, at: string): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const ticked = await handle({ tableName, region, caseId, command: { type: 'Tick', by }, at })
  if (ticked.outcome !== 'done') throw new Error(`The index names the case ${caseId}, which is not there.`)
  const missedTicks = ticked.events.filter((event) => 'clock' in event)
  if (missedTicks.length > 0) count('Healed', missedTicks.length, { caseId, what: 'clock' })
  if (ticked.events.length > 0) return

  const file = await loadCaseFile(tableName, caseId)
  if (!file) return
  const recent = Date.parse(at) - Date.parse(file.state.updatedAt) < REACTION_GRACE_MS
  if (recent)
    return setCheck(
      tableName,
      caseId,
      file.state.version,
      file.settled,
      checkInstant(file.state, file.settled, file.state.updatedAt),
    )
  await rearm(file, at)
  const missing = missingReactions(file, at)
  const { version } = file.state
  if (missing.routing.length + missing.notices.length === 0) {
    const morning = waitingUntil(file)
    if (!morning) return setCheck(tableName, caseId, version, version, checkInstant(file.state, version, at))
    const next = [checkInstant(file.state, version, at), later(morning, REACTION_GRACE_MS)]
      .filter((one) => one !== undefined)
      .sort()
    return setCheck(tableName, caseId, version, file.settled, next[0])
  }
  await ask('ROUTING_QUEUE_URL', caseId, missing.routing, 'routing')
  await ask('NOTICES_QUEUE_URL', caseId, missing.notices, 'notice')
  await setCheck(tableName, caseId, version, file.settled, checkInstant(file.state, file.settled, at))
}

/** Events not yet settled whose reaction cannot be seen, by sequence number. */
export function missingReactions(file: CaseFile, at: string): { routing: number[]; notices: number[] } {
  const region = deployedRegion()
  const unsettled = file.events
    .map((event, index) => ({ event, seq: index + 1 }))
    .filter(({ seq }) => seq > file.settled)
  const inHand = (seq: number, recipient: string) =>
    file.notices.some((one) => one.seq === seq && one.recipient === recipient && isInHand(one, at))
  const untold = ({ event, seq }: { event: CaseEvent; seq: number }) =>
    noticesFor(region, file.state, event).some((notice) => !inHand(seq, notice.recipient))
  return {
    routing:
      file.state.status === 'routing'
        ? unsettled.filter(({ event }) => reactionsTo(event).routing).map(({ seq }) => seq)
        : [],
    notices: unsettled.filter((one) => reactionsTo(one.event).notices && untold(one)).map(({ seq }) => seq),
  }
}

function isInHand({ status, until }: NoticeRecord, at: string): boolean {
  if (status === 'waiting') return until !== undefined && later(until, REACTION_GRACE_MS) > at
  return status === 'sent' || status === 'skipped'
}

/** The first morning at which a notice of this case goes out. */
function waitingUntil({ notices }: CaseFile): string | undefined {
  return notices.flatMap(({ status, until }) => (status === 'waiting' && until ? [until] : [])).sort()[0]
}

/** When no armed clock is left to wake the case, one is armed; its name makes it the one that should have been. */
async function rearm(file: CaseFile, at: string) {
  const next = nextInstant(file.state)
  const armed = file.armedAt !== undefined && file.armedAt > at
  if (next && next > at && !armed) await armClock(environment('CLOCK_ARN'), file.state.id, next, at)
}

async function ask(
  queue: 'ROUTING_QUEUE_URL' | 'NOTICES_QUEUE_URL',
  caseId: string,
  seqs: readonly number[],
  what: string,
) {
  if (seqs.length === 0) return
  const failed = await sendAll(
    environment(queue),
    seqs.map((seq) => ({ v: 1, caseId, seq })),
  )
  if (failed.length > 0) throw new Error(`${failed.length} message(s) were not taken by the queue.`)
  count('Healed', seqs.length, { caseId, what })
}
