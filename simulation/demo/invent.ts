// Invents the messages of a demonstration: when and about what as a rehearsal does (its people, routes and hours), in words that a citizen might
// write, at real places of the region. Some are about what others wrote of. The same seed invents the same. Called by demonstrate.ts.
import { kilometres } from '../../functions/routing/outline.ts'
import type { Channel, Location } from '../../functions/case/case.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { type Message, someMessages, type Span } from '../rehearse/messages.ts'
import type { Chance } from '../world/random.ts'
import { english } from './english.ts'
import { russian } from './russian.ts'
import type { Phrase, Tongue } from './theme.ts'

/** A message of the rehearsal with what its citizen writes and is. */
export interface Invented extends Message {
  readonly text: string
  readonly language: Language
  readonly channel: Channel
  readonly location?: Location
  readonly address?: string
  readonly name?: string
  readonly email?: string
  readonly phone?: string
  /** The number in their row of the message that it is about as well. */
  readonly sameAs?: number
}

const tongues: Readonly<Record<Language, Tongue>> = { ru: russian, en: english }
const channels: readonly (readonly [weight: number, channel: Channel])[] = [
  [45, 'form'],
  [25, 'api'],
  [12, 'vk'],
  [8, 'telegram'],
  [6, 'phone'],
  [4, 'email'],
]
const IN_ENGLISH = 0.3
const WITH_POINT = 0.8
const WITH_PHONE = 0.3
/** How many write of what one of the last few wrote of. */
const SAME = 0.1
const LAST_FEW = 15
/** How far from the middle of a settlement (degrees): about a kilometre. */
const SPREAD = 0.009
/** The place most write from, so many times as often. */
const CAPITAL = 5

export function invent(region: Region, span: Span, count: number, chance: Chance): Invented[] {
  const topics = region.topics.filter(({ id }) => id in russian.themes || id in english.themes)
  const [capital, ...others] = region.municipalities
  const municipalities = [...Array.from({ length: CAPITAL }, () => capital!), ...others]
  const rehearsed = someMessages({ ...region, topics, municipalities }, span, count, chance)
  const invented: Invented[] = []
  for (const [index, one] of rehearsed.entries()) {
    const about =
      index > 0 && chance.happens(SAME) ? chance.between(Math.max(0, index - LAST_FEW), index - 1) : undefined
    invented.push(
      worded(region, one, about === undefined ? undefined : { ...invented[about]!, index: about }, chance, index),
    )
  }
  return invented
}

function worded(
  region: Region,
  rehearsed: Message,
  same: (Invented & { index: number }) | undefined,
  chance: Chance,
  index: number,
): Invented {
  const isSame = same?.understood === true && same.location !== undefined
  const message = isSame ? { ...rehearsed, ...placeOf(same), understood: true } : rehearsed
  const { topic, municipality, understood } = message
  const known = region.languages.filter((one) => topic in tongues[one].themes)
  const language = known.includes('en') && (!known.includes('ru') || chance.happens(IN_ENGLISH)) ? 'en' : 'ru'
  const tongue = tongues[language]
  const street = chance.pick(tongue.streets)
  const number = chance.between(1, 96)
  const on = `${street.on} ${tongue.house(number)}`
  const says = understood ? (tongue.themes[topic]?.says ?? tongue.unclear) : tongue.unclear
  const location = isSame ? beside(same.location, chance, SPREAD / 20) : pointIn(region, municipality, chance)
  const name = chance.pick(tongue.people)
  return {
    ...message,
    ...{ language, channel: chance.weighted(channels), text: filled(chance.pick(says), on) },
    ...(understood && (isSame || chance.happens(WITH_POINT))
      ? { location }
      : { address: tongue.address(street.name, number) }),
    ...(message.author && { name, email: `citizen-${index + 1}@citizens.example` }),
    ...(chance.happens(WITH_PHONE) && {
      phone: `+7 900 000-${String(index)
        .padStart(4, '0')
        .replace(/(..)(..)/, '$1-$2')}`,
    }),
    ...(isSame && { sameAs: same.index }),
  }
}

/** Something that is said, in the language of a message. @param topic what is answered to it, where that is asked for */
export function phraseFor({ language, topic }: Invented, kind: Phrase | 'answer', chance: Chance): string {
  const { phrases, themes } = tongues[language]
  return chance.pick(kind === 'answer' ? themes[topic]!.done : phrases[kind])
}

function placeOf({ topic, municipality, organisation }: Invented) {
  return { topic, municipality, organisation }
}

/** In or near a real settlement of a municipality, where one is known. */
function pointIn(region: Region, municipality: string, chance: Chance): Location {
  const { centre, radiusKm = Infinity } = region.municipalities.find(({ id }) => id === municipality)!
  const settlements = region.settlements.flatMap(({ at, municipalities }) =>
    at && municipalities.includes(municipality) && kilometres(at, centre) < radiusKm ? [at] : [],
  )
  return beside(settlements.length > 0 ? chance.pick(settlements) : centre, chance, SPREAD)
}

function beside({ lat, lon }: Location, chance: Chance, spread: number): Location {
  const off = () => (chance.between(-1_000, 1_000) / 1_000) * spread
  return { lat: Number((lat + off()).toFixed(5)), lon: Number((lon + off()).toFixed(5)) }
}

/** "{On}" begins a sentence. */
function filled(text: string, on: string): string {
  return text.replaceAll('{on}', on).replaceAll('{On}', `${on[0]!.toUpperCase()}${on.slice(1)}`)
}
