// Whether somebody was not told of an event: what was sent, is over, waits for the morning, or is another's.
import { describe, expect, it } from 'vitest'
import type { CaseFile, NoticeRecord } from '../../functions/case/case-file.ts'
import { isEnded, isUntold, waitingUntil } from '../../functions/case/notices/untold.ts'
import { assign, submit } from './commands.ts'
import { given, utc } from './story.ts'

const NOW = utc('2026-03-02T12:00')
const { region, state, events } = given(submit(), assign())
/** Of the assignment, which the responder and the citizen are told of. */
const sent = (recipient: string, more: Partial<NoticeRecord> = {}): NoticeRecord => ({
  seq: 2,
  recipient,
  kind: 'work',
  status: 'sent',
  claimedAt: NOW,
  attempts: 1,
  ...more,
})
const file = (...notices: NoticeRecord[]): CaseFile => ({
  ...{ state, events, notices, settled: 0, personal: new Map(), counted: [], fedUpTo: 0 },
})
const me = 'north-office-responder'
const isToldTo = (...notices: NoticeRecord[]) => !isUntold(region, file(...notices), 2, NOW)

describe('an event', () => {
  it('is told of when each of those who are to know is', () => {
    expect(isToldTo(sent(me), sent('citizen'))).toBe(true)
    expect(isToldTo(sent(me))).toBe(false)
    expect(isToldTo(sent('citizen'))).toBe(false)
    expect(isToldTo()).toBe(false)
  })

  it('is not told of by a notice of another event', () => {
    expect(isToldTo(sent(me, { seq: 1 }), sent('citizen'))).toBe(false)
  })

  it.each([
    ['sent', true],
    ['skipped', true],
    ['refused', true],
    ['claimed', false],
    ['failed', false],
    ['waiting', false],
  ] as const)('with a notice that is %s: %s', (status, told) => {
    expect(isEnded(sent(me, { status }))).toBe(told)
    expect(isToldTo(sent(me, { status }), sent('citizen'))).toBe(told)
  })

  it('is in hand until ten minutes after the morning that its notice waits for', () => {
    const waiting = (until: string) => isToldTo(sent(me, { status: 'waiting', until: utc(until) }), sent('citizen'))
    expect(waiting('2026-03-03T08:30')).toBe(true)
    expect(waiting('2026-03-02T11:51')).toBe(true)
    expect(waiting('2026-03-02T11:50')).toBe(false)
    expect(isToldTo(sent(me, { status: 'claimed', until: utc('2026-03-03T08:30') }), sent('citizen'))).toBe(false)
  })

  it('is in hand until its mail should have gone, once the digest has gathered it', () => {
    const gathered = (gatheredUntil: string) =>
      isToldTo(
        sent(me, { status: 'waiting', until: utc('2026-03-02T09:00'), gatheredUntil: utc(gatheredUntil) }),
        sent('citizen'),
      )
    expect(gathered('2026-03-02T11:51')).toBe(true)
    expect(gathered('2026-03-02T11:50')).toBe(false)
  })

  it('that tells nobody is never untold', () => {
    expect(isUntold(region, file(), 1, NOW)).toBe(false)
  })
})

it('no notice at all is not ended', () => {
  expect(isEnded(undefined)).toBe(false)
})

it('the first morning at which a notice goes out is found among those that wait', () => {
  const [early, late] = ['2026-03-03T08:30', '2026-03-04T08:30'].map(utc) as [string, string]
  const waiting = (until: string) => sent(me, { status: 'waiting', until })
  expect(waitingUntil(file(waiting(late), waiting(early)))).toBe(early)
  expect(waitingUntil(file(sent(me, { until: early }), waiting(late), sent(me, { status: 'waiting' })))).toBe(late)
  const gathered = sent(me, { status: 'waiting', until: early, gatheredUntil: late })
  expect(waitingUntil(file(gathered))).toBe(late)
  expect(waitingUntil(file(sent(me)))).toBeUndefined()
})
