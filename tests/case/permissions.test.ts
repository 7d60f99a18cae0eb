// Who may give which command where: every role, command and status against a list that is written down here once more, so that
// nobody gets a right by a slip of the code's own table.
import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../functions/case/actor.ts'
import type { Command, CommandType, RefusalCode, Shown, Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { givenNow, shownOf } from '../../functions/case/permissions.ts'
import type { Status } from '../../functions/case/statuses.ts'
import { littleRegion } from '../little-region.ts'
import * as commands from './commands.ts'
import { event } from './expected.ts'
import { caseId, given, MONDAY, Story, utc } from './story.ts'

const { another, citizen, integrator, moderator, municipal, operator, responder, system } = commands
const { accept, answer, approve, ask, join, merge, note, rate, reject, route, sendBack, submit, tick } = commands
const actors: Record<Role, Actor> = { citizen, integrator, moderator, municipal, operator, responder, system }
const all =
  'received routing triage assigned in_progress clarification answer_review rework resolved closed merged rejected'
const open = 'received routing triage assigned in_progress clarification answer_review rework'
const held = 'assigned in_progress rework'

/** Each command: who may give it, where, and what the page must have shown. */
const allowed: Record<
  Exclude<CommandType, 'Submit'>,
  readonly [Unshown, roles: string, statuses: string, shows?: keyof Shown]
> = {
  Admit: [commands.admit, 'operator system', 'received'],
  Reject: [reject, 'operator', 'received routing triage', 'assignment'],
  Route: [route, 'system', 'routing'],
  Supply: [commands.supply({ municipality: 'north' }), 'citizen integrator', 'triage', 'askedAt'],
  Assign: [commands.assign(), 'operator municipal system', `routing triage ${held}`, 'assignment'],
  Accept: [accept, 'responder operator', 'assigned', 'assignment'],
  HandOver: [commands.handOver, 'responder operator', held, 'assignment'],
  Decline: [commands.decline, 'responder operator', held, 'assignment'],
  AskCitizen: [ask, 'responder operator', held, 'assignment'],
  Clarify: [commands.clarify, 'citizen operator integrator', 'clarification', 'questionAt'],
  ReportCall: [commands.call({ outcome: 'no reply' }), 'responder operator', `${held} resolved`, 'assignment'],
  RequestExtension: [commands.more, 'responder', held, 'assignment'],
  GrantExtension: [commands.grant, 'operator', open, 'requestAt'],
  RefuseExtension: [commands.refuseMore, 'operator', open, 'requestAt'],
  Answer: [answer(), 'responder operator', held, 'assignment'],
  ReturnAnswer: [sendBack, 'moderator operator municipal', 'answer_review', 'draftAt'],
  ApproveAnswer: [approve, 'moderator operator municipal', 'answer_review', 'draftAt'],
  Publish: [commands.publish(), 'moderator operator', 'resolved closed', 'round'],
  Unpublish: [commands.unpublish, 'moderator operator', all],
  Rate: [rate(), 'citizen integrator', 'resolved closed', 'round'],
  Reopen: [commands.reopen, 'citizen operator integrator', 'resolved closed rejected', 'round'],
  Merge: [merge, 'operator citizen', open, 'assignment'],
  Unmerge: [commands.unmerge, 'operator system', 'merged', 'from'],
  Join: [join(), 'operator citizen', open],
  Part: [commands.part, 'operator', open],
  ShareAnswer: [commands.share('2026-03-02T12:00:00.000Z'), 'system', 'merged', 'from'],
  AddWords: [
    { type: 'AddWords', by: citizen, messageId: 'M2' },
    'citizen integrator',
    'received routing triage assigned in_progress answer_review rework',
  ],
  Withdraw: [{ type: 'Withdraw', by: citizen }, 'citizen integrator', `${open} merged`],
  Note: [note, 'responder operator moderator municipal system', `${open} merged`],
  RequestLink: [commands.askLink, 'responder operator', open],
  CorrectTopic: [
    commands.correct(),
    'operator',
    'received triage assigned in_progress clarification answer_review rework',
    'topicWas',
  ],
  NoteSource: [{ type: 'NoteSource', by: integrator, facts: { source: 'pos', number: '7' } }, 'integrator', all],
  PassOn: [{ type: 'PassOn', by: operator, to: 'moderator-1' }, 'operator moderator', open],
  Reschedule: [commands.reschedule, 'operator', `${open} merged`],
  ReportBounce: [commands.bounce(), 'system', all],
  RequestErasure: [{ type: 'RequestErasure', by: citizen }, 'citizen', all],
  Erase: [{ type: 'Erase', by: operator, ground: 'order' }, 'operator', all],
  RefuseErasure: [{ type: 'RefuseErasure', by: operator, reason: 'Нужен ответ.' }, 'operator', all],
  ConfirmAddress: [commands.confirm, 'citizen', all],
  StopMails: [commands.stopMails, 'citizen', all],
  LeaveAddress: [{ type: 'LeaveAddress', by: citizen }, 'citizen', `${open} merged`],
  Undo: [{ type: 'Undo', by: responder, history: [] }, 'responder operator', held, 'version'],
  RequestCode: [
    { type: 'RequestCode', by: responder, contact: 'north-office-responder' },
    'responder operator moderator',
    all,
  ],
  Disown: [{ type: 'Disown', by: responder, seq: 1, history: [] }, 'responder', all],
  CheckDisowned: [{ type: 'CheckDisowned', by: operator }, 'operator', all, 'disownedAt'],
  AddPhoto: [
    { type: 'AddPhoto', by: citizen, photo: 'A', width: 4, height: 3, bytes: 9 },
    'citizen integrator responder operator',
    open,
  ],
  RemovePhoto: [
    { type: 'RemovePhoto', by: citizen, photo: 'A' },
    'citizen integrator responder operator moderator',
    all,
  ],
  Tick: [tick, 'system', all],
}
const types = Object.keys(allowed) as (keyof typeof allowed)[]
const roles = Object.keys(actors) as Role[]

/** A case in each status; where the work began, of the north office. */
const stories: Record<Status, () => Story> = {
  received: () => new Story(littleRegion({ moderateMessages: true })).given(submit({ phone: true })),
  routing: () => given(submit({ phone: true })),
  triage: () => given(submit({ phone: true }), commands.asking({ place: [] })),
  assigned: () => given(submit({ phone: true }), route),
  in_progress: () => stories.assigned().given(accept),
  clarification: () => stories.assigned().given(ask),
  answer_review: () => stories.assigned().given(answer()),
  rework: () => stories.answer_review().given(sendBack),
  resolved: () => stories.answer_review().given(approve),
  closed: () => stories.resolved().given('2026-03-16T23:59', tick),
  merged: () => stories.assigned().given(merge),
  rejected: () => stories.triage().given(reject),
}
const withoutHolder = ['received', 'routing', 'triage', 'rejected']
/** Where a page can show what a command is about; the rest of what is shown is always there. */
const shown: Partial<Record<keyof Shown, readonly Status[]>> = {
  questionAt: ['clarification'],
  askedAt: ['triage'],
  draftAt: ['answer_review', 'rework'],
  from: ['merged'],
  topicWas: all
    .split(' ')
    .filter((status) => !['received', 'routing', 'triage', 'rejected'].includes(status)) as Status[],
}
const ofOnesOwn: readonly CommandType[] = ['Note', 'Undo', 'Disown', 'RequestCode']
/** What a command needs to be about anything. */
const asked = event('extension_requested', MONDAY, responder, { reason: 'Ждём деталь.' })
const unreached = { seq: 1, recipient: 'citizen', why: 'bounce', permanent: true } as const
const needs: Partial<Record<CommandType, CaseEvent>> = {
  GrantExtension: asked,
  RefuseExtension: asked,
  RefuseErasure: event('erasure_requested', MONDAY, citizen, {}),
  LeaveAddress: event('undelivered', MONDAY, system, unreached),
  ReportCall: event('undelivered', MONDAY, system, unreached),
  CheckDisowned: event('disowned', MONDAY, responder, { act: 'accepted', actAt: utc(MONDAY) }),
  Unpublish: event('published', MONDAY, moderator, { as: 'p1', question: 'Яма.', text: 'Засыпана.' }),
  Part: event('joined', MONDAY, operator, { child: commands.CHILD }),
}

function expected(type: keyof typeof allowed, role: Role, status: Status): RefusalCode | 'done' {
  const [, by, where, shows] = allowed[type]
  if (!by.split(' ').includes(role)) return 'not yours'
  // The little region leaves it all to the control centre.
  if (role === 'municipal') return shows && shown[shows] && !shown[shows].includes(status) ? 'superseded' : 'not yours'
  if (shows && shown[shows] && !shown[shows].includes(status)) return 'superseded'
  // It came in no table.
  if (type === 'NoteSource') return 'not yours'
  // A code goes to whoever asks for it, and nobody disowns what they did not do.
  if (type === 'Disown' || (type === 'RequestCode' && role !== 'responder')) return 'not yours'
  // A link goes to those that the case is with.
  if (type === 'RequestLink' && role === 'operator' && withoutHolder.includes(status)) return 'not yours'
  if (role === 'responder' && !ofOnesOwn.includes(type) && withoutHolder.includes(status)) return 'not yours'
  if (!where.split(' ').includes(status)) return 'not now'
  // A citizen says it of the message that they are sending, and joins what is shown to others: nothing of these cases is.
  if (role === 'citizen' && (type === 'Join' || (type === 'Merge' && status !== 'routing'))) return 'not now'
  // Nothing was done here that could be taken back.
  if (type === 'Undo') return 'not now'
  // A rejected case is an operator's to take up again.
  if (type === 'Reopen' && status === 'rejected' && role !== 'operator') return 'not yours'
  // Nothing was promised yet that could be put off.
  if (type === 'GrantExtension' && ['received', 'routing', 'triage'].includes(status)) return 'too late'
  return 'done'
}

function prepared(type: CommandType, status: Status): Story {
  const story = stories[status]()
  const need = needs[type]
  return need ? story.given(need) : story
}

function done(story: Story, command: Unshown): RefusalCode | 'done' {
  const decision = decide(story.state, givenNow(story.state, command), story.at, story.region)
  return 'refused' in decision ? decision.refused : 'done'
}

describe.each(types)('%s', (type) => {
  const [command, by, where, shows] = allowed[type]
  it.each(all.split(' ') as Status[])('in %s', (status) => {
    const story = prepared(type, status)
    expect(story.state.status).toBe(status)
    const outcome = roles.map((role) => [role, done(story, { ...command, by: actors[role] })])
    expect(outcome).toEqual(roles.map((role) => [role, expected(type, role, status)]))
  })

  it('of a case that is not there is refused', () => {
    const given = { ...command, by: actors[by.split(' ')[0] as Role] } as Command
    expect(decide(initialCase(caseId), given, utc(MONDAY), littleRegion())).toEqual({ refused: 'unknown case' })
  })

  if (shows) {
    const status = where.split(' ').at(-1) as Status
    const own = { ...command, by: actors[by.split(' ')[0] as Role] }

    it(`on a page that shows another ${shows} than the case has is superseded`, () => {
      const story = prepared(type, status)
      for (const stale of [-1, 7, '', '2026-03-01T00:00:00.000Z', null, undefined])
        expect(done(story, { ...own, [shows]: stale })).toBe('superseded')
    })
  }
})

describe('Submit', () => {
  it.each(roles)('by the %s', (role) => {
    const may = ['citizen', 'integrator', 'operator'].includes(role)
    expect(given().says(MONDAY, submit({ by: actors[role] }))).toBe(may ? 'received' : 'not yours')
  })

  it('of a case that is there is refused', () => {
    given(submit()).when(MONDAY, submit()).then('already exists')
  })
})

describe('people', () => {
  it.each([
    ['of another organisation', another],
    ['whom nobody knows', { role: 'responder', id: 'nobody' }],
    ['without a name', { role: 'responder' }],
    ['of the desk, in this role', { role: 'responder', id: 'operator-1' }],
  ] as const)('a responder %s does nothing', (_, by) => {
    const story = stories.assigned()
    for (const command of [accept, ask, answer(), commands.decline, commands.handOver, commands.more])
      expect(done(story, { ...command, by })).toBe('not yours')
  })

  it.each(['responder', 'deputy', 'supervisor'])('the %s of the organisation acts for it', (place) => {
    expect(done(stories.assigned(), { ...accept, by: { role: 'responder', id: `north-office-${place}` } })).toBe('done')
  })

  it('the head of the municipality acts for its organisation', () => {
    const story = stories.assigned()
    const head = { id: 'head-north', name: 'Глава', email: 'head@little.example' }
    const municipalities = story.region.municipalities.map((one) => ({ ...one, ...(one.id === 'north' && { head }) }))
    story.region = { ...story.region, municipalities }
    expect(done(story, { ...accept, by: { role: 'responder', id: head.id } })).toBe('done')
  })

  it('who left the desk or the moderators does nothing any more', () => {
    for (const id of ['operator-9', undefined]) {
      expect(done(stories.triage(), { ...commands.assign(), by: { role: 'operator', ...(id && { id }) } })).toBe(
        'not yours',
      )
      expect(done(stories.answer_review(), { ...approve, by: { role: 'moderator', ...(id && { id }) } })).toBe(
        'not yours',
      )
    }
    expect(done(stories.answer_review(), { ...approve, by: { role: 'moderator', id: 'operator-1' } })).toBe('not yours')
  })

  it('who lost a case keeps what they wrote as a note; a stranger does not', () => {
    expect(done(stories.assigned(), { ...note, by: another })).toBe('done')
    expect(done(stories.assigned(), { ...note, by: { role: 'responder', id: 'nobody' } })).toBe('not yours')
  })

  it('a request for more time is asked of somebody else: a responder never grants it', () => {
    expect(done(stories.assigned().given(asked), { ...commands.grant, by: responder })).toBe('not yours')
  })
})

describe('what a page shows', () => {
  it('is the case as it stands', () => {
    const { state } = stories.assigned().given(commands.more, answer())
    expect(shownOf(state)).toEqual({
      assignment: 1,
      draftAt: utc(MONDAY),
      questionAt: undefined,
      requestAt: utc(MONDAY),
      askedAt: undefined,
      disownedAt: undefined,
      round: 0,
      from: undefined,
      topicWas: 'roads.pothole',
      version: 5,
    })
    expect(shownOf(stories.merged().state).from).toBe(commands.PARENT)
    expect(shownOf(stories.triage().state).askedAt).toBe(utc(MONDAY))
    expect(shownOf(stories.clarification().state).questionAt).toBe(utc(MONDAY))
  })

  it('completes a command that says nothing of it, and no other', () => {
    const { state } = stories.assigned()
    expect(givenNow(state, accept)).toEqual({ ...accept, assignment: 1 })
    expect(givenNow(state, { ...accept, assignment: 0 })).toEqual({ ...accept, assignment: 0 })
    expect(givenNow(state, note)).toEqual(note)
  })
})
