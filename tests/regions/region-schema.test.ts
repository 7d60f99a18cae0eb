// The JSON Schema that editors use: as it would be written today, with a word on everything, named by every region's file.
import { globSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { regionSchema } from '../../tools/region-schema.ts'

const file = resolve('regions/region.schema.json')
const committed = readFileSync(file, 'utf8')

test('is not stale: else run npm run region:schema', async () => {
  expect(committed).toBe(await regionSchema())
})

test('every region’s file names it', () => {
  for (const region of globSync('regions/*/region.json')) {
    const { $schema } = JSON.parse(readFileSync(region, 'utf8')) as { $schema: string }
    expect(resolve(dirname(region), $schema), region).toBe(file)
  }
})

test('explains every setting, and offers the topics of the catalogue', () => {
  const unexplained: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const { properties } = node as { properties?: Record<string, { description?: string }> }
    for (const [name, property] of Object.entries(properties ?? {}))
      if (!property.description && !/^(mon|tue|wed|thu|fri|sat|sun)$/.test(name)) unexplained.push(`${path}.${name}`)
    for (const [key, inner] of Object.entries(node)) visit(inner, `${path}.${key}`)
  }
  visit(JSON.parse(committed), '')
  expect(unexplained).toEqual([])
  expect(JSON.parse(committed)).toHaveProperty(
    'properties.topics.properties.off.items.enum',
    expect.arrayContaining(['roads.*', 'roads.pothole']),
  )
})
