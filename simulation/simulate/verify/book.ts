// A book of a case's clocks, kept from what its events say happened and never from the deadlines they carry: what
// starts, rests and ends each clock is written here a second time, from docs/deadlines.md. Called by verify.ts.
import type { CaseEvent } from '../../../functions/case/events.ts'
import type { PauseReason } from '../../../functions/case/clocks/clock.ts'
import type { ClockName, Region } from '../../../regions/schema.ts'
import { termOf } from './plain-rules.ts'
import { Standing } from './standing.ts'
import { official, plainCalendar, remind, type Rest, restOf, type Run } from './run.ts'

export class Book {
  readonly runs = new Map<ClockName, Run>()
  regime: 'message' | 'statutory' = 'message'
  topic: string | undefined
  municipality: string | undefined
  readonly standing = new Standing()

  /** Enters an event, the `seq`th of its case, by the region's file in force. */
  enter(event: CaseEvent, region: Region, seq: number): void {
    const at = Date.parse(event.at)
    const { status: before } = this.standing
    this.standing.enter(event, seq)
    const { standing } = this
    const start = (clock: ClockName, from = at, of = clock) => this.#start(region, clock, from, of, at)
    const stop = (...clocks: ClockName[]) => clocks.forEach((clock) => this.runs.delete(clock))
    const rest = (why: PauseReason, ...clocks: ClockName[]) => {
      for (const clock of clocks) {
        const run = this.runs.get(clock)
        if (run && !restOf(run)) run.moves.push({ kind: 'rest', rest: { from: at, why } })
      }
    }
    const goOn = (why: PauseReason) => {
      for (const run of this.runs.values()) {
        const open = restOf(run)
        if (open?.why === why) this.#goOn(region, run, open, at)
      }
    }
    switch (event.type) {
      case 'received':
        ;({ regime: this.regime, topic: this.topic, municipality: this.municipality } = event)
        return start(event.moderated ? 'moderation' : 'assignment')
      case 'admitted':
        stop('moderation')
        return start('assignment')
      case 'added':
        this.municipality = event.municipality ?? this.municipality
        return
      case 'triaged':
      case 'supplied':
        this.topic = event.topic ?? this.topic
        this.municipality = event.municipality ?? this.municipality
        return
      case 'assigned':
        this.topic = event.topic
        this.municipality = event.municipality ?? this.municipality
        stop('assignment')
        start('acceptance')
        if (this.runs.has('finalAnswer')) return
        start('firstResponse')
        return start('finalAnswer', this.regime === 'statutory' ? standing.roundFrom : at)
      case 'accepted':
        return stop('acceptance', 'firstResponse')
      case 'handed_over':
      case 'handed_back':
        return start('acceptance')
      case 'declined':
        stop('acceptance')
        return start('assignment')
      case 'clarification_asked':
        rest('question', 'finalAnswer', 'firstResponse')
        return start('clarification')
      case 'clarified':
        stop('clarification')
        return goOn('question')
      case 'clarification_expired':
        if (event.then === 'close') return
        stop('clarification')
        return goOn('question')
      case 'mails_stopped':
      case 'undelivered':
        if (before !== 'clarification' || standing.status === before) return
        stop('clarification')
        return goOn('question')
      case 'extended':
        return this.#extend(region, at, event.until)
      case 'answered':
        stop('firstResponse')
        rest('review', 'finalAnswer')
        return start('answerReview')
      case 'answer_returned':
        stop('answerReview')
        return goOn('review')
      case 'answer_approved':
        if (event.kind === 'interim') {
          stop('answerReview')
          return this.#startAfterInterim(region, at)
        }
        this.runs.clear()
        return start('rating')
      case 'answer_shared':
        this.runs.clear()
        return start('rating')
      case 'reopened':
        this.runs.clear()
        if (!standing.organisation) return start('assignment')
        return (['acceptance', 'firstResponse', 'finalAnswer'] as const).forEach((clock) => start(clock))
      case 'rejected':
      case 'closed':
        return this.runs.clear()
      case 'merged':
        return rest('merged', ...this.runs.keys())
      case 'unmerged':
        return goOn('merged')
      case 'joined':
        return event.due === undefined ? undefined : this.#join(region, event.child, Date.parse(event.due), at)
      case 'parted':
        return this.#part(region, event.child, at)
      case 'rescheduled':
        return this.#reschedule(region, at)
      case 'topic_corrected': {
        const was = this.topic
        this.topic = event.topic
        return this.#reschedule(region, at, ({ of, start }) => {
          const termWith = (topic: string | undefined) =>
            JSON.stringify(
              termOf(
                region,
                plainCalendar(region),
                { regime: this.regime, municipality: this.municipality, topic },
                of,
                start,
              ),
            )
          return termWith(was) !== termWith(event.topic)
        })
      }
      default:
        return
    }
  }

  /** What is still to happen to a running clock, by its instant. */
  pending(run: Run): { what: string; at: number }[] {
    if (!official.includes(run.clock) || restOf(run)) return []
    return [
      ...run.warnings.slice(run.warned).map(({ at }) => ({ what: 'warned', at })),
      ...(run.missed ? [] : [{ what: 'missed', at: run.due }]),
      ...run.escalations.slice(run.escalated).map(({ at }) => ({ what: 'escalated', at })),
    ]
  }

  /** After a breach one line is climbed: by the answer once it is late, else by what was late first. What was given stays. */
  hush(late: ClockName) {
    if (!['acceptance', 'firstResponse', 'finalAnswer'].includes(late)) return
    for (const run of this.runs.values()) {
      const lesser = run.clock === 'acceptance' || run.clock === 'firstResponse'
      if (!lesser || run.clock === late || (late !== 'finalAnswer' && run.missed)) continue
      run.warnings = run.warnings.slice(0, run.warned)
      run.escalations = run.escalations.slice(0, run.escalated)
    }
  }

  #start(region: Region, clock: ClockName, start: number, of: ClockName, since: number) {
    const calendar = plainCalendar(region)
    const term = termOf(region, calendar, this, of, start)
    const due = calendar.end(start, term)
    const run: Run = {
      ...{ clock, start, of, term, due, own: due, moves: [], joined: [], since },
      ...{ warnings: [], escalations: [], warned: 0, escalated: 0, missed: false },
    }
    remind(region, run, region.policy.reminders)
    this.runs.set(clock, run)
  }

  #again(region: Region, run: Run, since: number) {
    const warnings = run.warnings.map(({ share, to }) => ({ at: share, to }))
    remind(region, run, { warnings, escalations: run.escalations })
    run.since = since
  }

  /** Each deadline of a cluster moves by the rest, from where it joined. */
  #goOn(region: Region, run: Run, rest: Rest, at: number) {
    const calendar = plainCalendar(region)
    rest.to = at
    run.own = calendar.afterRest(run.term, run.own, rest.from, at)
    for (const one of run.joined) one.due = calendar.afterRest(run.term, one.due, Math.max(rest.from, one.since), at)
    this.#earliest(region, run, at)
  }

  /** By the whole term, or to the end of a day within it. */
  #extend(region: Region, at: number, day: string | undefined) {
    const run = this.runs.get('finalAnswer')
    // What is extended then, no rule allows: the comparison says so.
    if (!run) return
    const { term } = region.policy.extension[this.regime]
    const calendar = plainCalendar(region)
    const whole = (due: number) => calendar.end(due, { onDayOff: run.term.onDayOff, ...term })
    const until = day && Math.min(calendar.lastOf(day, run.term), whole(run.due))
    const longer = (due: number) => (until ? Math.max(due, until) : whole(due))
    run.moves.push({ kind: 'extension', term, ...(until && { until }) })
    run.own = longer(run.own)
    for (const one of run.joined) one.due = longer(one.due)
    this.#earliest(region, run, at)
    run.warned = run.warnings.filter((warning) => warning.at <= at).length
  }

  #join(region: Region, child: string, due: number, at: number) {
    const run = this.runs.get('finalAnswer')
    if (!run) return
    run.joined = [...run.joined.filter((one) => one.child !== child), { child, due, since: at }]
    this.#earliest(region, run, at)
  }

  #part(region: Region, child: string, at: number) {
    const run = this.runs.get('finalAnswer')
    if (!run?.joined.some((one) => one.child === child)) return
    run.joined = run.joined.filter((one) => one.child !== child)
    this.#earliest(region, run, at)
    if (run.due <= at) return
    Object.assign(run, { missed: false, missedBy: undefined })
    run.escalated = 0
    run.warned = run.warnings.filter((warning) => warning.at <= at).length
  }

  #startAfterInterim(region: Region, at: number) {
    const joined = this.runs.get('finalAnswer')?.joined ?? []
    this.#start(region, 'finalAnswer', at, 'finalAfterInterim', at)
    const run = this.runs.get('finalAnswer')!
    run.joined = joined
    if (joined.length > 0) this.#earliest(region, run, at)
  }

  #earliest(region: Region, run: Run, at: number) {
    run.due = Math.min(run.own, ...run.joined.map(({ due }) => due))
    this.#again(region, run, at)
  }

  /** @param isMeant those that are reckoned anew */
  #reschedule(region: Region, at: number, isMeant = (_run: Run) => true) {
    const calendar = plainCalendar(region)
    for (const run of [...this.runs.values()].filter(isMeant)) {
      const term = termOf(region, calendar, this, run.of, run.start)
      let due = calendar.end(run.start, term)
      for (const move of run.moves) {
        if (move.kind === 'extension' && move.until) due = Math.max(due, move.until)
        else if (move.kind === 'extension') due = calendar.end(due, { onDayOff: term.onDayOff, ...move.term })
        else if (move.rest.to !== undefined) due = calendar.afterRest(term, due, move.rest.from, move.rest.to)
      }
      const own = due
      due = Math.min(own, ...run.joined.map((one) => one.due))
      if (due === run.due) continue
      Object.assign(run, { term, own, due, since: at })
      remind(region, run, region.policy.reminders)
      if (run.missed && due <= at) {
        run.warned = run.warnings.length
        run.escalated = Math.min(run.escalated, run.escalations.filter((one) => one.at <= at).length)
        continue
      }
      Object.assign(run, { missed: false, missedBy: undefined })
      run.escalated = 0
      run.warned = run.warnings.filter((warning) => warning.at <= at).length
    }
  }
}
