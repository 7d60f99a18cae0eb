// The place by whose code a dialog was opened: its id stands in the link, and what is known of it in the region's file. What the file does not name opens
// an ordinary dialog. Called by take.ts and take-said.ts.
import type { Region } from '../../regions/schema.ts'
import { nameIn } from '../../regions/names.ts'
import { keepCame } from '../store/talks.ts'
import type { Hearing } from './hearing.ts'

export interface CodedPlace {
  readonly id: string
  /** As its people call it. */
  readonly name: string
  readonly municipality: string
  readonly address?: string
  readonly at?: { readonly lat: number; readonly lon: number }
}

/** A place of the region's file, or a municipality, by its id. */
export function placeOf({ places, municipalities, languages }: Region, id: string | undefined): CodedPlace | undefined {
  const place = places.find((one) => one.id === id)
  if (place) {
    const { name, municipality, address, at } = place
    const where = [name, address].filter(Boolean).join(', ')
    return { id: place.id, name: where, municipality, address: where, ...(at && { at }) }
  }
  const whole = municipalities.find((one) => one.id === id)
  return whole && { id: whole.id, name: nameIn(whole.name, languages[0]!), municipality: whole.id }
}

/** @param isRepeated it came with a message, as it may with each */
export async function noteCame(
  { tableName, region, dialog, key, at }: Hearing,
  ref: string | undefined,
  isRepeated: boolean,
): Promise<CodedPlace | undefined> {
  const place = placeOf(region, ref)
  if (place) await keepCame({ tableName, dialog, at, place: place.id, key, isRepeated })
  return place
}
