// The borders of a region's municipalities, from regions/outlines/CODE.json, made by tools/outlines.ts. Read and checked when a
// region is loaded; a region without such a file goes by centres and radii.
import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { isInside, kilometresToBorder, unpack } from '../functions/routing/outline.ts'
import { each, expect, type Mistake, unknown } from './mistakes.ts'
import type { Outlines, RegionFile } from './schema.ts'

const ring = z
  .array(z.int())
  .min(8)
  .refine((steps) => steps.length % 2 === 0, 'must be pairs of longitude and latitude')

const outlinesFile = z.strictObject({
  attribution: z.string().min(1),
  accuracyKm: z.number().positive(),
  municipalities: z.record(z.string(), z.array(ring).min(1)),
})

export function outlinesPath(code: string): URL {
  return new URL(`outlines/${code}.json`, import.meta.url)
}

export function readOutlines(code: string): Outlines | undefined {
  const path = outlinesPath(code)
  return existsSync(path) ? outlinesFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}

/** What contradicts the outlines: municipalities that are not there, settlements that lie elsewhere. */
export function checkOutlines(region: RegionFile, { accuracyKm, municipalities }: Outlines): Mistake[] {
  const known = new Set(region.municipalities.map(({ id }) => id))
  const near = (id: string, at: { lat: number; lon: number }) => {
    const rings = unpack(municipalities[id] ?? [])
    return isInside(rings, at) || kilometresToBorder(rings, at) <= accuracyKm * 2
  }
  return [
    ...Object.keys(municipalities).flatMap((id) =>
      expect(known.has(id), `outlines.${id}`, unknown('municipality', id)),
    ),
    ...each(region.settlements, 'settlements', ({ name, at, municipalities: ids }, path) => {
      const drawn = ids.filter((id) => municipalities[id])
      const fine = at === undefined || drawn.length < ids.length || drawn.some((id) => near(id, at))
      return expect(
        fine,
        `${path}.at`,
        `"${name}" lies outside ${ids.join(', ')}: correct the point or the municipality`,
      )
    }),
    ...each(region.landmarks ?? [], 'landmarks', ({ name, at, municipality }, path) => {
      const ids = municipality === undefined ? Object.keys(municipalities) : [municipality]
      const fine = !at || ids.some((id) => !municipalities[id] || near(id, at))
      const where = municipality ?? 'the region'
      return expect(fine, `${path}.at`, `"${name}" lies outside ${where}: correct the point or the municipality`)
    }),
    ...each(region.places, 'places', ({ name, at, municipality: id }, path) =>
      expect(
        at === undefined || municipalities[id] === undefined || near(id, at),
        `${path}.at`,
        `"${name}" lies outside ${id}: correct the point or the municipality`,
      ),
    ),
  ]
}
