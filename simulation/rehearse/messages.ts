// Invents messages: when citizens write and what about. More by day than by night, fewer on days off; topics and places
// are the region's own, and each kind of organisation gets one before chance decides the others. Called by
// rehearsal.ts.
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { instantOf, plusDays } from '../../functions/calendar/dates.ts'
import type { Regime } from '../../functions/case/case.ts'
import { newCaseId } from '../../functions/case/ids.ts'
import { responsibleFor } from '../../functions/routing/responsible.ts'
import type { Region } from '../../regions/schema.ts'
import type { Chance } from '../world/random.ts'

export interface Message {
  readonly caseId: string
  /** ms, UTC. */
  readonly at: number
  readonly regime: Regime
  /** Whether the citizen left an address. */
  readonly author: boolean
  readonly topic: string
  readonly municipality: string
  /** Who answers for it by the region's routes, or would be chosen by an operator. */
  readonly organisation: string
  /** Whether the topic is found in the text, or an operator has to read it. */
  readonly understood: boolean
}

/** The days that are rehearsed, local dates of the region. */
export interface Span {
  readonly first: string
  readonly days: number
}

const STATUTORY = 0.08
const UNKNOWN_TOPIC = 0.15
const WITH_ADDRESS = 0.9
const DAY_OFF_SHARE = 0.5
/** How many of a hundred messages come in each hour of the day. */
const hours = [1, 1, 1, 1, 1, 1, 1, 2, 4, 7, 8, 8, 7, 6, 6, 6, 6, 6, 5, 5, 6, 5, 4, 2]

export function datesOf({ first, days }: Span): string[] {
  return Array.from({ length: days }, (_, index) => plusDays(first, index))
}

/** @param organisation only what the routes send there is written, where an organisation is named */
export function someMessages(region: Region, span: Span, count: number, chance: Chance, organisation?: string) {
  const subjects = subjectsOf(region, organisation)
  const kinds = [...Map.groupBy(subjects, ({ kind }) => kind).values()]
  const dates = datesOf(span)
  const weights = dates.map((date) => {
    const isOff = calendarOf(region).intervals(date).length === 0
    return [isOff ? 100 * DAY_OFF_SHARE : 100, date] as const
  })
  const messages = Array.from({ length: count }, (_none, index): Message => {
    const date = chance.weighted(weights)
    const hour = chance.weighted(hours.map((weight, of) => [weight, of] as const))
    const at = instantOf(date, clock(hour, chance.between(0, 59)), region.timeZone) + chance.between(0, 59_999)
    const { topic, municipality, ...to } = chance.pick(kinds[index] ?? subjects)
    return {
      caseId: newCaseId(region.code, date, (bytes) => Uint8Array.from({ length: bytes }, () => chance.between(0, 255))),
      at,
      regime: chance.happens(STATUTORY) ? 'statutory' : 'message',
      author: chance.happens(WITH_ADDRESS),
      ...{ topic, municipality, organisation: to.organisation },
      understood: to.routed && !chance.happens(UNKNOWN_TOPIC),
    }
  })
  return messages.sort((one, other) => one.at - other.at)
}

interface Subject extends Pick<Message, 'topic' | 'municipality' | 'organisation'> {
  readonly kind: string
  readonly routed: boolean
}

/** Every topic in every place, with who answers for it; what no route leads to an operator has to find. */
function subjectsOf(region: Region, wanted?: string): Subject[] {
  const all = region.topics.flatMap(({ id: topic }) =>
    region.municipalities.flatMap(({ id: municipality }): Subject[] => {
      const found = responsibleFor(region, topic, municipality)
      if (!('organisation' in found)) return []
      const { kind } = region.organisations.find(({ id }) => id === found.organisation)!
      return [{ topic, municipality, organisation: found.organisation, kind, routed: true }]
    }),
  )
  if (!wanted) return all
  const own = all.filter(({ organisation }) => organisation === wanted)
  return own.length > 0 ? own : all.map((one) => ({ ...one, organisation: wanted, routed: false }))
}

function clock(hour: number, minute: number): string {
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
}
