// Lists everything that is said at once of a clock when nobody does anything, as the stage of ticks and notices-for.ts
// would: to whom and in which minute. What waits for the morning is not here: it comes as one mail. Called by
// doubled.ts and order.ts.
import type { Reminded } from '../../../functions/case/actor.ts'
import { remindedOf } from '../../../functions/case/people.ts'
import type { Organisation, Region, Standing } from '../../../regions/schema.ts'
import type { Said } from './remark.ts'
import type { Trial } from './trials.ts'
import { writtenAt } from './written.ts'

export interface Told {
  readonly minute: number
  readonly contact: string
  readonly to: Reminded
  readonly said: Said
}

const MINUTE = 60_000
const places = ['responder', 'deputy', 'supervisor', 'head', 'operator'] as const

export function toldOf(region: Region, organisation: string, trial: Trial): Told[] {
  const { clock, of } = trial
  const tell = (instant: string, said: Said, wanted: Standing, step: number): Told[] => {
    const { contact, to } = remindedOf(region, region, { organisation }, clock, wanted, step)
    const at = Date.parse(instant)
    const waits = writtenAt(region, trial, said, contact, at) > at
    return waits ? [] : [{ minute: Math.floor(at / MINUTE), contact: contact.id, to, said }]
  }
  const keeper = remindedOf(region, region, { organisation }, clock, 'responder', 0).contact.id
  // Whoever hears of the breach itself is not told of it a second time by the step that comes with it.
  const steps = (of.escalateAt ?? []).flatMap(({ at, to, after }, step) =>
    tell(at, 'escalation', to, step).filter(({ contact }) => after.amount > 0 || contact !== keeper),
  )
  return [
    ...(of.warnAt ?? []).flatMap(({ at, to }) => tell(at, 'warning', to, 0)),
    ...tell(of.due, 'missed', 'responder', 0),
    ...steps,
  ]
}

/** What is said to one person in one minute, where it is more than one thing. */
export function atOnce(told: readonly Told[]): Told[][] {
  const minutes = Map.groupBy(told, ({ minute, contact }) => `${minute} ${contact}`)
  return [...minutes.values()].filter((all) => all.length > 1)
}

/** Organisations by the shape of their line: which places are filled, and which by one person twice; the fullest first. */
export function linesOf(region: Region): Organisation[][] {
  const peopleOf = ({ id }: Organisation) =>
    places.map((place) => remindedOf(region, region, { organisation: id }, 'finalAnswer', place, 0).contact.id)
  const shape = (one: Organisation) => {
    const people = peopleOf(one)
    return people.map((id) => people.indexOf(id)).join()
  }
  const lines = [...Map.groupBy(region.organisations, shape).values()]
  const filled = ([one]: Organisation[]) => new Set(peopleOf(one!)).size
  return lines.sort((one, other) => filled(other) - filled(one))
}
