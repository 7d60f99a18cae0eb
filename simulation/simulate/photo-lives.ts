// Plays one life of a case whose people send photos and take them off, with an endpoint to which its events are posted, and everything
// that may go wrong around both. Called by npm run simulate.
import type { Actor } from '../../functions/case/actor.ts'
import { Endpoint } from '../world/endpoint.ts'
import { badYear } from '../world/faults.ts'
import { type Redrawing, takeIn } from '../world/photo-processes.ts'
import { Chance } from '../world/random.ts'
import { World } from '../world/world.ts'
import type { Region } from '../../regions/schema.ts'
import { accountOf, actOnce, type Life, scaled, submission, YEAR_STARTS } from './play.ts'
import type { PlayedRegion } from './regions.ts'
import type { Violation } from './verify/account.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MOST_ACTS = 14
const REST_DAYS = 150
const MOST_STEPS = 12_000
/** A small picture is drawn in a second, a large one in fifteen. */
const MOST_STEPS_OF_DRAWING = 20

export interface PhotoPlay {
  readonly seed: number
  readonly regions: readonly PlayedRegion[]
  readonly manner?: Redrawing
}

export function playPhotos({ seed, regions, manner = 'as it is' }: PhotoPlay): Life {
  const chance = new Chance(seed)
  const played = chance.pick(regions)
  const versions = [{ from: 0, region: withPhotos(played.before) }]
  const start = YEAR_STARTS + chance.between(0, 365 * 24 * 60) * MINUTE
  const faults = { chances: scaled(badYear, chance.happens(0.2) ? 5 : 1) }
  const world = new World({ regions: versions, start, chance, faults })
  const caseId = `99-260101-${seed}P`
  const { table } = world.open(caseId)
  table.endpoint = new Endpoint()
  world.agenda.at(start, () => world.give([{ caseId, command: submission(world), seen: 0 }], 'submit'))
  let at = start
  for (let act = 0; act < chance.between(3, MOST_ACTS); act += 1) {
    at += chance.between(0, chance.pick([2 * MINUTE, 5 * HOUR, 3 * DAY]))
    world.agenda.at(at, () => someAct(world, caseId, `${caseId}-${act}`, manner))
  }
  for (let steps = 0; steps < MOST_STEPS; steps += 1) if (!world.agenda.next(at + REST_DAYS * DAY)) break
  const accounts = [...world.cases.values()].map((one) => accountOf(one, versions, at + REST_DAYS * DAY))
  return { accounts, world, region: played.name }
}

function withPhotos(region: Region): Region {
  return { ...region, web: { ...region.web, photos: true } }
}

/** A file is sent, one is taken off, everything is erased, or what people do with any case. */
function someAct(world: World, caseId: string, id: string, manner: Redrawing): void {
  const { chance, region, at } = world
  const { table } = world.cases.get(caseId)!
  const state = table.states.at(-1)
  if (!state) return
  const by = chance.pick<Actor>([
    { role: 'citizen' },
    { role: 'integrator', id: 'demo' },
    { role: 'responder', id: state.responder ?? region.organisations[0]!.responder.id },
  ])
  const seen = state.version
  const what = chance.weighted([
    [5, 'send'],
    [3, 'take off'],
    [1, 'erase'],
    [3, 'other'],
  ] as const)
  if (what === 'other') return actOnce(world, caseId, id)
  if (what === 'erase') {
    const operator = { role: 'operator', id: region.operators[0]!.id } as const
    return world.give([{ caseId, seen, command: { type: 'Erase', by: operator, ground: 'order' } }], id)
  }
  const names = [...table.bucket.incoming, ...Object.keys(state.photos ?? {})]
  if (what === 'take off') {
    if (names.length === 0) return
    return world.give([{ caseId, seen, command: { type: 'RemovePhoto', by, photo: chance.pick(names) } }], id)
  }
  world.note(`${by.role} sends ${id}`)
  table.bucket.incoming.add(id)
  const around = world.around(caseId)!
  around.send(`photo ${id}`, () =>
    takeIn(around, { photo: id, by, manner, steps: chance.between(1, MOST_STEPS_OF_DRAWING) }),
  )
  if (!chance.happens(0.3)) return
  // The queue tells of it twice at one time, and whoever sent it takes it off again before both have looked.
  around.send(`photo ${id}`, () =>
    takeIn(around, { photo: id, by, manner, steps: chance.between(1, MOST_STEPS_OF_DRAWING) }),
  )
  world.agenda.at(Date.parse(at) + chance.between(1_000, chance.pick([15_000, 4 * MINUTE])), () =>
    world.give([{ caseId, seen, command: { type: 'RemovePhoto', by, photo: id } }], `${id}-off`),
  )
}

/** What photos and posted events must obey, whatever happened; none is what is expected. */
export function photoViolations({ world }: Life): Violation[] {
  return [...world.cases.values()].flatMap(({ table }): Violation[] => {
    const { caseId, events, bucket, endpoint, fed } = table
    const { photos = {}, erasedAt } = table.load().state
    const broken = (rule: string, detail: string, seq = events.length) => ({ rule, caseId, seq, detail })
    const added = events.flatMap((event, index) => (event.type === 'photo_added' ? [{ event, seq: index + 1 }] : []))
    const isGivenUp = (photo: string) => world.trace.some((line) => line.endsWith(`photo ${photo} is a dead letter`))
    const due = new Set(erasedAt ? [] : Object.keys(photos))
    const arrived = new Set(endpoint?.arrived)
    return [
      ...added
        .filter(({ event: { photo, at } }) => !((bucket.drawnAt.get(photo) ?? '~') <= at))
        .map(({ event: { photo }, seq }) => broken('no photo is shown before it was drawn anew', photo, seq)),
      ...added
        .filter(({ event }, index) => added.findIndex((one) => one.event.photo === event.photo) < index)
        .map(({ event: { photo }, seq }) => broken('a photo comes to its case once', photo, seq)),
      ...[...bucket.pictures]
        .filter((photo) => !due.has(photo) && !isGivenUp(photo))
        .map((photo) => broken('what was taken off or erased is gone from the bucket', photo)),
      ...[...due]
        .filter((photo) => !bucket.pictures.has(photo))
        .map((photo) => broken('what is shown lies in the bucket', photo)),
      ...fed
        .filter((seq) => !arrived.has(seq))
        .map((seq) => broken('each event arrives at its endpoint', `${seq}`, seq)),
      ...[...arrived]
        .filter((seq) => !fed.includes(seq))
        .map((seq) => broken('nothing arrives that is not in the feed', `${seq}`, seq)),
    ]
  })
}
