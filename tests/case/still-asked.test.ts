// Where what a mail asked for is still to be done: every kind of notice by every status.
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { cameBack } from '../../functions/case/notices/came-back.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import { isStillAsked } from '../../functions/case/notices/still-asked.ts'
import { statuses } from '../../functions/case/statuses.ts'
import { system } from './commands.ts'
import { clock, event, rested } from './expected.ts'
import { caseId, MONDAY, utc } from './story.ts'

const held = 'assigned in_progress rework'
const all = statuses.join(' ')
/** In which statuses; never, where nobody else could do it. A reminder is asked while its clock runs. */
const asked: Record<Exclude<NoticeKind, 'extension-asked' | 'erasure-asked' | 'disowned'>, string> = {
  work: 'assigned',
  'handed-back': 'assigned',
  taken: '',
  returned: 'rework',
  clarified: held,
  added: held,
  'extension-decided': held,
  'fresh-link': held,
  receipt: '',
  code: '',
  call: '',
  outcome: '',
  warning: '',
  missed: '',
  escalation: '',
  undelivered: '',
  'no-reply': held,
  'question-undelivered': held,
  unmerged: held,
  withdrawn: '',
  triage: 'triage',
  moderation: 'received',
  'dead-address': all,
  'by-hand': all,
  review: 'answer_review',
  received: '',
  registered: '',
  joined: '',
  'address-left': '',
  late: '',
  question: '',
  extended: '',
  interim: '',
  answer: '',
  rejected: '',
  closed: '',
  rescheduled: held,
  'erasure-refused': '',
}
const state: Case = { ...initialCase(caseId), assignment: 2 }

describe('a mail', () => {
  it.each(Object.entries(asked) as [NoticeKind, string][])('%s is still asked in: %s', (kind, where) => {
    const found = statuses.filter((status) => isStillAsked({ ...state, status }, { kind, assignment: 2 }))
    expect(found.join(' ')).toBe(statuses.filter((status) => where.split(' ').includes(status)).join(' '))
  })

  it('that asks for erasure is asked until it was decided, whoever has the case', () => {
    const about = { kind: 'erasure-asked', assignment: 1 } as const
    expect(isStillAsked(state, about)).toBe(false)
    expect(isStillAsked({ ...state, erasureRequestedAt: MONDAY }, about)).toBe(true)
  })

  it('that says that an act was not theirs is asked until an operator has looked into it', () => {
    const about = { kind: 'disowned', assignment: 1 } as const
    expect(isStillAsked(state, about)).toBe(false)
    expect(isStillAsked({ ...state, disownedAt: MONDAY }, about)).toBe(true)
  })

  it('to who had the case before asks nothing, but for a dead address', () => {
    const kinds = Object.keys(asked) as NoticeKind[]
    const found = kinds.filter((kind) =>
      statuses.some((status) => isStillAsked({ ...state, status }, { kind, assignment: 1 })),
    )
    expect(found).toEqual(['dead-address', 'by-hand'])
  })

  it('with a reminder asks while its clock runs', () => {
    const about = { kind: 'warning', assignment: 2, clock: 'finalAnswer' } as const
    const final = clock('finalAnswer', MONDAY)
    const paused = { ...final, moves: [rested('2026-03-03T10:00', undefined, 'question')] }
    expect(isStillAsked({ ...state, clocks: { finalAnswer: final } }, about)).toBe(true)
    expect(isStillAsked({ ...state, clocks: { finalAnswer: paused } }, about)).toBe(false)
    expect(isStillAsked({ ...state, clocks: { acceptance: final } }, about)).toBe(false)
  })

  it('with a request for more time asks while that waits', () => {
    const about = { kind: 'extension-asked', assignment: 2 } as const
    const waiting = { ...state, round: { ...state.round, extensionRequest: { reason: 'Ждём.', at: utc(MONDAY) } } }
    expect([isStillAsked(waiting, about), isStillAsked(state, about)]).toEqual([true, false])
  })
})

it('a mail came back when that very mail did not arrive', () => {
  const mail = { seq: 2, recipient: 'a', permanent: false } as const
  const back = (why: 'bounce' | 'complaint' | 'reject') => [event('undelivered', MONDAY, system, { ...mail, why })]
  expect(cameBack(back('bounce'), 2, 'a')).toBe(true)
  expect(cameBack(back('reject'), 2, 'a')).toBe(true)
  expect(cameBack(back('complaint'), 2, 'a')).toBe(false)
  expect(cameBack(back('bounce'), 3, 'a')).toBe(false)
  expect(cameBack(back('bounce'), 2, 'b')).toBe(false)
  expect(cameBack([event('noted', MONDAY, system, { text: 'a' })], 2, 'a')).toBe(false)
})
