// The whole case after each event. Events here carry no clocks; what they do to those is in stages/ and clocks.test.ts.
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../functions/case/actor.ts'
import type { Case } from '../../functions/case/case.ts'
import type { EventOf, EventType } from '../../functions/case/events.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import { CHILD, citizen, integrator, moderator, operator, PARENT, responder, submit, system } from './commands.ts'
import { event } from './expected.ts'
import { caseId, given, utc } from './story.ts'

const NOW = '2026-03-03T10:00'
const received = {
  region: '99',
  messageId: 'M1',
  channel: 'form',
  regime: 'message',
  language: 'ru',
  moderated: false,
  reach: 'email',
} as const
const initial: Case = {
  id: caseId,
  version: 0,
  status: 'received',
  region: '',
  regime: 'message',
  channel: 'api',
  language: 'ru',
  reach: 'none',
  receivedAt: '',
  updatedAt: '',
  assignment: 0,
  round: { startedAt: '', questions: 0, extensions: 0, notes: {} },
  reopenings: 0,
  children: [],
  linkRequests: {},
  clocks: {},
}
const begun: Case = {
  ...initial,
  version: 1,
  status: 'routing',
  region: '99',
  channel: 'form',
  reach: 'email',
  receivedAt: '2026-03-02T07:00:00.000Z',
  updatedAt: '2026-03-02T07:00:00.000Z',
  round: { startedAt: '2026-03-02T07:00:00.000Z', questions: 0, extensions: 0, notes: {} },
}
const north = { organisation: 'north-office', responder: 'north-office-responder' }
const health = { organisation: 'health', responder: 'health-responder' }
const held: Case = {
  ...begun,
  status: 'in_progress',
  ...north,
  topic: 'roads.pothole',
  municipality: 'north',
  assignment: 3,
}
const asked = { reason: 'Ждём.', at: utc(NOW) }
const draft = { text: 'Сделано.', kind: 'final', at: utc('2026-03-02T12:00') } as const
const inRound = (state: Case, round: Partial<Case['round']>): Case => ({
  ...state,
  round: { ...state.round, ...round },
})

/** What an event makes of a case: the case as it was, but for these. What is undefined is gone. */
function becomes<T extends EventType>(
  before: Case,
  type: T,
  told: Omit<EventOf<T>, 'type' | 'at' | 'by' | 'clocks'>,
  changes: Partial<Record<keyof Case, unknown>>,
  by: Actor = responder,
) {
  const after = evolve(before, event(type, NOW, by, told))
  const expected = { ...before, version: before.version + 1, updatedAt: utc(NOW), ...changes }
  expect(after).toEqual(expected)
  for (const [name, value] of Object.entries(expected)) if (value === undefined) expect(after).not.toHaveProperty(name)
}

describe('published', () => {
  const told = { as: 'p1', question: 'Яма.', text: 'Засыпана.' }
  const publication = { ...told, since: utc(NOW), at: utc(NOW) }

  it('stands at its address since it came there first, with the words of now', () => {
    becomes(initial, 'published', told, { publication })
    const since = utc('2026-03-02T09:00')
    const before = { ...initial, publication: { ...publication, since, at: since, text: 'Засыплем.' } }
    becomes(before, 'published', told, { publication: { ...publication, since } })
    becomes(before, 'unpublished', { after: 'reopened' }, { publication: undefined })
  })
})

it('a case begins as nothing', () => {
  expect(initialCase(caseId)).toEqual(initial)
})

describe('received', () => {
  const fresh = { receivedAt: utc(NOW), region: '99', channel: 'form', reach: 'email' }
  const round = { ...initial.round, startedAt: utc(NOW) }

  it('waits for routing, or for a moderator', () => {
    becomes(initial, 'received', received, { ...fresh, round, status: 'routing' }, citizen)
    becomes(initial, 'received', { ...received, moderated: true }, { ...fresh, round, status: 'received' }, citizen)
  })

  it('keeps what the sender knew, and the integrator who sent it', () => {
    const known = { topic: 'roads.pothole', municipality: 'north', location: { lat: 56, lon: 38 } }
    const more = { ...known, regime: 'statutory', language: 'en', reach: 'none' } as const
    becomes(
      initial,
      'received',
      { ...received, ...more },
      { ...fresh, ...more, round, status: 'routing', integrator: 'demo' },
      integrator,
    )
    becomes(initial, 'received', received, { ...fresh, round, status: 'routing' }, operator)
  })
})

it('admitted, rejected, triaged', () => {
  becomes({ ...begun, status: 'received' }, 'admitted', {}, { status: 'routing' })
  becomes(
    { ...begun, children: [CHILD] },
    'rejected',
    { reason: 'Спам.', children: [CHILD] },
    { status: 'rejected', rejectedFor: 'Спам.', closedAt: utc(NOW), children: [] },
  )
  becomes(begun, 'triaged', { why: 'topic unknown', because: [] }, { status: 'triage' })
  const found = { topic: 'roads.pothole', municipality: 'north' }
  becomes(begun, 'triaged', { ...found, why: 'place unknown', because: [] }, { ...found, status: 'triage' })
  becomes({ ...begun, ...found }, 'triaged', { why: 'place unknown', because: [] }, { status: 'triage' })
})

describe('whose it is', () => {
  const requested = inRound({ ...held, handoverFrom: health }, { extensionRequest: asked })
  const round = { ...held.round }

  it('assigned', () => {
    const told = { ...health, topic: 'health.queue', first: false, because: [] }
    const changes = {
      ...health,
      topic: 'health.queue',
      status: 'assigned',
      assignment: 4,
      handoverFrom: undefined,
      round,
    }
    becomes(requested, 'assigned', told, changes)
    becomes(requested, 'assigned', { ...told, municipality: 'south' }, { ...changes, municipality: 'south' })
  })

  it('accepted', () => {
    becomes(requested, 'accepted', {}, { status: 'in_progress', handoverFrom: undefined })
  })

  it('handed over and back', () => {
    becomes(
      inRound(held, { extensionRequest: asked }),
      'handed_over',
      { from: 'north-office', ...health, reason: 'Ваше.' },
      { ...health, status: 'assigned', assignment: 4, round, handoverFrom: north },
    )
    becomes(
      { ...requested, handoverFrom: north, ...health },
      'handed_back',
      { ...north, reason: 'Нет.' },
      { ...north, status: 'assigned', assignment: 4, round, handoverFrom: undefined },
    )
  })

  it('declined: nobody’s', () => {
    becomes(
      requested,
      'declined',
      { organisation: 'north-office', reason: 'Не наше.' },
      {
        status: 'triage',
        assignment: 4,
        organisation: undefined,
        responder: undefined,
        handoverFrom: undefined,
        round,
      },
    )
  })
})

describe('a question', () => {
  const question = { text: 'Где?', at: utc(NOW), seq: 2 }

  it('waits, and is numbered', () => {
    becomes(
      { ...held, status: 'rework' },
      'clarification_asked',
      { question: 'Где?' },
      { status: 'clarification', before: 'rework', round: { ...held.round, question, questions: 1 } },
    )
  })

  const waiting = inRound({ ...held, status: 'clarification', before: 'rework' }, { question, questions: 1 })
  const round = { ...held.round, questions: 1 }

  it('is answered, or given up', () => {
    becomes(waiting, 'clarified', { messageId: 'M2' }, { status: 'rework', round })
    becomes(waiting, 'clarification_expired', { then: 'resume' }, { status: 'rework', round })
    becomes(waiting, 'clarification_expired', { then: 'close' }, {})
    const { before: _, ...old } = waiting
    becomes(old, 'clarified', { messageId: 'M2' }, { status: 'in_progress', round })
  })

  const mail = { seq: 2, recipient: 'citizen', why: 'bounce', permanent: false } as const

  it('that came back is marked, when it was this one and did not arrive', () => {
    becomes(waiting, 'undelivered', mail, { round: { ...round, question: { ...question, bounced: true } } }, system)
    becomes(waiting, 'undelivered', { ...mail, seq: 3 }, {}, system)
    becomes(waiting, 'undelivered', { ...mail, why: 'complaint' }, { reach: 'none' }, system)
    becomes(held, 'undelivered', mail, {}, system)
  })

  it('that is lost is taken back', () => {
    const after = evolve(waiting, {
      ...(event('undelivered', NOW, system, { ...mail, permanent: true }) as EventOf<'undelivered'>),
      clocks: [{ clock: 'clarification', change: 'stop' }],
    })
    expect([after.status, after.reach, after.round]).toEqual(['rework', 'none', round])
    const other = evolve(waiting, {
      ...(event('undelivered', NOW, system, mail) as EventOf<'undelivered'>),
      clocks: [
        { clock: 'rating', change: 'stop' },
        { clock: 'clarification', change: 'pause', why: 'merged' },
      ],
    })
    expect(other.status).toBe('clarification')
  })
})

it('more time is asked, given, refused', () => {
  const waiting = inRound(held, { extensionRequest: asked, extensions: 1 })
  becomes(held, 'extension_requested', { reason: 'Ждём.' }, { round: { ...held.round, extensionRequest: asked } })
  becomes(waiting, 'extended', { reason: 'Ждём.', due: utc(NOW) }, { round: { ...held.round, extensions: 2 } })
  becomes(waiting, 'extension_refused', { reason: 'Нет.' }, { round: { ...held.round, extensions: 1 } })
})

describe('an answer', () => {
  const reviewed = inRound({ ...held, status: 'answer_review', children: [CHILD] }, { draft, returnReason: 'Где?' })

  it('is written and sent back', () => {
    becomes(
      held,
      'answered',
      { text: 'Сделано.', kind: 'final' },
      { status: 'answer_review', round: { ...held.round, draft: { text: 'Сделано.', kind: 'final', at: utc(NOW) } } },
    )
    becomes(
      inRound(held, { draft }),
      'answer_returned',
      { reason: 'Где?' },
      { status: 'rework', round: { ...held.round, draft, returnReason: 'Где?' } },
    )
  })

  it('is approved', () => {
    const approved = { text: 'Засыпано.', kind: 'final', edited: true } as const
    const answer = { text: 'Засыпано.', kind: 'final', at: utc(NOW) } as const
    becomes(
      reviewed,
      'answer_approved',
      { ...approved, children: [CHILD] },
      { status: 'resolved', children: [], round: { ...held.round, answer } },
      moderator,
    )
    becomes(
      reviewed,
      'answer_approved',
      { ...approved, kind: 'interim' },
      { status: 'in_progress', round: { ...held.round, answer: { ...answer, kind: 'interim' } } },
      moderator,
    )
  })

  it('is rated', () => {
    const { round } = held
    becomes(held, 'rated', { score: 4, solved: true }, { round: { ...round, rating: { score: 4, solved: true } } })
  })
})

describe('reopened', () => {
  const over = inRound(
    { ...held, status: 'closed', closedAt: utc(NOW), outcome: 'solved', rejectedFor: 'Спам.', reopenings: 1 },
    { answer: draft, questions: 2, notes: { a: 5 }, rating: { score: 2, solved: false } },
  )
  const round = { startedAt: utc(NOW), questions: 0, extensions: 0, notes: {} }
  const fresh = { round, reopenings: 2, assignment: 4, closedAt: undefined, outcome: undefined, rejectedFor: undefined }

  it('begins a round with who had the case, and keeps the last answer', () => {
    becomes(over, 'reopened', {}, { ...fresh, status: 'assigned', previousAnswer: draft }, citizen)
  })

  it('without an answer keeps the one of the round before; without a holder it goes to triage', () => {
    const { organisation: _, responder: __, ...nobodys } = { ...over, previousAnswer: draft }
    becomes(inRound(nobodys, { answer: undefined! }), 'reopened', {}, { ...fresh, status: 'triage' }, operator)
    const never = inRound(over, { answer: undefined! })
    becomes(never, 'reopened', {}, { ...fresh, status: 'assigned', previousAnswer: undefined }, operator)
  })
})

it('closed', () => {
  const children = [CHILD]
  const changes = { status: 'closed', outcome: 'answered', closedAt: utc(NOW), children: [] }
  becomes({ ...held, children }, 'closed', { outcome: 'answered', children }, changes, system)
})

it('merged, undone, answered with another', () => {
  const into = { mergedInto: PARENT, mergedAt: utc(NOW) }
  const merged = { ...held, status: 'merged', ...into, beforeMerge: 'in_progress' } as const
  const alone = { mergedInto: undefined, mergedAt: undefined, beforeMerge: undefined }
  becomes(held, 'merged', { into: PARENT }, { ...into, status: 'merged', beforeMerge: 'in_progress' })
  becomes(merged, 'unmerged', { to: 'rework' }, { ...alone, status: 'rework' })
  const answer = { text: 'Сделано.', kind: 'final', at: utc(NOW) }
  const shared = { ...alone, status: 'resolved', round: { ...held.round, answer } }
  becomes(merged, 'answer_shared', { text: 'Сделано.', from: PARENT }, shared, system)
})

it('joined and parted, each child once', () => {
  const other = '99-260302-DDDDD'
  becomes({ ...held, children: [other] }, 'joined', { child: CHILD }, { children: [other, CHILD] })
  becomes({ ...held, children: [CHILD, other] }, 'joined', { child: CHILD }, { children: [other, CHILD] })
  becomes({ ...held, children: [CHILD, other] }, 'parted', { child: CHILD }, { children: [other] })
})

it('notes and links are counted by person', () => {
  const noted = inRound(held, { notes: { [responder.id]: 1, other: 2 } })
  becomes(noted, 'noted', { text: 'Смотрим.' }, { round: { ...held.round, notes: { [responder.id]: 2, other: 2 } } })
  becomes(
    noted,
    'noted',
    { text: 'Да.' },
    { round: { ...held.round, notes: { [responder.id]: 1, other: 2, system: 1 } } },
    system,
  )
  const asked = { ...held, linkRequests: { a: '2026-03-01T00:00:00.000Z' } }
  becomes(asked, 'link_requested', { contact: 'b' }, { linkRequests: { ...asked.linkRequests, b: utc(NOW) } })
})

describe('a mail that did not arrive', () => {
  const mail = { seq: 2, recipient: 'a', why: 'bounce', permanent: false } as const

  it('to an official is remembered once, a dead address apart', () => {
    becomes(held, 'undelivered', mail, { unreached: ['a'] }, system)
    const before = { ...held, unreached: ['b', 'a'], deadAddresses: ['b'] }
    becomes(before, 'undelivered', mail, {}, system)
    becomes(before, 'undelivered', { ...mail, permanent: true }, { deadAddresses: ['b', 'a'] }, system)
    becomes(held, 'undelivered', { ...mail, why: 'complaint' }, { unreached: ['a'], deadAddresses: ['a'] }, system)
    becomes(before, 'undelivered', { ...mail, recipient: 'b', permanent: true }, {}, system)
  })

  it('to the citizen for good makes them unreachable', () => {
    becomes(held, 'undelivered', { ...mail, recipient: 'citizen', permanent: true }, { reach: 'none' }, system)
    becomes(held, 'undelivered', { ...mail, recipient: 'citizen' }, {}, system)
  })

  it('because its address wants none: as if its reader had said so of this case', () => {
    const unwanted = { ...mail, recipient: 'citizen', why: 'unwanted' } as const
    becomes(
      held,
      'undelivered',
      { ...unwanted, permanent: true },
      { reach: 'none', mailing: 'never', reachBefore: 'email' },
      system,
    )
    becomes(held, 'undelivered', { ...unwanted, permanent: false }, {}, system)
  })
})

it('a new date changes nothing but clocks', () => {
  becomes(held, 'rescheduled', { reason: 'Новые.', version: '2', moved: [] }, {}, operator)
})

it('a corrected topic changes the topic, and nothing else but clocks', () => {
  becomes(held, 'topic_corrected', { topic: 'health.queue', moved: [] }, { topic: 'health.queue' }, operator)
})

describe('reminders mark their clock', () => {
  const rule = { amount: 3, unit: 'working days', version: '1', source: 'policy', id: 'message' } as const
  const clock = { startedAt: utc(NOW), due: utc(NOW), rule }
  const warnAt = [0.5, 0.8].map((share) => ({ at: utc(NOW), to: 'responder' as const, share }))
  const running: Case = { ...held, clocks: { finalAnswer: { ...clock, warnAt }, acceptance: clock } }
  const marked = (marks: object) => ({ clocks: { ...running.clocks, finalAnswer: { ...clock, warnAt, ...marks } } })
  const place = { clock: 'finalAnswer', assignment: 3, step: 1, contact: 'a' } as const

  it('warned and escalated, by the step', () => {
    becomes(running, 'warned', { ...place, share: 0.8, to: 'responder' }, marked({ warned: 2 }), system)
    becomes(running, 'escalated', { ...place, to: 'deputy' }, marked({ escalated: 2 }), system)
  })

  it('missed: by whom, and nothing is left to warn of', () => {
    const missed = { clock: 'finalAnswer', assignment: 3 } as const
    becomes(running, 'missed', missed, marked({ missed: true, missedBy: 'north-office', warned: 2 }), system)
    const { organisation: _, ...nobodys } = running
    becomes(nobodys, 'missed', missed, marked({ missed: true, warned: 2 }), system)
    becomes(
      running,
      'missed',
      { ...missed, clock: 'acceptance' },
      { clocks: { ...running.clocks, acceptance: { ...clock, missed: true, missedBy: 'north-office' } } },
      system,
    )
  })

  it('of a clock that is gone mark nothing', () => {
    becomes(held, 'escalated', { ...place, to: 'deputy' }, {}, system)
    becomes(held, 'missed', { clock: 'rating', assignment: 3 }, {}, system)
  })
})

describe('mails to an address that anybody may have named', () => {
  const ended = { ...held, reach: 'none', mailing: 'stopped', reachBefore: 'email' } as const

  it('are confirmed', () => {
    becomes(held, 'address_confirmed', {}, { mailing: 'confirmed' })
    becomes({ ...held, reach: 'none' }, 'address_confirmed', {}, { mailing: 'confirmed' })
  })

  it('go to one that was left later, which nobody confirmed yet', () => {
    becomes({ ...held, reach: 'none' }, 'address_left', {}, { reach: 'email' })
  })

  it('are stopped, of this case or of the address', () => {
    const end = { reach: 'none', mailing: 'stopped', reachBefore: 'email' } as const
    becomes(held, 'mails_stopped', { scope: 'case' }, end)
    becomes({ ...held, mailing: 'confirmed' }, 'mails_stopped', { scope: 'case' }, end)
    becomes(ended, 'mails_stopped', { scope: 'address' }, { mailing: 'never' })
  })

  it('are not begun where the address wanted none when the message came', () => {
    const { reach, mailing, reachBefore } = given(submit({ unwanted: true })).state
    expect({ reach, mailing, reachBefore }).toEqual({ reach: 'none', mailing: 'never', reachBefore: 'email' })
  })

  it('are taken up again after a stop, unless nothing arrives there', () => {
    const { reachBefore: _, ...again } = evolve(ended, event('address_confirmed', NOW, citizen, {}))
    expect(again).toMatchObject({ mailing: 'confirmed', reach: 'email' })
    const mail = { seq: 2, recipient: 'citizen', why: 'complaint', permanent: false } as const
    becomes(ended, 'undelivered', mail, { reachBefore: 'none' }, system)
  })
})
