// Who is told what of each event, by where the case stands when the mail would go: "recipient kind link", whole.
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import type { Clock } from '../../functions/case/clocks/clock.ts'
import type { CaseEvent, EventOf, EventType } from '../../functions/case/events.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { isToldOf, noticesFor } from '../../functions/case/notices/notices-for.ts'
import { statuses, type Status } from '../../functions/case/statuses.ts'
import type { ClockName } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'
import { CHILD, operator, PARENT, responder, system } from './commands.ts'
import { clock, event, rested } from './expected.ts'
import { caseId, utc } from './story.ts'

const NOW = '2026-03-03T10:00'
const little = littleRegion()
/** Two on duty everywhere: the first is told. */
const region = { ...little, moderators: [...little.moderators, { ...little.moderators[0]!, id: 'moderator-2' }] }
const me = 'north-office-responder'
const held: Case = {
  ...initialCase(caseId),
  status: 'in_progress',
  reach: 'email',
  organisation: 'north-office',
  responder: me,
  assignment: 2,
}
const nobodys = { organisation: undefined!, responder: undefined! }

/** Told of an event while the case stands so. */
function told(of: CaseEvent, changes: Partial<Case> = {}, within = region): string[] {
  return noticesFor(within, { ...held, ...changes }, of).map(
    ({ recipient, kind, link }) => `${recipient} ${kind} ${link}`,
  )
}

/** The statuses in which an event tells anybody, and what; it must be the same in all of them. */
function where(of: CaseEvent, changes: Partial<Case> = {}) {
  const loud = statuses.filter((status) => told(of, { ...changes, status }).length > 0)
  const lines = loud.map((status) => told(of, { ...changes, status }))
  for (const line of lines) expect(line).toEqual(lines[0])
  return { in: loud, told: lines[0] ?? [] }
}

const everywhere: readonly Status[] = statuses
const atWork = ['assigned', 'in_progress', 'clarification', 'rework']
const of = <T extends EventType>(type: T, more: Omit<EventOf<T>, 'type' | 'at' | 'by' | 'clocks'>) =>
  event(type, NOW, system, more)
const north = { organisation: 'north-office', responder: me }
const received = {
  region: '99',
  messageId: 'M1',
  channel: 'form',
  regime: 'message',
  language: 'ru',
  reach: 'email',
} as const

describe('of a new case', () => {
  it('an operator is told who has to let it in, until it is', () => {
    expect(where(of('received', { ...received, moderated: true }))).toEqual({
      in: ['received'],
      told: ['operator-1 moderation triage', 'citizen received track'],
    })
    expect(where(of('received', { ...received, moderated: false })).in).toEqual([])
    expect(where(of('admitted', {})).in).toEqual([])
  })

  it('an operator is told who has to find its organisation, while that is to be found', () => {
    const triage = { in: ['triage'], told: ['operator-1 triage triage'] }
    expect(where(of('triaged', { why: 'topic unknown', because: [] }))).toEqual(triage)
    expect(where(of('declined', { organisation: 'health', reason: 'Не наше.' }))).toEqual(triage)
    expect(where(of('reopened', {}))).toEqual(triage)
  })

  it('the citizen is told when it is rejected', () => {
    expect(where(of('rejected', { reason: 'Спам.' }))).toEqual({ in: everywhere, told: ['citizen rejected track'] })
  })
})

describe('of whose it is', () => {
  const assigned = { ...north, topic: 'roads.pothole', because: [] }

  it('who has it is told, while it is theirs and to be worked on', () => {
    const work = { in: atWork, told: [`${me} work respond`] }
    expect(where(of('assigned', { ...assigned, first: false }))).toEqual(work)
    expect(where(of('handed_over', { ...north, from: 'health', reason: 'Ваше.' }))).toEqual(work)
    expect(where(of('reopened', { responder: me }))).toEqual(work)
    expect(where(of('handed_back', { ...north, reason: 'Нет.' }))).toEqual({
      in: atWork,
      told: [`${me} handed-back respond`],
    })
    const another = { responder: 'health-responder' }
    for (const one of [
      of('assigned', { ...assigned, first: false }),
      of('handed_over', { ...north, from: 'health', reason: 'Ваше.' }),
      of('handed_back', { ...north, reason: 'Нет.' }),
      of('reopened', { responder: me }),
    ])
      expect(where(one, another).in).toEqual([])
  })

  it('the citizen is told at once that it is here, while nobody answers for it yet', () => {
    const assignment = clock('assignment', NOW)
    const triaged = of('triaged', { why: 'place unknown', because: [] })
    const waiting = { ...nobodys, status: 'triage', receivedAt: utc(NOW), clocks: { assignment } } as const
    expect(told(triaged, waiting)).toEqual(['operator-1 triage triage', 'citizen received track'])
    expect(told(triaged, { ...waiting, receivedAt: utc('2026-03-01T10:00') })).toEqual(['operator-1 triage triage'])
    expect(told(triaged, { ...waiting, status: 'assigned' })).toEqual([])
  })

  it('the citizen is told of a date that was promised to them, as long as it is broken', () => {
    const broken = (name: ClockName, more: Partial<Clock> = {}, assignment = 1) => {
      const changes = { assignment, clocks: { [name]: { ...clock(name, '2026-02-20T10:00'), ...more } } }
      return told(of('missed', { clock: name, assignment: 1 }), changes).includes('citizen late track')
    }
    const names = ['moderation', 'assignment', 'acceptance', 'firstResponse', 'finalAnswer', 'answerReview'] as const
    expect(names.filter((name) => broken(name))).toEqual(['moderation', 'assignment', 'finalAnswer'])
    expect(broken('finalAnswer', {}, 2)).toBe(true)
    expect(broken('finalAnswer', { moves: [{ kind: 'pause', from: utc(NOW), why: 'question' }] })).toBe(false)
    expect(broken('finalAnswer', { due: utc('2026-03-03T10:01') })).toBe(false)
    expect(told(of('missed', { clock: 'finalAnswer', assignment: 2 }))).toEqual([])
  })

  it('the citizen is told who answers, once', () => {
    const first = of('assigned', { ...assigned, first: true })
    expect(told(first)).toEqual([`${me} work respond`, 'citizen registered track'])
    expect(told(first, { status: 'closed' })).toEqual(['citizen registered track'])
  })

  it('who lost it is told, unless it is theirs again by now', () => {
    const lost = { organisation: 'health', responder: 'health-responder' }
    const taken = 'health-responder taken respond'
    const gone = [
      of('assigned', { ...assigned, first: false, lost }),
      of('handed_over', { ...north, from: 'health', reason: 'Ваше.', lost }),
      of('handed_back', { ...north, reason: 'Нет.', lost }),
    ]
    for (const one of gone) {
      expect(told(one).at(-1)).toBe(taken)
      expect(told(one, { ...lost })).toEqual([])
    }
    const declined = of('declined', { organisation: 'health', reason: 'Не наше.', lost })
    expect(told(declined, { ...nobodys, status: 'triage' })).toEqual(['operator-1 triage triage', taken])
    const merged = of('merged', { into: PARENT, lost: north })
    expect(where(merged)).toEqual({ in: ['merged'], told: [`${me} taken respond`] })
    expect(where(of('merged', { into: PARENT })).in).toEqual([])
  })

  it('who took it gets a receipt, if they want one or it goes out of the organisation', () => {
    const withReceipts = {
      ...region,
      organisations: region.organisations.map((one) => ({ ...one, responder: { ...one.responder, receipts: true } })),
    }
    const accepted = event('accepted', NOW, responder, {})
    const answered = event('answered', NOW, responder, { text: 'Сделано.', kind: 'final' })
    expect(told(accepted)).toEqual([])
    expect(told(accepted, {}, withReceipts)).toEqual([`${me} receipt respond`])
    expect(told(answered, {}, withReceipts)).toEqual([`${me} receipt respond`])
    const handed = event('handed_over', NOW, responder, {
      from: 'north-office',
      organisation: 'health',
      responder: 'health-responder',
      reason: 'Ваше.',
    })
    const back = event('declined', NOW, responder, { organisation: 'north-office', reason: 'Не наше.' })
    const asked = event('clarification_asked', NOW, responder, { question: 'Где?' })
    const wanted = event('extension_requested', NOW, responder, { reason: 'Ждём.' })
    for (const one of [handed, back, asked, wanted])
      expect(told(one, {}, withReceipts).at(-1), one.type).toBe(`${me} receipt respond`)
    expect(told(event('accepted', NOW, operator, {}), {}, withReceipts)).toEqual([])
    const given = event('handed_back', NOW, responder, {
      ...{ organisation: 'health', responder: 'health-responder', reason: 'Не наше.' },
    })
    // What goes out of the organisation unread has a receipt always: it carries «this wasn't me».
    for (const one of [handed, back, asked, given]) expect(told(one).at(-1), one.type).toBe(`${me} receipt respond`)
    for (const one of [accepted, answered, wanted]) expect(told(one), one.type).not.toContain(`${me} receipt respond`)
    expect(told(event('accepted', NOW, { role: 'responder' }, {}), {}, withReceipts)).toEqual([])
  })
})

describe('of a question', () => {
  it('the citizen is told, and the holder of what came of it', () => {
    expect(told(of('clarification_asked', { question: 'Где?' }))).toEqual(['citizen question track'])
    expect(told(of('clarified', { messageId: 'M2' }))).toEqual([`${me} clarified respond`])
    expect(told(of('clarified', { messageId: 'M2' }), nobodys)).toEqual([])
    expect(told(of('clarification_expired', { then: 'resume' }))).toEqual([`${me} no-reply respond`])
    expect(told(of('clarification_expired', { then: 'close' }))).toEqual([])
    expect(told(of('closed', { outcome: 'no reply' }))).toEqual(['citizen closed track'])
    expect(told(of('closed', { outcome: 'solved' }))).toEqual([])
    expect(told(of('closed', { outcome: 'answered' }))).toEqual([])
  })
})

describe('of more time', () => {
  it('an operator is asked while it is asked for; the holder learns what was decided, the citizen the new date', () => {
    const request = { round: { ...held.round, extensionRequest: { reason: 'Ждём.', at: utc(NOW) } } }
    const asked = of('extension_requested', { reason: 'Ждём.' })
    expect([told(asked, request), told(asked)]).toEqual([['operator-1 extension-asked triage'], []])
    expect(told(of('extended', { reason: 'Ждём.', due: utc(NOW) }))).toEqual([
      `${me} extension-decided respond`,
      'citizen extended track',
    ])
    expect(told(of('extended', { reason: 'Ждём.', due: utc(NOW) }), nobodys)).toEqual(['citizen extended track'])
    expect(told(of('extension_refused', { reason: 'Нет.' }))).toEqual([`${me} extension-decided respond`])
  })

  it('a new date is told of where it is the final answer’s', () => {
    const moved = (...clocks: ('finalAnswer' | 'acceptance')[]) =>
      of('rescheduled', {
        reason: 'Новые сроки.',
        version: '2',
        moved: clocks.map((name) => ({ clock: name, from: utc(NOW), to: utc(NOW) })),
      })
    expect(told(moved('acceptance', 'finalAnswer'))).toEqual([`${me} rescheduled respond`, 'citizen rescheduled track'])
    expect(told(moved('acceptance'))).toEqual([])
    expect(told(moved())).toEqual([])
    const corrected = (name: 'finalAnswer' | 'acceptance') =>
      of('topic_corrected', { topic: 'health.queue', moved: [{ clock: name, from: utc(NOW), to: utc(NOW) }] })
    expect(told(corrected('finalAnswer'))).toEqual([`${me} rescheduled respond`, 'citizen rescheduled track'])
    expect(told(corrected('acceptance'))).toEqual([])
  })
})

describe('of an answer', () => {
  it('a moderator reads it, the holder mends it, the citizen gets it', () => {
    expect(where(of('answered', { text: 'Сделано.', kind: 'final' }))).toEqual({
      in: ['answer_review'],
      told: ['moderator-2 review review'],
    })
    expect(told(of('answer_returned', { reason: 'Где?' }))).toEqual([`${me} returned respond`])
    const approved = { text: 'Сделано.', edited: false }
    expect(told(of('answer_approved', { ...approved, kind: 'final' }))).toEqual(['citizen answer track'])
    expect(told(of('answer_approved', { ...approved, kind: 'interim' }))).toEqual(['citizen interim track'])
    expect(told(of('answer_shared', { text: 'Сделано.', from: PARENT }))).toEqual(['citizen answer track'])
  })

  it('who asked for a fresh link gets it', () => {
    expect(told(of('link_requested', { contact: 'north-office-deputy' }))).toEqual([
      'north-office-deputy fresh-link respond',
    ])
    expect(told(of('link_requested', { contact: 'citizen' }))).toEqual(['citizen fresh-link track'])
  })
})

it('nobody is told of notes, ratings and the other half of a merge', () => {
  const silent = [
    of('noted', { text: 'Смотрим.' }),
    of('rated', { score: 3, solved: true }),
    of('joined', { child: CHILD }),
    of('parted', { child: CHILD }),
  ]
  for (const one of silent) expect([where(one).in, isToldOf(one.type)]).toEqual([[], false])
})

it('of a case that stands on its own again whoever has to act is told', () => {
  const unmerged = of('unmerged', { to: 'assigned' })
  const lines = statuses.map((status) => [status, told(unmerged, { status })])
  const mine = [`${me} unmerged respond`]
  expect(Object.fromEntries(lines)).toEqual({
    received: ['operator-1 moderation triage'],
    routing: [],
    triage: ['operator-1 triage triage'],
    assigned: mine,
    in_progress: mine,
    clarification: [],
    answer_review: ['moderator-2 review review'],
    rework: mine,
    resolved: [],
    closed: [],
    merged: [],
    rejected: [],
  })
})

it('an address that was left later is told of the case', () => {
  expect(told(of('address_left', {}))).toEqual(['citizen address-left track'])
  expect(told(of('address_left', {}), { reach: 'none' })).toEqual([])
})

it('a citizen who cannot be reached is never written to', () => {
  const reach = { reach: 'none' } as const
  expect(told(of('rejected', { reason: 'Спам.' }), reach)).toEqual([])
  expect(told(of('extended', { reason: 'Ждём.', due: utc(NOW) }), reach)).toEqual([`${me} extension-decided respond`])
})

describe('of a deadline', () => {
  const started = '2026-03-02T10:00'
  const running = (name: Parameters<typeof clock>[0], more = {}) => ({ clocks: { [name]: clock(name, started, more) } })
  const final = { clock: 'finalAnswer', assignment: 2 } as const
  const warned = of('warned', { ...final, step: 0, share: 0.8, to: 'responder', contact: me })
  const missed = of('missed', final)
  const escalated = (step: number, to: 'deputy' | 'supervisor' | 'operator', contact: string, assignment = 2) =>
    of('escalated', { ...final, assignment, step, to, contact })

  it('each step tells its person', () => {
    const on = running('finalAnswer')
    expect(told(warned, on)).toEqual([`${me} warning respond`])
    expect(told(missed, on)).toEqual([`${me} missed respond`])
    expect(told(missed, { ...on, ...nobodys })).toEqual(['operator-1 missed triage'])
    expect(told(escalated(0, 'deputy', 'north-office-deputy'), on)).toEqual(['north-office-deputy escalation respond'])
    expect(told(escalated(2, 'operator', 'operator-1'), on)).toEqual(['operator-1 escalation triage'])
  })

  it.each([
    ['is gone', {}],
    ['rests', running('finalAnswer', { moves: [rested('2026-03-03T09:00', undefined, 'question')] })],
    ['was started anew since', { clocks: { finalAnswer: clock('finalAnswer', '2026-03-03T10:01') } }],
    ['is another’s now', { ...running('finalAnswer'), assignment: 3 }],
  ])('says nothing of a clock that %s', (_, changes) => {
    for (const one of [warned, missed, escalated(0, 'deputy', 'north-office-deputy')])
      expect(told(one, changes)).toEqual([])
  })

  it('still asks an operator of a case that is another’s now; of what is gone it asks nobody', () => {
    const step = escalated(2, 'operator', 'operator-1')
    expect(told(step, { ...running('finalAnswer'), assignment: 3 })).toEqual(['operator-1 escalation triage'])
    expect(told(step, { clocks: {}, assignment: 3 })).toEqual([])
    const warning = of('warned', { ...final, step: 0, share: 0.8, to: 'operator', contact: 'operator-1' })
    expect(told(warning, { ...running('finalAnswer'), assignment: 3 })).toEqual(['operator-1 warning triage'])
  })

  it('counts one that started at that very instant', () => {
    expect(told(missed, { clocks: { finalAnswer: clock('finalAnswer', NOW) } })).toEqual([`${me} missed respond`])
  })

  it.each([
    ['moderation', 'operator-1 missed triage'],
    ['assignment', 'operator-1 missed triage'],
    ['answerReview', 'moderator-2 missed review'],
  ] as const)('of the control centre (%s) is its own, whoever has the case', (name, line) => {
    expect(told(of('missed', { clock: name, assignment: 1 }), running(name))[0]).toBe(line)
  })

  it('of moderators reminds in their own place', () => {
    const step = { clock: 'answerReview', assignment: 1, step: 1, contact: 'moderator-2' } as const
    const on = running('answerReview')
    expect(told(of('escalated', { ...step, to: 'moderator' }), on)).toEqual(['moderator-2 escalation review'])
  })

  it('does not tell again who is told of the breach at the same instant', () => {
    const on = running('finalAnswer')
    expect(told(escalated(0, 'deputy', me), on)).toEqual([])
    expect(told(escalated(1, 'supervisor', me), on)).toEqual([`${me} escalation respond`])
    expect(told(escalated(9, 'supervisor', me), on)).toEqual([`${me} escalation respond`])
  })
})

describe('of a mail that did not arrive', () => {
  const mail = { seq: 2, recipient: me, why: 'bounce', permanent: true } as const
  const instead = { to: 'deputy', contact: 'north-office-deputy' } as const
  const about = { kind: 'work', assignment: 2 } as const

  it('who stands in is asked while it is still asked, and an operator learns of the address', () => {
    const lost = of('undelivered', { ...mail, about, ...instead, told: 'operator-1' })
    const deadAddress = 'operator-1 dead-address triage'
    expect(told(lost, { status: 'assigned' })).toEqual(['north-office-deputy undelivered respond', deadAddress])
    expect(told(lost, { status: 'rework' })).toEqual([deadAddress])
    expect(told(of('undelivered', { ...mail, about, ...instead }), { status: 'assigned' })).toEqual([
      'north-office-deputy undelivered respond',
    ])
    expect(told(of('undelivered', mail), { status: 'assigned' })).toEqual([])
    expect(told(of('undelivered', { ...mail, ...instead }), { status: 'assigned' })).toEqual([])
    expect(told(of('undelivered', { ...mail, about, to: 'deputy' }), { status: 'assigned' })).toEqual([])
    expect(told(of('undelivered', { ...mail, about, contact: 'north-office-deputy' }), { status: 'assigned' })).toEqual(
      [],
    )
  })

  it('an operator who stands in is not told twice', () => {
    const asked = of('undelivered', { ...mail, about, to: 'operator', contact: 'operator-1', told: 'operator-1' })
    expect(told(asked, { status: 'assigned' })).toEqual(['operator-1 undelivered triage'])
    const another = of('undelivered', { ...mail, about, to: 'operator', contact: 'operator-1', told: 'operator-2' })
    expect(told(another, { status: 'assigned' })).toEqual([
      'operator-1 undelivered triage',
      'operator-2 dead-address triage',
    ])
  })

  it('with a question the holder is told that work goes on', () => {
    const question = { ...mail, recipient: 'citizen' } as const
    const takenUp = {
      ...of('undelivered', question),
      clocks: [{ clock: 'clarification', change: 'stop' }],
    } as CaseEvent
    expect(where(takenUp)).toEqual({ in: atWork, told: [`${me} question-undelivered respond`] })
    expect(where(of('undelivered', question)).in).toEqual([])
    expect(where({ ...of('undelivered', question), clocks: [] }).in).toEqual([])
    expect(told(takenUp, nobodys)).toEqual([])
    const stopped = of('mails_stopped', { scope: 'case' })
    const clocks = [{ clock: 'clarification', change: 'stop' }] as const
    expect(where({ ...stopped, clocks })).toEqual({ in: atWork, told: [`${me} question-undelivered respond`] })
    expect(where(stopped).in).toEqual([])
  })
})

describe('events', () => {
  const types = Object.keys({
    received: 1,
    admitted: 1,
    rejected: 1,
    triaged: 1,
    supplied: 1,
    assigned: 1,
    accepted: 1,
    handed_over: 1,
    handed_back: 1,
    declined: 1,
    clarification_asked: 1,
    clarified: 1,
    clarification_expired: 1,
    extension_requested: 1,
    extended: 1,
    extension_refused: 1,
    answered: 1,
    answer_returned: 1,
    answer_approved: 1,
    rated: 1,
    reopened: 1,
    closed: 1,
    merged: 1,
    unmerged: 1,
    joined: 1,
    parted: 1,
    answer_shared: 1,
    noted: 1,
    link_requested: 1,
    rescheduled: 1,
    topic_corrected: 1,
    warned: 1,
    missed: 1,
    escalated: 1,
    undelivered: 1,
    erasure_requested: 1,
    erasure_refused: 1,
    erased: 1,
    address_confirmed: 1,
    mails_stopped: 1,
    address_left: 1,
    undone: 1,
    added: 1,
    code_requested: 1,
    disowned: 1,
    disowned_checked: 1,
    published: 1,
    unpublished: 1,
    called: 1,
    photo_added: 1,
    photo_removed: 1,
    source_noted: 1,
    passed_on: 1,
  } satisfies Record<EventType, 1>) as EventType[]

  it('tell of everything but what is silent', () => {
    expect(types.filter((type) => !isToldOf(type))).toEqual([
      ...[
        'admitted',
        'supplied',
        'rated',
        'joined',
        'parted',
        'noted',
        'erased',
        'address_confirmed',
        'disowned_checked',
      ],
      ...['published', 'unpublished', 'called', 'photo_removed', 'source_noted', 'passed_on'],
    ])
  })
})
