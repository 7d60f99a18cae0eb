// The mistakes of other systems, each by its name: none of them is made here. That only the first hundred are looked at is
// tested in tests/faults, reminders at midnight in quiet-hours.test.ts.
import { describe, expect, it } from 'vitest'
import { clocksOf, pending } from '../../functions/case/clocks/clock.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import type { Region } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'
import { assign, citizen, operator, responder, submit, tick } from './commands.ts'
import { MONDAY, Story, utc as iso } from './story.ts'

const assigned = (region?: Region, local = MONDAY) =>
  new Story(region).given(local, submit(), assign({ municipality: undefined }))
const due = (told: Story) => told.state.clocks.finalAnswer!.due

describe('peers’ mistakes', () => {
  it('a comment that restarts the clock: it moves no deadline and no reminder', () => {
    const told = assigned()
    const before = told.state.clocks
    told.follows('2026-03-04T10:00', { type: 'Note', by: responder, text: 'Смотрим.' })
    told.follows('2026-03-04T11:00', { type: 'Note', by: operator, text: 'Ждём.' })
    expect(told.state.clocks).toEqual(before)
  })

  it('unassigned cases that never escalate: one in triage is missed and climbs from operator to operator', () => {
    const told = new Story()
    told.follows('2026-03-02T10:00', submit())
    const events = told.follows('2026-03-04T18:00', tick)
    expect(events.map((event) => event.type)).toEqual(['missed', 'escalated', 'escalated', 'escalated'])
    expect(events.flatMap((event) => (event.type === 'escalated' ? [event.contact] : []))).toEqual([
      'operator-1',
      'operator-2',
      'operator-2',
    ])
    const notices = events.flatMap((event) => noticesFor(told.region, told.state, event))
    expect(notices.map(({ recipient, kind }) => `${recipient} ${kind}`)).toEqual([
      'operator-1 missed',
      'citizen late',
      'operator-2 escalation',
      'operator-2 escalation',
    ])
  })

  it('holidays ignored: eleven days off at the New Year are not working days', () => {
    expect(due(assigned(undefined, '2025-12-29T10:00'))).toBe(iso('2026-01-13T18:00'))
  })

  it('a breach at the instant of reopening: the clocks are fresh, whatever was missed before', () => {
    const told = assigned()
    told.follows('2026-03-12T10:00', tick)
    told.follows('2026-03-12T11:00', { type: 'Answer', by: responder, text: 'Сделано.', sort: 'done' })
    told.follows('2026-03-12T12:00', { type: 'ApproveAnswer', by: { role: 'moderator', id: 'moderator-1' } })
    told.follows('2026-03-13T12:00', { type: 'Reopen', by: citizen, reason: 'Яма на месте.' })
    expect(told.follows('2026-03-13T12:00', tick)).toEqual([])
    const instants = clocksOf(told.state).flatMap(([, clock]) => pending(clock))
    expect(instants.toSorted()[0]! > iso('2026-03-13T12:00')).toBe(true)
  })

  it('a missing supervisor skipped in silence: the next in the line stands in, and the event says for whom', () => {
    const region = littleRegion()
    const organisations = region.organisations.map(({ supervisor: _, ...rest }) => rest)
    const head = { id: 'head-north', name: 'Глава', email: 'head@little.example' }
    const municipalities = region.municipalities.map((one) => (one.id === 'north' ? { ...one, head } : one))
    const told = assigned({ ...region, organisations, municipalities })
    const steps = told.follows('2026-03-20T10:00', tick).filter((event) => event.type === 'escalated')
    const final = steps.filter((event) => event.clock === 'finalAnswer')
    expect(final.map(({ to, contact, insteadOf }) => ({ to, contact, insteadOf }))).toEqual([
      { to: 'deputy', contact: 'north-office-deputy', insteadOf: undefined },
      { to: 'head', contact: 'head-north', insteadOf: 'supervisor' },
      { to: 'operator', contact: 'operator-1', insteadOf: undefined },
    ])
    const nobody = assigned({
      ...region,
      organisations: organisations.map(({ deputy: _, ...rest }) => rest),
    })
    const asked = nobody.follows('2026-03-20T10:00', tick).filter((event) => event.type === 'escalated')
    expect(new Set(asked.map(({ contact }) => contact))).toEqual(new Set(['operator-1']))
    expect(asked[0]).toMatchObject({ to: 'operator', insteadOf: 'deputy' })
  })

  it('only the last escalation kept: every step and everyone told stays in the history', () => {
    const told = assigned()
    const events = told.follows('2026-03-20T10:00', tick)
    const targets = events.flatMap((event) => (event.type === 'escalated' ? [`${event.clock} ${event.to}`] : []))
    expect(targets).toEqual(['finalAnswer deputy', 'finalAnswer supervisor', 'finalAnswer operator'])
  })

  it('update time overruling first response: answering one clock leaves the others’ deadlines alone', () => {
    const told = assigned()
    const final = due(told)
    told.follows('2026-03-02T11:00', { type: 'Accept', by: responder })
    expect(told.state.clocks.firstResponse).toBeUndefined()
    expect(due(told)).toBe(final)
  })

  it('closing what waits breaches at once: a question paused over the deadline misses nothing when it is answered', () => {
    const told = assigned()
    told.follows('2026-03-03T10:00', { type: 'AskCitizen', by: responder, question: 'Где?' })
    told.follows('2026-03-06T09:30', { type: 'Clarify', by: citizen, messageId: 'M2' })
    expect(told.follows('2026-03-06T09:30', tick)).toEqual([])
    expect(due(told) > iso('2026-03-06T09:30')).toBe(true)
  })
})
