// One case is checked: was it routed, was everybody told, was it counted, did its clocks wake it? What is missing is
// asked for again; a case where nothing is missing is settled and leaves the index until its next instant.
import { nextInstant } from '../case/clocks.ts'
import { armClock } from '../clocks/start.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count } from '../edge/log.ts'
import { sendAll } from '../queues/send.ts'
import { checkInstant, later, REACTION_GRACE_MS } from '../store/append.ts'
import { setCheck } from '../store/checks.ts'
import { handle } from '../store/handle.ts'
import { loadCaseFile, type CaseFile } from '../store/load.ts'
import { missingReactions, waitingUntil } from './missing.ts'

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
  const missing = missingReactions(region, file, at)
  const { version } = file.state
  if (missing.routing.length + missing.notices.length + missing.statistics.length === 0) {
    const morning = waitingUntil(file)
    if (!morning) return setCheck(tableName, caseId, version, version, checkInstant(file.state, version, at))
    const next = [checkInstant(file.state, version, at), later(morning, REACTION_GRACE_MS)]
      .filter((one) => one !== undefined)
      .sort()
    return setCheck(tableName, caseId, version, file.settled, next[0])
  }
  await ask('ROUTING_QUEUE_URL', caseId, missing.routing, 'routing')
  await ask('NOTICES_QUEUE_URL', caseId, missing.notices, 'notice')
  await ask('STATISTICS_QUEUE_URL', caseId, missing.statistics, 'count')
  await setCheck(tableName, caseId, version, file.settled, checkInstant(file.state, file.settled, at))
}

/** When no armed clock is left to wake the case, one is armed; its name makes it the one that should have been. */
async function rearm(file: CaseFile, at: string) {
  const next = nextInstant(file.state)
  const armed = file.armedAt !== undefined && file.armedAt > at
  if (next && next > at && !armed) await armClock(environment('CLOCK_ARN'), file.state.id, next, at)
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
