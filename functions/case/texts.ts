// What people wrote in a case, and where its problem is, taken out of events and states and put back. It is stored apart, with
// a time to live of its own, so that it can end before the case does. Pure. Called by the store, and by faces that show it.
import type { Location } from './case.ts'

/** A free text or coordinates. An empty text is one that was erased: nobody can write one. */
export type Kept = string | Location

/** Everything kept apart for a case, each under the name that stands in its place: `E.N`, the N-th of the event E. */
export type Texts = ReadonlyMap<string, Kept>

/** What stands in an event or a state in place of what is kept apart. */
interface Place {
  readonly kept: string
}

const textNames = ['text', 'reason', 'suggestion', 'question', 'returnReason', 'rejectedFor']
/** The steps of routing whose evidence quotes the message. */
const quoting: unknown[] = ['asked', 'place', 'keywords', 'coordinates']

/** A copy in which every free text, quoted evidence and pair of coordinates is another value; what becomes undefined is left out. */
export function mapKept<T>(value: T, change: (kept: Kept) => unknown): T {
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk)
    if (!isObject(one)) return one
    return mapEntries(one, (name, part) => (isKept(name, part, one) ? change(part) : walk(part)))
  }
  return walk(value) as T
}

/** A copy in which nothing is left of what was kept. */
export function withoutKept<T>(value: T): T {
  return mapKept(value, (kept) => (typeof kept === 'string' ? '' : undefined))
}

/** A copy that says in words of each erased text that it was erased. */
export function sayErased<T>(value: T, erased: string): T {
  return mapKept(value, (kept) => kept || erased)
}

/** A copy that says in other words of each text that it is not here. */
export function hideTexts<T>(value: T, instead: string): T {
  return mapKept(value, (kept) => (typeof kept === 'string' ? kept && instead : undefined))
}

/** A copy with what was kept apart in its place again; a text that is not there any more is empty, coordinates are left out. */
export function putBack<T>(value: T, texts: Texts): T {
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk)
    if (!isObject(one)) return one
    return mapEntries(one, (name, part) => {
      if (isPlace(part)) return texts.get(part.kept) ?? (name === 'location' ? undefined : '')
      return walk(part)
    })
  }
  return walk(value) as T
}

/** Takes out what is to be kept apart, each text once, however often it is repeated. @param known what is kept already */
export function textShelf(known: Texts = new Map()) {
  const places = new Map([...known].map(([place, kept]) => [JSON.stringify(kept), place]))
  const added = new Map<number, Kept[]>()
  const placeOf = (kept: Kept, seq: number): Place | '' => {
    if (kept === '') return ''
    const name = JSON.stringify(kept)
    const place = places.get(name)
    if (place) return { kept: place }
    const mine = added.get(seq) ?? []
    const fresh = `${seq}.${mine.length}`
    places.set(name, fresh)
    added.set(seq, [...mine, kept])
    return { kept: fresh }
  }
  return {
    /** What was not kept before, by the event that brought it. */
    added: added as ReadonlyMap<number, readonly Kept[]>,
    /** A copy without it. @param seq the event that brings what is new */
    takeOut: <T>(value: T, seq: number): T => mapKept(value, (kept) => placeOf(kept, seq)),
  }
}

/** The texts of one event under their names. */
export function named(seq: number, texts: readonly Kept[]): [string, Kept][] {
  return texts.map((kept, index) => [`${seq}.${index}`, kept])
}

function isKept(name: string, value: unknown, of: Record<string, unknown>): value is Kept {
  if (name === 'location') return isObject(value) && 'lat' in value
  if (typeof value !== 'string') return false
  return name === 'found' ? quoting.includes(of['step']) : textNames.includes(name)
}

function isPlace(value: unknown): value is Place {
  return isObject(value) && typeof value['kept'] === 'string'
}

/** Plain objects only: a file's map of personal data is no part of this. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function mapEntries(from: Record<string, unknown>, change: (name: string, value: unknown) => unknown) {
  const entries = Object.entries(from).map(([name, value]) => [name, change(name, value)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
