// Reads the federal catalogue of topics: one file a category in regions/catalogue, in the order of their names. The ids mean
// the same in every region, so figures of regions may be compared. Called by load.ts and region:schema.
import { readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { topic, type Topic } from './schema.ts'
import { id, texts } from './shapes.ts'

const category = z.strictObject({ id, name: texts, topics: z.array(topic).min(1) })

export interface Catalogue {
  readonly groups: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[]
  readonly topics: readonly Topic[]
}

const folder = new URL('./catalogue/', import.meta.url)

/** @throws ZodError where a file of the catalogue is not as it must be; a test keeps them so. */
export function readCatalogue(): Catalogue {
  const categories = readdirSync(folder)
    .sort()
    .map((name) => category.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
  return {
    groups: categories.map(({ id, name }) => ({ id, name })),
    topics: categories.flatMap(({ topics }) => topics),
  }
}
