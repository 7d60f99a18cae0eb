// Plays a region's file over some days: its own people, routes, calendar and policy, with invented cases. Everything
// follows from the file and the seed. Called by npm run rehearse.
import type { Region } from '../../regions/schema.ts'
import { Chance } from '../world/random.ts'
import { type Letter, lettersOf } from './letters.ts'
import { type Manners, mannersOf } from './manners.ts'
import { someMessages, type Span } from './messages.ts'
import { peopleIn, type Person } from './people.ts'
import { endOf, playCase, type PlayedCase } from './play.ts'

export interface Wish {
  readonly span: Span
  readonly cases: number
  readonly seed: number
  /** Only its people and its cases. */
  readonly organisation?: string
}

export interface Rehearsal {
  readonly region: Region
  readonly wish: Wish
  readonly cases: readonly PlayedCase[]
  readonly manners: Manners
  /** To the people who are looked at, and to citizens; in the order of time. */
  readonly letters: readonly Letter[]
  readonly people: readonly Person[]
  /** The end of the last day (ms, UTC). */
  readonly end: number
}

const SEEDS = 100_003

/** @param played is called after each case */
export function rehearse(region: Region, wish: Wish, played: () => void = () => {}): Rehearsal {
  const { span, seed, organisation } = wish
  const chance = new Chance(seed)
  const messages = someMessages(region, span, wish.cases, chance, organisation)
  const manners = mannersOf(region, messages, chance)
  const end = endOf(region, span)
  const cases = messages.map((message, index) => {
    const one = playCase(region, message, manners, end, seed * SEEDS + index)
    played()
    return one
  })
  const people = peopleIn(region).filter((one) => !organisation || one.organisation === organisation)
  const looked = new Set(['citizen', ...people.map(({ id }) => id)])
  const letters = lettersOf(cases).filter(({ recipient }) => looked.has(recipient))
  return { region, wish, cases, manners, letters, people, end }
}
