// node tools/outlines.ts FILE.geojson --region 95 --accuracy 0.15
// Makes regions/outlines/95.json, the borders of a region's municipalities, from a GeoJSON of OpenStreetMap (ODbL) whose
// features carry the name of the municipality as `district`. An outline that does not hold the centre of its municipality is
// too rough to be of use and is left out, and told.
import { readFileSync, writeFileSync } from 'node:fs'
import { isInside, pack, type Rings, unpack } from '../functions/routing/outline.ts'
import { listPlaceNames } from '../functions/routing/place-names.ts'
import { wordsOf } from '../functions/language/words.ts'
import { placesIn } from '../functions/routing/place-in-text.ts'
import { loadRegion } from '../regions/load.ts'
import { outlinesPath } from '../regions/outlines.ts'
import type { Region } from '../regions/schema.ts'
import { region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'

const ATTRIBUTION =
  'Borders © OpenStreetMap contributors, Open Database License (ODbL) 1.0, openstreetmap.org/copyright; simplified'

interface Feature {
  readonly properties: { readonly district: string }
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Rings }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] }
}

/** The outlines of the municipalities whose names the features carry; what is of no use comes back by name. */
export function outlinesOf(region: Region, features: readonly Feature[]) {
  const names = listPlaceNames(region)
  const unused: string[] = []
  const municipalities = features.flatMap(({ properties: { district }, geometry }) => {
    const ids = placesIn(names, wordsOf(district), true).flatMap(({ name }) => (name.own ? name.municipalities : []))
    const place = region.municipalities.find(({ id }) => id === ids[0])
    const packed = pack(geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())
    if (place && isInside(unpack(packed), place.centre)) return [[place.id, packed] as const]
    unused.push(district)
    return []
  })
  return { municipalities: Object.fromEntries(municipalities), unused }
}

if (import.meta.main) {
  const usage = 'node tools/outlines.ts FILE.geojson --region 95 --accuracy 0.15   (accuracy in kilometres)'
  const { values, positionals } = options(
    usage,
    { region: { type: 'string', is: regionCode }, accuracy: { type: 'string', default: '0.15' } },
    1,
  )
  const [file] = positionals
  if (!file || !values.region) misuse(usage, 'Name a GeoJSON file and the region with --region.')
  const accuracyKm = Number(values.accuracy)
  if (!(accuracyKm > 0)) misuse(usage, `--accuracy ${values.accuracy}: must be kilometres, e.g. 0.15.`)
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] }
  const { municipalities, unused } = outlinesOf(loadRegion(values.region), features)
  const made = `${JSON.stringify({ attribution: ATTRIBUTION, accuracyKm, municipalities })}\n`
  writeFileSync(outlinesPath(values.region), made)
  console.log(`${Object.keys(municipalities).length} outlines, ${(made.length / 1024).toFixed(0)} KB.`)
  if (unused.length > 0) console.log(`Left out, by circle then: ${unused.join(', ')}.`)
}
