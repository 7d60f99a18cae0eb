// Who gets a case, takes it, hands it over or gives it back: whole events and every refusal.
import { describe, expect, it } from 'vitest'
import type { DeadlineRule } from '../../../regions/schema.ts'
import { littleRegion } from '../../little-region.ts'
import {
  accept,
  another,
  assign,
  decline,
  grant,
  handOver,
  more,
  operator,
  reject,
  reopen,
  responder,
  route,
  submit,
  triage,
} from '../commands.ts'
import { event, start, stop } from '../expected.ts'
import { given, MONDAY, Story } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const north = { organisation: 'north-office', responder: 'north-office-responder' }
const health = { organisation: 'health', responder: 'health-responder' }
const held = () => given(submit(), route)
const working = () => held().given('2026-03-02T10:30', accept)

describe('Assign', () => {
  it('gives a case in triage to an organisation, and its terms start', () => {
    given(submit(), triage)
      .when(ELEVEN, assign())
      .then([
        event(
          'assigned',
          ELEVEN,
          operator,
          { ...north, topic: 'roads.pothole', municipality: 'north', first: true, because: [] },
          [
            ...stop('assignment'),
            start('acceptance', ELEVEN),
            start('firstResponse', ELEVEN),
            start('finalAnswer', ELEVEN),
          ],
        ),
      ])
  })

  it('takes a case from who has it: they are named, its deadline runs on', () => {
    working()
      .when(ELEVEN, assign({ organisation: 'health', topic: 'health.queue', municipality: undefined }))
      .then([
        event(
          'assigned',
          ELEVEN,
          operator,
          { ...health, topic: 'health.queue', first: false, because: [], lost: north },
          [start('acceptance', ELEVEN)],
        ),
      ])
  })

  it('names nobody who lost it when it stays with them', () => {
    working()
      .when(ELEVEN, assign({ topic: 'roads.manhole' }))
      .then([
        event(
          'assigned',
          ELEVEN,
          operator,
          { ...north, topic: 'roads.manhole', municipality: 'north', first: false, because: [] },
          [start('acceptance', ELEVEN, { rule: { amount: 1, source: 'rule', id: 'important' } })],
        ),
      ])
  })

  it('reckons by the municipality that is given, or else by the one that is known', () => {
    const southern: DeadlineRule = {
      id: 'southern',
      name: { ru: 'Юг' },
      regimes: ['message'],
      topics: ['*'],
      municipalities: ['south'],
      terms: { acceptance: { amount: 1, unit: 'working hours' } },
    }
    const story = () => new Story(littleRegion({ rules: [southern] }))
    const ruled = ({ state }: Story) => state.clocks.acceptance?.rule.id
    const known = story().given(submit({ municipality: 'south' }), assign({ municipality: undefined }))
    const corrected = story().given(submit({ municipality: 'south' }), assign({ municipality: 'north' }))
    expect([ruled(known), known.state.municipality]).toEqual(['southern', 'south'])
    expect([ruled(corrected), corrected.state.municipality]).toEqual(['message', 'north'])
  })

  it('counts a statutory appeal’s term from its registration, whenever it is assigned', () => {
    const story = given(submit({ regime: 'statutory' }), '2026-03-06T10:00', assign())
    expect(story.state.clocks.finalAnswer).toEqual(
      (
        start('finalAnswer', MONDAY, {
          rule: { amount: 30, unit: 'calendar days', id: 'statutory' },
        }) as { to: unknown }
      ).to,
    )
    expect([story.due(), story.due('firstResponse')]).toEqual(['2026-04-01T23:59', '2026-03-10T10:00'])
  })

  it('is refused where the region has no such body, topic or municipality', () => {
    given(submit())
      .when(ELEVEN, assign({ organisation: 'nobody' }))
      .then('unknown organisation')
    given(submit())
      .when(ELEVEN, assign({ topic: 'roads.snow' }))
      .then('unknown topic')
    given(submit())
      .when(ELEVEN, assign({ municipality: 'east' }))
      .then('unknown municipality')
  })
})

describe('Accept', () => {
  it.each([responder, operator])('by the $role ends acceptance and first response', (by) => {
    held()
      .when(ELEVEN, { ...accept, by })
      .then([event('accepted', ELEVEN, by, {}, stop('acceptance', 'firstResponse'))])
  })
})

describe('HandOver', () => {
  it('starts acceptance anew for whoever gets the case', () => {
    working()
      .when(ELEVEN, handOver)
      .then([
        event('handed_over', ELEVEN, responder, { from: 'north-office', ...health, reason: 'Ваше.' }, [
          start('acceptance', ELEVEN),
        ]),
      ])
  })

  it('by an operator names who lost the case', () => {
    held()
      .when(ELEVEN, { ...handOver, by: operator })
      .then([
        event('handed_over', ELEVEN, operator, { from: 'north-office', ...health, reason: 'Ваше.', lost: north }, [
          start('acceptance', ELEVEN),
        ]),
      ])
  })

  it('needs a reason and another organisation that is there', () => {
    held()
      .when(ELEVEN, { ...handOver, organisation: 'nobody' })
      .then('unknown organisation')
    held()
      .when(ELEVEN, { ...handOver, organisation: 'north-office' })
      .then('same organisation')
    held()
      .when(ELEVEN, { ...handOver, reason: ' ' })
      .then('empty text')
  })
})

describe('Decline', () => {
  it('brings the case to triage: the time to assign it starts anew, the citizen’s terms run on', () => {
    held()
      .when(ELEVEN, { ...decline, suggestion: 'health' })
      .then([
        event(
          'declined',
          ELEVEN,
          responder,
          { organisation: 'north-office', reason: 'Не наше.', suggestion: 'health' },
          [...stop('acceptance'), start('assignment', ELEVEN)],
        ),
      ])
    working()
      .when(ELEVEN, decline)
      .then([
        event('declined', ELEVEN, responder, { organisation: 'north-office', reason: 'Не наше.' }, [
          start('assignment', ELEVEN),
        ]),
      ])
  })

  it('gives a case that was handed over back to the giver', () => {
    held()
      .given(ELEVEN, handOver)
      .when('2026-03-02T12:00', { ...decline, by: another, suggestion: 'Дорожникам' })
      .then([
        event('handed_back', '2026-03-02T12:00', another, { ...north, reason: 'Не наше.', suggestion: 'Дорожникам' }, [
          start('acceptance', '2026-03-02T12:00'),
        ]),
      ])
  })

  it('by an operator names who lost the case', () => {
    held()
      .when(ELEVEN, { ...decline, by: operator })
      .then([
        event('declined', ELEVEN, operator, { organisation: 'north-office', reason: 'Не наше.', lost: north }, [
          ...stop('acceptance'),
          start('assignment', ELEVEN),
        ]),
      ])
    held()
      .given(ELEVEN, handOver)
      .when('2026-03-02T12:00', { ...decline, by: operator })
      .then([
        event('handed_back', '2026-03-02T12:00', operator, { ...north, reason: 'Не наше.', lost: health }, [
          start('acceptance', '2026-03-02T12:00'),
        ]),
      ])
  })

  it('needs a reason', () => {
    held()
      .when(ELEVEN, { ...decline, reason: ' ' })
      .then('empty text')
  })

  it('does not go back to the giver once the case was taken', () => {
    held()
      .given(ELEVEN, handOver, '2026-03-02T12:00', { ...accept, by: another })
      .when('2026-03-02T13:00', { ...decline, by: another })
      .then([
        event('declined', '2026-03-02T13:00', another, { organisation: 'health', reason: 'Не наше.' }, [
          start('assignment', '2026-03-02T13:00'),
        ]),
      ])
  })
})

describe('a declined case is nobody’s', () => {
  const declined = () => held().given(ELEVEN, more, decline)

  it('has no holder and no request, and its old links do nothing', () => {
    const { state } = declined()
    expect(state).toMatchObject({ status: 'triage', assignment: 2 })
    for (const gone of ['organisation', 'responder', 'handoverFrom'] as const) expect(state[gone]).toBeUndefined()
    expect(state.round.extensionRequest).toBeUndefined()
    declined()
      .when('2026-03-02T12:00', { ...accept, assignment: 1 })
      .then('superseded')
    declined()
      .when('2026-03-02T12:00', { ...decline, assignment: 2 })
      .then('not yours')
    declined().when('2026-03-02T12:00', grant).then('superseded')
  })

  it('tells operators, of its deadlines too, and never who declined it', () => {
    const story = declined()
    expect(story.told()).toEqual(['operator-1 triage triage', 'north-office-responder receipt respond'])
    const missed = story.follows('2026-03-05T18:00', { type: 'Tick', by: { role: 'system' } })
    const whom = missed.flatMap((one) => story.told(one)).map((line) => line.split(' ')[0])
    expect(new Set(whom)).toEqual(new Set(['operator-1', 'operator-2', 'citizen']))
    expect(story.state.clocks.finalAnswer).toMatchObject({ missed: true })
    expect(story.state.clocks.finalAnswer?.missedBy).toBeUndefined()
  })

  it('goes to triage when it is reopened after a rejection', () => {
    const story = declined().given('2026-03-02T12:00', reject, '2026-03-02T13:00', { ...reopen, by: operator })
    expect(story.last).toEqual(
      event('reopened', '2026-03-02T13:00', operator, { reason: 'Яма на месте.' }, [
        start('assignment', '2026-03-02T13:00'),
      ]),
    )
    expect(story.state.status).toBe('triage')
    expect(story.told()).toEqual(['operator-1 triage triage'])
  })
})

it('a statutory appeal that is rejected, reopened and assigned counts from its reopening', () => {
  const story = given(
    submit({ regime: 'statutory' }),
    '2026-03-02T11:00',
    reject,
    '2026-03-20T10:00',
    { ...reopen, by: operator },
    '2026-03-20T12:00',
    assign(),
  )
  expect(story.state.clocks.finalAnswer?.startedAt).toBe('2026-03-20T07:00:00.000Z')
  expect(story.due()).toBe('2026-04-19T23:59')
})
