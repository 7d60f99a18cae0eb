// Chooses what people might do next with a case, wise or not: mostly what fits its state, now and then anything by
// anybody. Each act is a command as a page offers it that shows the case as it stands. Called by play.ts.
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { plusDays } from '../../functions/calendar/dates.ts'
import type { Instant } from '../../functions/calendar/instant.ts'
import type { Actor } from '../../functions/case/actor.ts'
import type { Case } from '../../functions/case/case.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { isDisownable } from '../../functions/case/disowned.ts'
import { callOutcomes, type CaseEvent, erasureGrounds } from '../../functions/case/events.ts'
import { isOpenToOthers } from '../../functions/case/nearby.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { Region } from '../../regions/schema.ts'
import { open } from '../../functions/case/statuses.ts'
import type { Given } from '../world/giving.ts'
import type { Chance } from '../world/random.ts'

const FOOLISH = 0.12
const OF_THEIR_OWN = 0.08

type Make = (context: Context) => Unshown
interface Context {
  readonly chance: Chance
  readonly region: Region
  readonly state: Case
  readonly at: Instant
  /** The other cases of the region. */
  readonly others: readonly Case[]
  readonly by: (role: Actor['role']) => Actor
  readonly history: readonly CaseEvent[]
}

const texts = ['Проверили на месте, работы начаты.', 'Сделано.', 'Нужен точный адрес.']
const text = ({ chance }: Context) => chance.pick(texts)
const organisation = ({ chance, region }: Context) => chance.pick(region.organisations).id
const topic = ({ chance, region }: Context) => chance.pick(region.topics).id

/** A day on which all that is promised can be done. */
const promiseOf = ({ region, at }: Context) => plusDays(calendarOf(region).dateOf(Date.parse(at)), 2)

/** A day soon after that of the deadline. */
const dayAfter = ({ region, state, at, chance }: Context) => {
  const due = Date.parse(state.clocks.finalAnswer?.due ?? at)
  return plusDays(calendarOf(region).dateOf(due), chance.between(0, 6))
}

const make = {
  admit: ({ by }) => ({ type: 'Admit', by: by('operator') }),
  reject: (c) => ({ type: 'Reject', by: c.by('operator'), reason: text(c) }),
  supply: (c) => ({
    type: 'Supply',
    by: c.by('citizen'),
    topic: topic(c),
    ...(c.chance.happens(0.5) ? { messageId: 'M3' } : { municipality: c.chance.pick(c.region.municipalities).id }),
  }),
  assign: (c) => ({
    type: 'Assign',
    by: c.by('operator'),
    organisation: organisation(c),
    topic: c.state.topic ?? topic(c),
    ...(c.chance.happens(0.5) && { municipality: c.chance.pick(c.region.municipalities).id }),
  }),
  accept: ({ by }) => ({ type: 'Accept', by: by('responder') }),
  handOver: (c) => ({ type: 'HandOver', by: c.by('responder'), organisation: organisation(c), reason: text(c) }),
  decline: (c) => ({ type: 'Decline', by: c.by('responder'), reason: text(c) }),
  ask: (c) => ({ type: 'AskCitizen', by: c.by('responder'), question: text(c) }),
  clarify: ({ by }) => ({ type: 'Clarify', by: by('citizen'), messageId: 'M2' }),
  call: (c) => {
    const outcome = c.chance.pick(callOutcomes)
    const by = c.by(c.chance.happens(0.8) ? 'responder' : 'operator')
    return { type: 'ReportCall', by, outcome, ...(outcome === 'asked' && { question: text(c), messageId: 'M4' }) }
  },
  requestExtension: (c) => ({
    type: 'RequestExtension',
    by: c.by('responder'),
    reason: text(c),
    ...(c.chance.happens(0.5) && { until: dayAfter(c) }),
  }),
  grantExtension: ({ by }) => ({ type: 'GrantExtension', by: by('operator') }),
  refuseExtension: (c) => ({ type: 'RefuseExtension', by: c.by('operator'), reason: text(c) }),
  answer: (c) => ({ type: 'Answer', by: c.by('responder'), text: text(c), sort: 'done' }),
  interim: (c) => ({
    type: 'Answer',
    by: c.by('responder'),
    text: text(c),
    sort: 'promised',
    promisedFor: promiseOf(c),
  }),
  approve: ({ by }) => ({ type: 'ApproveAnswer', by: by('moderator') }),
  publish: (c) => ({ type: 'Publish', by: c.by('moderator'), as: 'p1', question: text(c), text: text(c) }),
  unpublish: ({ by }) => ({ type: 'Unpublish', by: by('moderator') }),
  returnAnswer: (c) => ({ type: 'ReturnAnswer', by: c.by('moderator'), reason: text(c) }),
  rate: (c) => ({
    type: 'Rate',
    by: c.by('citizen'),
    score: c.chance.between(1, 5),
    solved: c.chance.happens(0.5),
    ...(c.chance.happens(0.3) ? { reopen: true, reason: text(c) } : { reopen: false }),
  }),
  reopen: (c) => ({ type: 'Reopen', by: c.by(c.chance.happens(0.7) ? 'citizen' : 'operator'), reason: text(c) }),
  reopenRejected: (c) => ({ type: 'Reopen', by: c.by('operator'), reason: text(c) }),
  // What is being sent joins what others may see by its citizen, any other case by an operator.
  merge: (c) => {
    const into = c.chance.pick([...c.others, c.state])
    const isOwn = c.state.status === 'routing' && isOpenToOthers(c.region, into)
    return { type: 'Merge', by: c.by(isOwn ? 'citizen' : 'operator'), into: into.id }
  },
  unmerge: ({ by }) => ({ type: 'Unmerge', by: by('operator') }),
  note: (c) => ({ type: 'Note', by: c.by('responder'), text: text(c) }),
  link: (c) => ({ type: 'RequestLink', by: c.by('responder'), contact: c.by('responder').id! }),
  linkFor: (c) => ({
    type: 'RequestLink',
    by: c.by('operator'),
    contact: c.chance.happens(0.5) ? 'citizen' : c.by('responder').id!,
  }),
  correctTopic: (c) => ({ type: 'CorrectTopic', by: c.by('operator'), topic: topic(c) }),
  reschedule: (c) => ({ type: 'Reschedule', by: c.by('operator'), reason: text(c) }),
  confirm: ({ by }) => ({ type: 'ConfirmAddress', by: by('citizen') }),
  stop: (c) => ({
    type: 'StopMails',
    by: c.by('citizen'),
    scope: c.chance.pick(['case', 'course', 'address'] as const),
  }),
  leaveAddress: ({ by }) => ({ type: 'LeaveAddress', by: by('citizen') }),
  addWords: (c) => ({
    ...{ type: 'AddWords', by: c.by('citizen'), messageId: 'M2' },
    ...(c.chance.happens(0.3) && { municipality: c.chance.pick(c.region.municipalities).id }),
  }),
  withdraw: ({ by }) => ({ type: 'Withdraw', by: by('citizen') }),
  askToErase: ({ by }) => ({ type: 'RequestErasure', by: by('citizen') }),
  erase: (c) => ({ type: 'Erase', by: c.by('operator'), ground: c.chance.pick(erasureGrounds) }),
  refuseToErase: (c) => ({ type: 'RefuseErasure', by: c.by('operator'), reason: text(c) }),
  code: (c) => ({ type: 'RequestCode', by: c.by('responder'), contact: c.by('responder').id! }),
  /** Of an act after which something happened: taking back is played nowhere. */
  disown: (c) => {
    const acts = c.history.slice(0, -1).filter(isDisownable)
    const act = acts.length > 0 ? c.chance.pick(acts) : undefined
    const seq = act ? c.history.indexOf(act) + 1 : 0
    return { type: 'Disown', by: act?.by ?? c.by('responder'), seq, history: c.history }
  },
  checkDisowned: ({ by }) => ({ type: 'CheckDisowned', by: by('operator') }),
  strayTick: ({ by }) => ({ type: 'Tick', by: by('system') }),
} satisfies Record<string, Make>

const always: [number, Make][] = [
  [2, make.note],
  [1, make.link],
  [1, make.strayTick],
  [1, make.code],
  [1, make.disown],
  [1, make.reschedule],
  [1, make.linkFor],
  [2, make.correctTopic],
]
/** What citizens say of their mails and their data. */
const ofTheirOwn: [number, Make][] = [
  [4, make.confirm],
  [3, make.stop],
  [2, make.leaveAddress],
  [2, make.askToErase],
  [3, make.addWords],
  [1, make.withdraw],
]
const atWork: [number, Make][] = [
  [6, make.answer],
  [3, make.interim],
  [3, make.ask],
  [2, make.call],
  [3, make.handOver],
  [2, make.decline],
  [6, make.requestExtension],
  [2, make.assign],
]
/** Where several reports may be of one problem. */
const inCompany: [number, Make][] = [[8, make.merge]]

const fitting: Record<Case['status'], [number, Make][]> = {
  received: [
    [8, make.admit],
    [1, make.reject],
  ],
  routing: [[1, make.assign]],
  triage: [
    [8, make.assign],
    [6, make.supply],
    [2, make.reject],
  ],
  assigned: [[8, make.accept], ...atWork],
  in_progress: atWork,
  rework: atWork,
  clarification: [[6, make.clarify]],
  answer_review: [
    [6, make.approve],
    [3, make.returnAnswer],
  ],
  resolved: [
    [5, make.rate],
    [3, make.call],
    [4, make.reopen],
    [3, make.publish],
    [1, make.unpublish],
  ],
  closed: [
    [3, make.reopen],
    [1, make.rate],
    [2, make.publish],
    [1, make.unpublish],
  ],
  merged: [
    [1, make.unmerge],
    [3, make.note],
  ],
  rejected: [[6, make.reopenRejected]],
}

/** An act on a case as it stands; it may well be refused. @param others the other cases of the region @param history all that has happened to the case */
export function someAct(
  chance: Chance,
  region: Region,
  state: Case,
  others: readonly Case[],
  at: Instant,
  history: readonly CaseEvent[],
): Given[] {
  const by = (role: Actor['role']): Actor => actor(region, state, role)
  const context = { chance, region, state, others, at, by, history }
  if (chance.happens(FOOLISH)) {
    const command = chance.pick(Object.values(make))(context)
    const somebody = by(chance.pick(['citizen', 'responder', 'moderator', 'operator', 'system']))
    return together(state, others, { ...command, by: somebody })
  }
  if (chance.happens(OF_THEIR_OWN)) return together(state, others, chance.weighted(ofTheirOwn)(context))
  const pending: [number, Make][] = state.round.extensionRequest
    ? [
        [8, make.grantExtension],
        [8, make.refuseExtension],
      ]
    : []
  const erasing: [number, Make][] = state.erasureRequestedAt
    ? [
        [4, make.refuseToErase],
        [4, make.erase],
      ]
    : []
  const doubted: [number, Make][] = state.disownedAt ? [[6, make.checkDisowned]] : []
  const company = others.length > 0 && open.includes(state.status) ? inCompany : []
  return together(
    state,
    others,
    chance.weighted([...fitting[state.status], ...pending, ...erasing, ...doubted, ...company, ...always])(context),
  )
}

/** Merge and join, unmerge and part are two sides of one act. */
function together(state: Case, others: readonly Case[], unshown: Unshown): Given[] {
  const command = givenNow(state, unshown)
  const given = { caseId: state.id, command, seen: state.version }
  const other = (id: string | undefined) => ({
    caseId: id ?? '',
    seen: others.find((one) => one.id === id)?.version ?? 0,
  })
  const { by } = command
  if (command.type === 'Merge') {
    const due = state.clocks.finalAnswer?.due
    return [given, { ...other(command.into), command: { type: 'Join', by, child: state.id, ...(due && { due }) } }]
  }
  if (command.type !== 'Unmerge') return [given]
  return [given, { ...other(state.mergedInto), command: { type: 'Part', by, child: state.id } }]
}

function actor(region: Region, state: Case, role: Actor['role']): Actor {
  if (role === 'responder') return { role, id: state.responder ?? region.organisations[0]!.responder.id }
  if (role === 'moderator') return { role, id: region.moderators[0]!.id }
  if (role === 'operator') return { role, id: region.operators[0]!.id }
  return { role }
}
