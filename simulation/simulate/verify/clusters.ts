// Verifies several reports of one problem against each other: a merge is one act on two cases, and the end of the one
// that carries the work reaches every other. Called by verify.ts.
import type { CaseEvent, EventOf } from '../../../functions/case/events.ts'
import type { Account, Violation } from './account.ts'
import type { Page } from './page.ts'

const MINUTE = 60_000
/** When the end of a case has reached those merged into it, if queues lose and delay what they can. */
const REACHED_MS = 90 * MINUTE
const SWEEP_MS = 5 * MINUTE

interface Told {
  readonly account: Account
  readonly pages: readonly Page[]
}
type End = EventOf<'answer_approved' | 'rejected' | 'closed'>

export function clusterViolations(told: readonly Told[]): Violation[] {
  if (told.length < 2) return []
  const violations: Violation[] = []
  for (const { account, pages } of told)
    for (const [index, event] of account.events.entries()) {
      const broken = (rule: string, detail: string) =>
        violations.push({ rule, caseId: account.caseId, seq: index + 1, detail })
      const eventsOf = (id: string | undefined) => told.find((one) => one.account.caseId === id)?.account.events ?? []
      const before = pages[index]!
      const parent = eventsOf(before.mergedInto)
      const other = otherSide(event, before, account.caseId, eventsOf)
      if (other === false) broken('a merge is one act on two cases', event.type)
      if (event.type === 'answer_shared' && !endBefore(parent, account.caseId, event, isAnswer(event.text)))
        broken('only the end of a cluster reaches its cases', `an answer that was not given: ${event.text}`)
      if (isRelease(event) && !endBefore(parent, account.caseId, event, () => true))
        broken('only the end of a cluster reaches its cases', `let go by ${before.mergedInto}, which has not ended`)
      if (!isEnd(event)) continue
      for (const child of before.children) {
        const by = lastMoment(account, Date.parse(event.at))
        const reached = eventsOf(child).some((one) => isReached(one, event.at, by))
        if (by <= account.until && !reached) broken('the end of a case reaches those merged into it', child)
      }
    }
  return violations
}

/** Whether the other case has its side of the act; undefined where there is no other side. */
function otherSide(
  event: CaseEvent,
  { mergedInto }: Page,
  caseId: string,
  eventsOf: (id: string | undefined) => readonly CaseEvent[],
): boolean | undefined {
  const has = (id: string | undefined, is: (one: CaseEvent) => boolean) =>
    eventsOf(id).some((one) => one.at === event.at && is(one))
  switch (event.type) {
    case 'merged':
      return has(event.into, (one) => one.type === 'joined' && one.child === caseId)
    case 'joined':
      return has(event.child, (one) => one.type === 'merged' && one.into === caseId)
    case 'unmerged':
      if (isRelease(event)) return undefined
      return has(mergedInto, (one) => one.type === 'parted' && one.child === caseId)
    case 'parted':
      return has(event.child, (one) => one.type === 'unmerged')
    default:
      return undefined
  }
}

/** Whether the first end of the cluster since the case joined it was before an event, and such a one. */
function endBefore(parent: readonly CaseEvent[], child: string, event: CaseEvent, is: (end: End) => boolean): boolean {
  const upTo = parent.filter(({ at }) => at <= event.at)
  const joined = upTo.findLastIndex((one) => one.type === 'joined' && one.child === child)
  const end = upTo.slice(joined + 1).find(isEnd)
  return joined >= 0 && end !== undefined && is(end)
}

function isEnd(event: CaseEvent): event is End {
  if (event.type === 'answer_approved') return event.kind === 'final'
  return event.type === 'rejected' || event.type === 'closed'
}

function isAnswer(text: string): (end: End) => boolean {
  return (end) => end.type === 'answer_approved' && end.text === text
}

/** The system lets a case go whose cluster has ended. */
function isRelease({ type, by }: CaseEvent): boolean {
  return type === 'unmerged' && by.role === 'system'
}

/** It has the answer, or stands on its own again; or its citizen had it closed before. */
function isReached(one: CaseEvent, from: string, by: number): boolean {
  if (one.type === 'closed') return Date.parse(one.at) <= by
  return (one.type === 'answer_shared' || isRelease(one)) && one.at >= from && Date.parse(one.at) <= by
}

function lastMoment({ sweepFailures }: Account, from: number): number {
  const failures = sweepFailures.filter((at) => at >= from && at <= from + 2 * REACHED_MS).length
  return from + REACHED_MS + failures * SWEEP_MS
}
