// Writes changed topics, ready answers and names of integrators into a region's region.json, topics as differences from the federal
// catalogue. Called by npm run directory.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { readCatalogue } from '../../regions/catalogue.ts'
import type { Difference } from '../../regions/directory.ts'
import type { Template, Topic } from '../../regions/schema.ts'
import { only } from '../../regions/topics.ts'

type Words = Pick<Topic, 'name' | 'keywords' | 'notKeywords'>
type Change = Record<string, unknown>
interface Written {
  topics?: { changed?: Record<string, Change>; own?: { id: string }[] }
  templates?: { id: string }[]
  integrators?: { id: string; name: string }[]
  languages: string[]
}

/** @returns whether the file was written */
export async function writeRegionFile(folder: string, differences: readonly Difference[]): Promise<boolean> {
  const own = differences.filter(({ key }) => /^(?:topics|templates|integrators)\//.test(key))
  if (own.length === 0) return false
  const path = join(folder, 'region.json')
  const file = JSON.parse(readFileSync(path, 'utf8')) as Written
  for (const { key, after } of own) {
    const [part, id = ''] = key.split('/')
    if (part === 'topics') writeTopic(file, id, after as unknown as Words)
    if (part === 'templates') writeTemplate(file, id, after as Template | null)
    if (part === 'integrators')
      for (const one of file.integrators ?? [])
        if (one.id === id) one.name = (after as unknown as { name: string }).name
  }
  writeFileSync(path, await format(JSON.stringify(file), { parser: 'json', printWidth: 120 }))
  return true
}

function writeTopic(file: Written, id: string, words: Words): void {
  const topics = (file.topics ??= {})
  const known = readCatalogue().topics.find((topic) => topic.id === id)
  if (!known) {
    topics.own = (topics.own ?? []).map((one) => (one.id === id ? { ...one, ...words } : one))
    return
  }
  const { name: _, keywords: __, notKeywords: ___, ...rest } = topics.changed?.[id] ?? {}
  const isNamed = JSON.stringify(words.name) !== JSON.stringify(only(known.name, file.languages))
  const change: Change = {
    ...(isNamed && { name: words.name }),
    ...reworded('keywords', known.keywords, words.keywords),
    ...reworded('notKeywords', known.notKeywords, words.notKeywords),
    ...rest,
  }
  const { [id]: ____, ...others } = topics.changed ?? {}
  topics.changed = Object.keys(change).length > 0 ? { ...topics.changed, [id]: change } : others
}

function reworded(list: string, known: readonly string[], wanted: readonly string[]): Change {
  const add = wanted.filter((word) => !known.includes(word))
  const remove = known.filter((word) => !wanted.includes(word))
  if (add.length + remove.length === 0) return {}
  return { [list]: { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) } }
}

/** One that every region has, and this one took out, cannot be left out of the file: `pull` says so. */
function writeTemplate(file: Written, id: string, template: Template | null): void {
  const others = (file.templates ?? []).filter((one) => one.id !== id)
  const at = (file.templates ?? []).findIndex((one) => one.id === id)
  file.templates = template ? others.toSpliced(at < 0 ? others.length : at, 0, template) : others
}
