// Plays one life from a seed: a message some time in the year, or several of one problem, people who act on them,
// everything that may go wrong, until nothing is left to happen. Called by npm run simulate.
import type { Case } from '../../functions/case/case.ts'
import type { Core } from '../world/core.ts'
import { badYear, type Faults } from '../world/faults.ts'
import { Chance } from '../world/random.ts'
import type { PlayedCase } from '../world/played-case.ts'
import { World } from '../world/world.ts'
import { someAct } from './commands.ts'
import type { Region } from '../../regions/schema.ts'
import type { PlayedRegion } from './regions.ts'
import type { Account } from './verify/account.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
export const YEAR_STARTS = Date.parse('2025-10-01T00:00:00Z')
const PLAYED_DAYS = 365
/** Long enough for every clock, rating included, to run out and for the sweep to settle. */
const REST_DAYS = 150
const MOST_ACTS = 24
/** A life that goes on and on is not lived to its end; a sound one takes two thousand steps a case at most. */
const MOST_EVENTS = 2_000
const MOST_STEPS = 10_000
/** How often somebody acts on a page loaded before, and before how many events at most. */
const STALE = 0.25
const STALE_EVENTS = 15

export interface Life {
  readonly accounts: readonly Account[]
  readonly world: World
  readonly region: string
}

export interface Play {
  readonly seed: number
  readonly regions: readonly PlayedRegion[]
  readonly chances?: Faults['chances']
  readonly core?: Core
}

export function play({ seed, regions, chances = badYear, core }: Play): Life {
  const chance = new Chance(seed)
  const region = chance.pick(regions)
  const start = YEAR_STARTS + chance.between(0, PLAYED_DAYS * 24 * 60) * MINUTE + chance.between(0, 59_999)
  const versions = [
    { from: 0, region: region.before },
    { from: start + chance.between(0, 60) * DAY, region: region.after },
  ]
  const bad = chance.happens(0.2) ? 5 : 1
  const outage = start + chance.between(-DAY, 20 * DAY)
  const faults = {
    chances: scaled(chances, bad),
    ...(chance.happens(0.3) && { streamOutage: { from: outage, to: outage + DAY } }),
  }
  const world = new World({ regions: versions, start, chance, faults, ...(core && { core }) })
  const cases = chance.weighted([
    [5, 1],
    [3, 2],
    [2, 3],
  ] as const)
  const ends = Array.from({ length: cases }, (_, index) => {
    const first = index === 0 ? start : start + chance.between(0, 5 * DAY)
    return live(world, `99-260101-${seed}${'ABC'[index]}`, first)
  })
  const end = Math.max(...ends) + REST_DAYS * DAY
  for (let steps = 0; steps < MOST_STEPS * cases && eventsOf(world) < MOST_EVENTS * cases; steps += 1)
    if (!world.agenda.next(end)) break
  return { accounts: [...world.cases.values()].map((one) => accountOf(one, versions, end)), world, region: region.name }
}

/** A message comes at an instant (ms), and people act on it. @returns when they act last (ms) */
function live(world: World, caseId: string, start: number): number {
  const { agenda, chance } = world
  world.open(caseId)
  agenda.at(start, () => world.give([{ caseId, command: submission(world), seen: 0 }], 'submit'))
  const acts = chance.between(0, MOST_ACTS)
  let at = start
  for (let act = 0; act < acts; act += 1) {
    at += gap(chance)
    agenda.at(at, () => actOnce(world, caseId, `${caseId}-${act}`))
  }
  return at
}

function eventsOf({ cases }: World): number {
  let events = 0
  for (const one of cases.values()) events += one.events.length
  return events
}

/** What is known of a case that was played, for whoever verifies it. @param until when it was looked at (ms) */
export function accountOf(played: PlayedCase, regions: Account['regions'], until: number): Account {
  const { events, mails, unsure, attempts, sweepFailures, table } = played
  return {
    ...{ caseId: table.caseId, events, mails, unsure, attempts, sweepFailures, regions, until },
    ...{ states: table.states, counted: table.counted, fed: table.fed, checkAt: table.checkAt },
    restless: table.checkAt !== undefined || table.waiting().length > 0,
  }
}

/** Some lives are worse than others. */
export function scaled(chances: Faults['chances'], by: number): Faults['chances'] {
  return Object.fromEntries(Object.entries(chances).map(([name, chance]) => [name, Math.min(0.3, chance * by)]))
}

/** The message with which a case begins. */
export function submission(world: World) {
  const { chance, region } = world
  return {
    type: 'Submit',
    by: chance.pick([{ role: 'citizen' }, { role: 'integrator', id: 'demo' }] as const),
    messageId: 'M1',
    channel: 'api',
    regime: chance.happens(0.3) ? 'statutory' : 'message',
    language: 'ru',
    reach: chance.happens(0.7) ? 'email' : 'none',
    ...(chance.happens(0.5) && { phone: true as const }),
    ...(chance.happens(0.5) && { topic: chance.pick(region.topics).id }),
    ...(chance.happens(0.5) && placeIn(chance.pick(region.municipalities))),
  } as const
}

function placeIn({ id, centre }: Region['municipalities'][number]) {
  return { municipality: id, location: centre }
}

/** Somebody acts on a page of a case, once or twice; it may be one from before somebody else acted. */
export function actOnce(world: World, caseId: string, id: string) {
  const { agenda, cases, chance, region } = world
  const { states } = cases.get(caseId)!.table
  if (states.length === 0) return
  const page = chance.happens(STALE) ? oldPage(chance, states.slice(-STALE_EVENTS)) : states.at(-1)!
  const others = [...cases.values()].flatMap(({ table }) => (table.caseId === caseId ? [] : table.states.slice(-1)))
  const given = someAct(chance, region, page, others, new Date(agenda.now).toISOString(), [
    ...cases.get(caseId)!.table.events,
  ])
  world.give(given, id)
  if (chance.happens(0.1)) agenda.at(agenda.now + chance.between(1, 900), () => world.give(given, id))
}

/** A page left open, mostly one on which something waited for whoever had it open. */
function oldPage(chance: Chance, pages: readonly Case[]): Case {
  const waiting = pages.filter(
    ({ round: { draft, question, extensionRequest } }) => draft ?? question ?? extensionRequest,
  )
  return chance.pick(waiting.length > 0 && chance.happens(0.7) ? waiting : pages)
}

/** Minutes, hours or weeks (ms). */
function gap(chance: Chance): number {
  const longest = chance.weighted([
    [4, 5 * HOUR],
    [4, 3 * DAY],
    [2, 20 * DAY],
  ] as const)
  return chance.between(0, longest)
}
