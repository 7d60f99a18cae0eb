// When those on duty hear of what waits: every half hour of working time, at once what is important or soon too late, by their preference.
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { waitsUntil } from '../../functions/case/notices/quiet-hours.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import type { Contact } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'
import { clock } from './expected.ts'
import { caseId, MONDAY, moscow, utc } from './story.ts'

const region = littleRegion()
const { mails: _, ...operator } = region.operators[0]!
const waiting = (due: string, topic = 'roads.pothole'): Case => ({
  ...initialCase(caseId),
  ...{ status: 'triage', topic },
  clocks: {
    assignment: clock('assignment', MONDAY, { due }),
    moderation: clock('moderation', MONDAY, { due }),
    answerReview: clock('answerReview', MONDAY, { due }),
  },
})
/** Made once: the clocks' reminders are reckoned minute by minute. */
const inTime = waiting('2026-03-20T12:00')
const until = (at: string, state = inTime, kind: NoticeKind = 'triage', reader: Contact = operator) => {
  const instant = waitsUntil(region, state, kind, reader, utc(at))
  return instant && moscow(instant)
}

describe('what waits for somebody on duty', () => {
  it.each([
    ['goes with the next half hour', '2026-03-02T10:05', '2026-03-02T10:30'],
    ['that came at the half hour with the one after it', '2026-03-02T10:30', '2026-03-02T11:00'],
    ['waits until work begins', '2026-03-02T08:10', '2026-03-02T09:00'],
    ['of the last half hour waits for the next day', '2026-03-02T17:40', '2026-03-03T09:00'],
    ['of a Friday evening waits for Monday', '2026-03-13T18:30', '2026-03-16T09:00'],
    ['by night waits for the morning', '2026-03-02T23:00', '2026-03-03T08:30'],
  ])('%s', (_name, at, expected) => {
    for (const kind of ['triage', 'moderation', 'review'] as const)
      expect([kind, until(at, undefined, kind)]).toEqual([kind, expected])
  })

  it('goes on a day off, too, where officials are written to then', () => {
    const policy = { quietHours: { ...region.policy.quietHours, daysOff: false } }
    const on = (at: string) => moscow(waitsUntil(littleRegion(policy), inTime, 'triage', operator, utc(at))!)
    expect([on('2026-03-14T12:10'), on('2026-03-13T18:30')]).toEqual(['2026-03-14T12:30', '2026-03-14T08:30'])
  })

  it('goes at once where half an hour after the gathering it would be too late', () => {
    expect(until('2026-03-02T10:05', waiting('2026-03-02T11:00'))).toBeUndefined()
    expect(until('2026-03-02T10:05', waiting('2026-03-02T11:01'))).toBe('2026-03-02T10:30')
  })

  it('goes at once, at any hour, where its topic is important', () => {
    expect(until('2026-03-02T23:00', waiting('2026-03-20T12:00', 'roads.manhole'))).toBeUndefined()
  })

  it('goes as its reader wants: each at once, or all in the morning', () => {
    const as = (mails: 'at once' | 'digest') => until('2026-03-02T10:05', undefined, 'triage', { ...operator, mails })
    expect([as('at once'), as('digest')]).toEqual([undefined, '2026-03-03T08:30'])
  })

  it('is not what somebody has to hear by itself', () => {
    const kinds: readonly NoticeKind[] = [
      'missed',
      'escalation',
      'warning',
      'extension-asked',
      'disowned',
      'dead-address',
    ]
    for (const kind of kinds) expect([kind, until('2026-03-02T10:05', undefined, kind)]).toEqual([kind, undefined])
  })
})
