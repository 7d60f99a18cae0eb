// One life from a seed: a message some time in the year, people who act on it, everything that may go wrong, until nothing
// is left to happen.
import { initialCase } from '../../functions/case/evolve.ts'
import type { Core } from '../world/core.ts'
import { badYear, type Faults } from '../world/faults.ts'
import { Chance } from '../world/random.ts'
import { World } from '../world/world.ts'
import { someCommand } from './commands.ts'
import type { PlayedRegion } from './regions.ts'
import type { Account } from './verify/account.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR_STARTS = Date.parse('2025-10-01T00:00:00Z')
const PLAYED_DAYS = 365
/** Long enough for every clock, rating included, to run out and for the sweep to settle. */
const REST_DAYS = 150
const MOST_ACTS = 24
/** A life that goes on and on is not lived to its end. */
const MOST_EVENTS = 2_000

export interface Life {
  readonly account: Account
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
  const world = new World({
    caseId: `99-260101-${seed}`,
    regions: versions,
    start,
    chance,
    faults,
    ...(core && { core }),
  })

  world.command(submission(world), 'submit')
  const acts = chance.between(0, MOST_ACTS)
  let at = start
  for (let act = 0; act < acts; act += 1) {
    at += gap(chance)
    world.agenda.at(at, () => actOnce(world, `act-${act}`))
  }
  const end = at + REST_DAYS * DAY
  while (world.events.length < MOST_EVENTS && world.agenda.next(end));
  const restless = world.table.checkAt !== undefined || world.table.waiting().length > 0
  const { events, mails, unsure, sweepFailures, table } = world
  const account = {
    ...{ caseId: table.caseId, events, mails, unsure, sweepFailures, regions: versions },
    ...{ counted: table.counted, until: end, checkAt: table.checkAt, restless },
  }
  return { account, world, region: region.name }
}

/** Some lives are worse than others. */
function scaled(chances: Faults['chances'], by: number): Faults['chances'] {
  return Object.fromEntries(Object.entries(chances).map(([name, chance]) => [name, Math.min(0.3, chance * by)]))
}

function submission(world: World) {
  const { chance, region } = world
  return {
    type: 'Submit',
    by: chance.pick([{ role: 'citizen' }, { role: 'integrator', id: 'demo' }] as const),
    messageId: 'M1',
    channel: 'api',
    regime: chance.happens(0.2) ? 'statutory' : 'message',
    language: 'ru',
    reach: chance.happens(0.8) ? 'email' : 'none',
    ...(chance.happens(0.5) && { topic: chance.pick(region.topics).id }),
    ...(chance.happens(0.5) && { municipality: chance.pick(region.municipalities).id }),
  } as const
}

function actOnce(world: World, id: string) {
  const { state } = world.table.load()
  if (state === initialCase(state.id) || state.version === 0) return
  const command = someCommand(world.chance, world.region, state, world.at)
  world.command(command, id)
  if (world.chance.happens(0.1))
    world.agenda.at(world.agenda.now + world.chance.between(1, 900), () => world.command(command, id))
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
