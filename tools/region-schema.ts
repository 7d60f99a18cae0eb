// npm run region:schema: writes regions/region.schema.json, by which editors complete and explain a region's file, from the
// schema that checks it. A test says when it is stale.
import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import * as z from 'zod'
import { readCatalogue } from '../regions/catalogue.ts'
import { writtenFile } from '../regions/written.ts'
import { options } from './options.ts'

interface Node {
  [key: string]: unknown
  properties?: Record<string, Node>
}

/** The JSON Schema as it is written: what zod knows, and beside the ids of topics those that the catalogue has. */
export async function regionSchema(): Promise<string> {
  const schema = z.toJSONSchema(writtenFile, { io: 'input' }) as Node
  const { topics, groups } = readCatalogue()
  const ids = topics.map(({ id }) => id)
  const { off, changed } = schema.properties!['topics']!.properties!
  off!['items'] = { enum: [...groups.map(({ id }) => `${id}.*`), ...ids] }
  changed!['propertyNames'] = { enum: ids }
  return format(JSON.stringify({ ...schema, title: 'A region of Otklik' }), { parser: 'json', printWidth: 120 })
}

if (import.meta.main) {
  options('npm run region:schema', {})
  const file = new URL('../regions/region.schema.json', import.meta.url)
  writeFileSync(file, await regionSchema())
}
