// Verifies everything a life must obey, whatever happened to it. Each broken rule is named, with the event where it was
// seen. Called by npm run simulate.
import type { Case } from '../../../functions/case/case.ts'
import type { CaseEvent, EventOf } from '../../../functions/case/events.ts'
import { isFed } from '../../../functions/case/feed.ts'
import type { ClockName, Region } from '../../../regions/schema.ts'
import { type Account, type Broken, regionAt, type Violation } from './account.ts'
import { attemptViolations } from './attempts.ts'
import { Book } from './book.ts'
import { clusterViolations } from './clusters.ts'
import { limits } from './limits.ts'
import { type Page, pageOf } from './page.ts'
import { official, restOf, type Run } from './run.ts'
import { atTheDesk } from './desk.ts'
import { reminded, standIn } from './plain-rules.ts'
import { mailViolations } from './told.ts'

const MINUTE = 60_000
/** A clock that stayed away is made good by the sweep five minutes later, which looks every five, and works for a while. */
const LATE_MS = 13 * MINUTE
const SWEEP_MS = 5 * MINUTE
/** When a message is routed at the latest, if queues lose and delay what they can. */
const ROUTED_MS = 90 * MINUTE

export interface Limits {
  /** How late (ms) a reminder or a breach may be. */
  readonly lateMs: number
}

/** The rules that the cases of a life broke; none is what is expected. */
export function verify(accounts: readonly Account[], { lateMs }: Limits = { lateMs: LATE_MS }): Violation[] {
  const told = accounts.map((account) => ({ account, ...verifyCase(account, lateMs) }))
  return [
    ...told.flatMap(({ account, violations, pages }) => [
      ...violations,
      ...mailViolations(account, pages),
      ...attemptViolations(account, pages),
    ]),
    ...clusterViolations(told),
  ]
}

/** Goes through a case's history. @returns what was broken, and the book's page before the first and after each event. */
function verifyCase(account: Account, lateMs: number): { violations: Violation[]; pages: Page[] } {
  const { caseId, events } = account
  const violations: Violation[] = []
  const book = new Book()
  const pages = [pageOf(book)]
  const unreached = new Set<string>()
  let before = -Infinity
  let seq = 0
  const broken: Broken = (rule, detail) => violations.push({ rule, caseId, seq, detail })

  const onTime = (until: number) => {
    for (const run of book.runs.values())
      for (const { what, at } of book.pending(run)) {
        if (what === 'warned' && (run.due <= at + allowed(account, at, lateMs) || isSuperseded(run, at, until)))
          continue
        const from = Math.max(at, run.since)
        if (until - from > allowed(account, from, lateMs))
          broken('everything due happens in time', `${run.clock} ${what} of ${iso(at)}, not by ${iso(until)}`)
      }
    if (book.standing.status === 'routing' && until - before > allowed(account, before, ROUTED_MS))
      broken('a message does not wait to be routed', `from ${iso(before)} to ${iso(until)}`)
  }

  const countable = new Set<number>()
  for (const event of events) {
    seq += 1
    const at = Date.parse(event.at)
    const region = regionAt(account, at)
    if (isOutlived(book) && event.type !== 'unpublished') broken(rules.public, `${event.type} came first`)
    if (at < before) broken('history runs forwards', `${event.at} after ${iso(before)}`)
    onTime(at)
    before = at
    if (isReminder(event)) remind(book, event, atTheDesk(region, caseId, at), broken)
    else {
      if (event.type === 'undelivered') passOn(book, event, atTheDesk(region, caseId, at), unreached, broken)
      limits(book.standing, event, region, book.regime, broken)
      const held = new Map(book.runs)
      const { status } = book.standing
      const place = placeIn(book)
      book.enter(event, region, seq)
      const ended = [...held].some(([clock, run]) => official.includes(clock) && book.runs.get(clock) !== run)
      if (ended || place !== placeIn(book) || isPassed(event, status)) countable.add(seq)
    }
    pages.push(pageOf(book))
    compare(book, account.states[seq - 1]!, broken)
  }
  onTime(account.until)
  if (isOutlived(book)) broken(rules.public, 'to the end')
  if (account.restless) broken('every life comes to rest', `after ${events.length} events`)

  for (const [counted, times] of account.counted)
    if (!countable.has(counted) || times !== 1) broken('what counts is counted once', `event ${counted}: ${times}`)
  for (const one of countable)
    if (!account.counted.has(one)) broken('what counts is counted once', `event ${one} was not`)
  const followed = events.flatMap(({ type }, index) => (isFed(type) ? [index + 1] : []))
  if (followed.join() !== account.fed.join())
    broken(
      'what integrators may follow stands in the feed once and in order',
      `${account.fed.join()} of ${followed.join()}`,
    )
  if (account.checkAt && !isOwed(book))
    broken('what is settled leaves the index', `to be checked at ${account.checkAt}`)
  return { violations, pages }
}

const rules = { public: 'what is public still stands' } as const

/** Whether anybody may read an answer that is not the last word any more, or whose words were erased. */
function isOutlived({ standing: { isPublic, status, erased } }: Book): boolean {
  return isPublic && (erased || (status !== 'resolved' && status !== 'closed'))
}

/** Under what a case is counted since it was let in and routed, and whether an answer is owed. */
function placeIn({ topic, municipality, standing: { status } }: Book): string {
  if (status === 'received' || status === 'routing') return ''
  const isOpen = status !== 'resolved' && status !== 'closed' && status !== 'rejected'
  return JSON.stringify([topic, municipality, isOpen])
}

/** What is counted as it happens: an end, a reopening, stars for a case that is closed. */
function isPassed(event: CaseEvent, status: Case['status']): boolean {
  if (event.type === 'rated') return event.score !== undefined && status === 'closed'
  return event.type === 'closed' || event.type === 'rejected' || event.type === 'reopened'
}

/** Of warnings whose instants lie close together only the last is given. */
function isSuperseded(run: Run, at: number, until: number): boolean {
  return run.warnings.some((other) => other.at > at && other.at - at < 30 * MINUTE && other.at <= until)
}

function allowed({ sweepFailures }: Account, from: number, lateMs: number): number {
  const failures = sweepFailures.filter((at) => at >= from && at <= from + lateMs + 60 * MINUTE).length
  return lateMs + failures * SWEEP_MS
}

function isOwed(book: Book): boolean {
  return [...book.runs.values()].some((run) => book.pending(run).length > 0 || !official.includes(run.clock))
}

type Reminder = Extract<CaseEvent, { type: 'warned' | 'missed' | 'escalated' }>

function isReminder(event: CaseEvent): event is Reminder {
  return event.type === 'warned' || event.type === 'missed' || event.type === 'escalated'
}

function remind(book: Book, event: Reminder, region: Region, broken: Broken) {
  const at = Date.parse(event.at)
  const run = book.runs.get(event.clock)
  if (!run || restOf(run)) return broken('no reminder of what is done or rests', `${event.type} ${event.clock}`)
  if (event.type === 'missed') {
    if (run.missed) broken('nothing happens twice', `missed ${event.clock}`)
    if (at < run.due) broken('nothing happens early', `missed ${event.clock} before ${iso(run.due)}`)
    run.missed = true
    run.missedBy = book.standing.organisation
    run.warned = run.warnings.length
    book.hush(event.clock)
    return
  }
  const kind = event.type === 'warned' ? 'warnings' : 'escalations'
  const step = run[kind][event.step]
  if (!step) return broken('reminders are those of the policy', `${event.type} ${event.clock} ${event.step}`)
  if (at < step.at) broken('nothing happens early', `${event.type} ${event.clock} before ${iso(step.at)}`)
  const given = event.type === 'warned' ? run.warned : run.escalated
  if (event.step < given) broken('nothing happens twice', `${event.type} ${event.clock} ${event.step}`)
  if (event.type === 'warned' && at >= run.due) broken('no warning after the breach', event.clock)
  if (event.type === 'escalated' && event.step > given) broken('no step is left out', `${event.clock} ${event.step}`)
  if (event.type === 'warned') run.warned = event.step + 1
  else run.escalated = event.step + 1
  const whom = reminded(
    region,
    book.standing.organisation,
    event.clock,
    step.to,
    event.type === 'warned' ? 0 : event.step,
  )
  if (event.contact !== whom) broken('the right person is asked', `${event.contact} instead of ${whom}`)
}

function passOn(book: Book, event: EventOf<'undelivered'>, region: Region, unreached: Set<string>, broken: Broken) {
  if (event.recipient === 'citizen') return
  unreached.add(event.recipient)
  const whom = standIn(region, book.standing.organisation, event.recipient, unreached)
  if (event.contact && event.contact !== whom)
    broken('the right person is asked', `${event.contact} instead of ${whom}`)
  const isWork = event.about?.kind === 'work' && event.why !== 'complaint'
  const acceptance = book.runs.get('acceptance')
  const untouched = acceptance && !restOf(acceptance) && event.about?.assignment === book.standing.assignment
  if (isWork && untouched && whom && !event.contact) broken('the right person is asked', `nobody instead of ${whom}`)
}

/** The case as the system has it, against the book. */
function compare(book: Book, state: Case, broken: Broken) {
  const { standing } = book
  for (const what of ['status', 'organisation', 'responder', 'assignment', 'mergedInto'] as const)
    if (state[what] !== standing[what])
      broken('a case stands where its history puts it', `${what} ${state[what]} instead of ${standing[what]}`)
  if (state.children.join() !== standing.children.join())
    broken('a case stands where its history puts it', `has ${state.children.join()}, not ${standing.children.join()}`)
  const names = new Set<ClockName>([...book.runs.keys(), ...(Object.keys(state.clocks) as ClockName[])])
  for (const name of names) {
    const run = book.runs.get(name)
    const clock = state.clocks[name]
    if (!run || !clock) {
      broken('clocks start and stop as described', `${name} ${clock ? 'runs on' : 'is not there'}`)
      continue
    }
    const same = (what: string, theirs: string | undefined, ours: number) => {
      if (theirs !== iso(ours))
        broken('deadlines are what the plain calendar says', `${name} ${what} ${theirs} instead of ${iso(ours)}`)
    }
    same('starts', clock.startedAt, run.start)
    same('due', clock.due, run.due)
    run.warnings.forEach(({ at }, index) => same(`warning ${index}`, clock.warnAt?.[index]?.at, at))
    run.escalations.forEach(({ at }, index) => same(`escalation ${index}`, clock.escalateAt?.[index]?.at, at))
    if (clock.missedBy !== run.missedBy)
      broken('who missed a deadline is who had the case', `${name} ${clock.missedBy} instead of ${run.missedBy}`)
    const rests = (clock.moves ?? []).some((move) => move.kind === 'pause' && move.to === undefined)
    if (rests !== (restOf(run) !== undefined)) broken('clocks rest as described', `${name} ${rests ? 'rests' : 'runs'}`)
  }
}

function iso(ms: number) {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : String(ms)
}
