// One case is checked: was it routed, was everybody told, was it counted, did its clocks wake it? What is missing is
// asked for again; a case where nothing is missing is settled and leaves the index until its next instant.
import type { CaseEvent } from '../case/case.ts'
import { nextInstant } from '../case/clocks.ts'
import { noticesFor } from '../case/notices.ts'
import { reactionsTo } from '../case/reactions.ts'
import { armClock } from '../clocks/start.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count } from '../edge/log.ts'
import { sendAll } from '../queues/send.ts'
import { checkInstant, REACTION_GRACE_MS } from '../store/append.ts'
import { setCheck } from '../store/checks.ts'
import { handle } from '../store/handle.ts'
import { endingsIn } from '../statistics/measure.ts'
import { loadCaseFile, type CaseFile } from '../store/load.ts'

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
  const missing = missingReactions(file)
  const { version } = file.state
  if (missing.routing.length + missing.notices.length + missing.statistics.length === 0) {
    return setCheck(tableName, caseId, version, version, checkInstant(file.state, version, at))
  }
  await ask('ROUTING_QUEUE_URL', caseId, missing.routing, 'routing')
  await ask('NOTICES_QUEUE_URL', caseId, missing.notices, 'notice')
  await ask('STATISTICS_QUEUE_URL', caseId, missing.statistics, 'count')
  await setCheck(tableName, caseId, version, file.settled, checkInstant(file.state, file.settled, at))
}

/** Events not yet settled whose reaction cannot be seen, by sequence number. */
export function missingReactions(file: CaseFile): { routing: number[]; notices: number[]; statistics: number[] } {
  const region = deployedRegion()
  const unsettled = file.events
    .map((event, index) => ({ event, seq: index + 1 }))
    .filter(({ seq }) => seq > file.settled)
  const ended = (seq: number, recipient: string) =>
    file.notices.some(
      (one) => one.seq === seq && one.recipient === recipient && (one.status === 'sent' || one.status === 'skipped'),
    )
  const untold = ({ event, seq }: { event: CaseEvent; seq: number }) =>
    noticesFor(region, file.state, event).some((notice) => !ended(seq, notice.recipient))
  return {
    routing:
      file.state.status === 'routing'
        ? unsettled.filter(({ event }) => reactionsTo(event).routing).map(({ seq }) => seq)
        : [],
    notices: unsettled.filter((one) => reactionsTo(one.event).notices && untold(one)).map(({ seq }) => seq),
    statistics: endingsIn(file.state.id, file.events).filter(
      (seq) => seq > file.settled && !file.counted.includes(seq),
    ),
  }
}

/** When no armed clock is left to wake the case, one is armed; its name makes it the one that should have been. */
async function rearm(file: CaseFile, at: string) {
  const next = nextInstant(file.state)
  const armed = file.armedAt !== undefined && file.armedAt > at
  if (next && next > at && !armed) await armClock(environment('CLOCK_ARN'), file.state.id, next)
}

async function ask(
  queue: 'ROUTING_QUEUE_URL' | 'NOTICES_QUEUE_URL' | 'STATISTICS_QUEUE_URL',
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
