// The fields of the form between its steps: what is carried on, the point among them, and what an address in a link puts into them.
// Called by the handler and the form's pages.
import type { Region } from '../../regions/schema.ts'
import { lengthIssues, tidyText } from '../contract/text.ts'
import type { Point } from '../routing/outline.ts'
import { describePoint } from '../routing/near-place.ts'
import type { Fields } from '../web/forms.ts'

const ADDRESS_LIMIT = 300
/** What a step hands to the next. */
const carried = ['text', 'municipality', 'address', 'lat', 'lon', 'topic', 'email', 'name', 'phone', 'again'] as const

export type Passed = 'topic' | 'municipality' | 'address' | 'point'

/** What was typed and chosen, without buttons and what belongs to one step. */
export function carriedIn(fields: Fields): Fields {
  return Object.fromEntries(carried.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])))
}

/** With the topic that was chosen among those found in the text; whoever looks for another one has not chosen yet. */
export function withTopicFound({ 'topic-found': found, ...fields }: Fields): Fields {
  return found && !fields['topic'] && !fields['find'] ? { ...fields, topic: found } : fields
}

/** The point of a form; not on the earth where its numbers are none. Undefined where there is none. */
export function pointIn({ lat = '', lon = '' }: Fields): Point | undefined {
  return lat || lon ? { lat: degrees(lat), lon: degrees(lon) } : undefined
}

export function withPoint(fields: Fields, point: Point | undefined): Fields {
  const { lat: _, lon: __, ...others } = fields
  return point ? { ...others, lat: String(point.lat), lon: String(point.lon) } : others
}

/** What a link names for the form, as that of a sheet by a bus stop: what the region does not know is passed over. */
export function prefillOf(
  region: Region,
  query: Fields,
): { readonly fields: Fields; readonly passedOver: readonly Passed[] } {
  const { topic = '', municipality = '' } = query
  const address = tidyText(query['address'] ?? '')
  const point = pointIn(query)
  const isKnown = (all: readonly { readonly id: string }[], id: string) => all.some((one) => one.id === id)
  const offered: readonly (readonly [Passed, boolean, Fields])[] = [
    ['topic', isKnown(region.topics, topic), { topic }],
    ['municipality', isKnown(region.municipalities, municipality), { municipality }],
    ['address', lengthIssues(address, 1, ADDRESS_LIMIT).length === 0, { address }],
    ['point', point !== undefined && describePoint(region, point) !== undefined, withPoint({}, point)],
  ]
  const given = offered.filter(([name]) => (name === 'point' ? point !== undefined : Boolean(query[name])))
  return {
    fields: Object.assign({}, ...given.filter(([, fine]) => fine).map(([, , fields]) => fields)) as Fields,
    passedOver: given.filter(([, fine]) => !fine).map(([name]) => name),
  }
}

/** NaN for what is no plain number: "" is not 0, nor is "0x1". */
function degrees(written: string): number {
  return /^-?\d{1,3}(\.\d{1,20})?$/.test(written) ? Number(written) : Number.NaN
}
