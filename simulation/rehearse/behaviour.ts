// What people do when they are told something: an act and when. Pure, with chance passed in. Officials act in the
// region's working time only, by how much of it they have; the prompt use less of it than the slow. Called by play.ts.
import { addWorkingTime, workingTimeBetween } from '../../functions/calendar/arithmetic.ts'
import { calendarOf } from '../../functions/calendar/calendar.ts'
import type { Actor } from '../../functions/case/actor.ts'
import type { Case } from '../../functions/case/case.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import type { ClockName, Region } from '../../regions/schema.ts'
import type { Chance } from '../world/random.ts'
import type { Manner } from './manners.ts'
import type { Message } from './messages.ts'

export interface Told {
  readonly region: Region
  readonly message: Message
  readonly state: Case
  readonly manner: Manner
  readonly chance: Chance
  /** ms, UTC. */
  readonly at: number
  /** Who was told: a contact's id, or "citizen". */
  readonly by: string
}

export interface Act {
  /** ms, UTC. */
  readonly at: number
  readonly command: Unshown
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What somebody does about a mail; nothing for most. */
export function afterMail(told: Told, kind: NoticeKind): Act[] {
  switch (kind) {
    case 'work':
    case 'handed-back':
      return takesUp(told)
    case 'clarified':
    case 'returned':
    case 'extension-decided':
      return answers(told)
    case 'moderation':
      return [admits(told)]
    case 'triage':
      return [assigns(told)]
    case 'extension-asked':
      return [decidesExtension(told)]
    case 'review':
      return [reviews(told)]
    case 'question':
      return replies(told)
    case 'answer':
      return rates(told)
    default:
      return []
  }
}

/** What a responder does next, once the case is in their hands. */
export function afterAccepting(told: Told): Act[] {
  const { manner, state, chance, region } = told
  const { clarification, extension } = region.policy
  const mayAsk = state.reach !== 'none' && state.round.questions < clarification[state.regime].max
  if (manner === 'asks' && mayAsk && chance.happens(0.8))
    return [working(told, minutes(told, 20, 180), { type: 'AskCitizen', ...bound(told), question: texts.question })]
  if (manner === 'slow' && state.round.extensions < extension[state.regime].max && chance.happens(0.35))
    return [
      working(told, share(told, 'finalAnswer', 40, 75), {
        type: 'RequestExtension',
        ...bound(told),
        reason: texts.longer,
      }),
    ]
  return answers(told)
}

const texts = {
  answer: 'Проверили на месте, работы выполнены.',
  question: 'Уточните, пожалуйста, ориентир.',
  longer: 'Нужна закупка материалов.',
  elsewhere: 'Участок не на нашем балансе.',
  unclear: 'Поправьте дату работ.',
  advert: 'Это реклама, а не обращение.',
}

function takesUp(told: Told): Act[] {
  const { manner, state } = told
  if (manner === 'silent') return []
  const elsewhere = neighbourOf(told)
  if (manner === 'passes on' && elsewhere && !state.handoverFrom && state.assignment === 1) {
    const handOver = { type: 'HandOver', ...bound(told), organisation: elsewhere, reason: texts.elsewhere } as const
    return [working(told, minutes(told, 20, 120), handOver)]
  }
  const wait =
    manner === 'slow'
      ? share(told, 'acceptance', 60, 140)
      : Math.min(minutes(told, 10, 120), share(told, 'acceptance', 20, 85))
  return [working(told, wait, { type: 'Accept', ...bound(told) })]
}

/** The prompt need a day or two and keep the term; the slow answer near its end or after it. */
function answers(told: Told): Act[] {
  const { manner } = told
  if (manner === 'silent') return []
  const wait =
    manner === 'slow'
      ? share(told, 'finalAnswer', 80, 135)
      : Math.min(minutes(told, 120, 16 * 60), share(told, 'finalAnswer', 15, 80))
  return [working(told, wait, { type: 'Answer', ...bound(told), text: texts.answer, sort: 'done' })]
}

function admits(told: Told): Act {
  const by: Actor = { role: 'operator', id: told.by }
  const refused = told.chance.happens(0.05)
  const wait = Math.min(minutes(told, 5, 90), share(told, 'moderation', 10, 80))
  return working(told, wait, refused ? { type: 'Reject', by, reason: texts.advert } : { type: 'Admit', by })
}

function assigns(told: Told): Act {
  const { topic, municipality, organisation } = told.message
  const by: Actor = { role: 'operator', id: told.by }
  const wait = Math.min(minutes(told, 5, 75), share(told, 'assignment', 10, 85))
  return working(told, wait, { type: 'Assign', by, organisation, topic, municipality })
}

function decidesExtension(told: Told): Act {
  const by: Actor = { role: 'operator', id: told.by }
  const granted = told.chance.happens(0.7)
  const wait = minutes(told, 15, 180)
  return working(
    told,
    wait,
    granted ? { type: 'GrantExtension', by } : { type: 'RefuseExtension', by, reason: texts.longer },
  )
}

function reviews(told: Told): Act {
  const by: Actor = { role: 'moderator', id: told.by }
  const returned = told.chance.happens(0.1)
  const wait = Math.min(minutes(told, 15, 240), share(told, 'answerReview', 10, 80))
  return working(
    told,
    wait,
    returned ? { type: 'ReturnAnswer', by, reason: texts.unclear } : { type: 'ApproveAnswer', by },
  )
}

function replies({ chance, at }: Told): Act[] {
  if (!chance.happens(0.7)) return []
  const command = { type: 'Clarify', by: { role: 'citizen' }, messageId: 'M2' } as const
  return [{ at: at + chance.between(20 * MINUTE, 2 * DAY), command }]
}

function rates({ chance, at }: Told): Act[] {
  if (!chance.happens(0.5)) return []
  const solved = chance.happens(0.75)
  const score = solved ? chance.between(4, 5) : chance.between(1, 3)
  const back = !solved && chance.happens(0.5)
  const said = back ? { reopen: true, reason: 'Не решено.' } : { reopen: false }
  const rating = { type: 'Rate', by: { role: 'citizen' }, score, solved, ...said } as const
  return [{ at: at + chance.between(HOUR, 4 * DAY), command: rating }]
}

function bound({ state, by }: Told) {
  return { by: { role: 'responder', id: by } as const, assignment: state.assignment }
}

/** Working time (ms) of some minutes. */
function minutes({ chance }: Told, from: number, to: number): number {
  return chance.between(from, to) * MINUTE
}

/** Working time (ms): a share, in hundredths, of what is left of a clock. */
function share({ region, state, at, chance }: Told, name: ClockName, from: number, to: number): number {
  const due = state.clocks[name]?.due
  const left = due ? workingTimeBetween(calendarOf(region), at, Date.parse(due)) : HOUR
  return Math.round((Math.max(left, HOUR / 4) * chance.between(from, to)) / 100)
}

function working({ region, at }: Told, wait: number, command: Unshown): Act {
  return { at: addWorkingTime(calendarOf(region), at, Math.max(wait, MINUTE)), command }
}

/** Another organisation of the same kind, which the case is passed on to. */
function neighbourOf({ region, state, chance }: Told): string | undefined {
  const own = region.organisations.find(({ id }) => id === state.organisation)
  const alike = region.organisations.filter(({ id, kind }) => kind === own?.kind && id !== own.id)
  return alike.length > 0 ? chance.pick(alike).id : undefined
}
