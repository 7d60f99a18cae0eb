// Reads a region's folder, joins the federal catalogue, the lists beside its file, the federal calendar and its outlines to
// it, and checks the whole. Called when a stack is synthesized and by the tools; the functions get the result as
// region.json beside their code.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as z from 'zod'
import { asWritten } from './as-written.ts'
import { readCatalogue } from './catalogue.ts'
import { checkWhole, type Mistaken, parsed } from './check-whole.ts'
import { checkEmblem } from './check-look.ts'
import { checkYears, federalCalendar } from './federal-calendar.ts'
import { readLists } from './lists.ts'
import { checkOutlines, readOutlines } from './outlines.ts'
import type { FederalCalendar, Region } from './schema.ts'
import { joinTemplates } from './templates.ts'
import { checkTopics, joinTopics } from './topics.ts'
import { writtenFile } from './written.ts'

const folder = fileURLToPath(new URL('./', import.meta.url))

export type RegionCheck = { readonly region: Region } | Mistaken
export type CalendarCheck = { readonly years: FederalCalendar } | Mistaken

/** The codes of all regions that have a folder. */
export function regionCodes(): string[] {
  return regionFolders().map((name) => name.split('-')[0]!)
}

/** The path of a region's file by its code. */
export function regionPath(code: string): string {
  const name = regionFolders().find((one) => one.startsWith(`${code}-`)) ?? `${code}-…`
  return join(folder, name, 'region.json')
}

/** Reads one region by code. @throws Error that lists every mistake with its path. */
export function loadRegion(code: string): Region {
  const file = regionPath(code)
  if (!existsSync(file)) throw new Error(`There is no region ${code}: regions/${code}-…/region.json does not exist.`)
  const checked = readRegion(file)
  if ('region' in checked) return checked.region
  const lines = checked.mistakes.map((mistake) => `  ${mistake.path}: ${mistake.message}`)
  throw new Error(`${file} has ${checked.mistakes.length} mistake(s):\n${lines.join('\n')}`)
}

/**
 * Reads a region's file and the lists beside it: the region, or every mistake found, each with where it is written and plain
 * words.
 */
export function readRegion(file: string): RegionCheck {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return readRegion(join(file, 'region.json'))
  const read = parse(writtenFile, readFileSync(file, 'utf8'))
  if ('mistakes' in read) return read
  const { topics: own, $schema: _, ...written } = read.data
  const listed = readLists(dirname(file), written.languages)
  if ('mistakes' in listed) return listed
  const catalogue = readCatalogue()
  const mistakes = checkTopics(catalogue, own)
  if (mistakes.length > 0) return { mistakes }
  const { topicGroups, topics, places: topicPlaces } = joinTopics(catalogue, own, written.languages)
  const templates = joinTemplates(written.templates, written.languages, topics)
  const checked = checkRegion({ ...written, ...listed.lists, topicGroups, topics, templates })
  if ('region' in checked) return withEmblem(checked.region, dirname(file))
  const places = new Map([...listed.places, ...topicPlaces.map((place, at) => [`topics[${at}]`, place] as const)])
  return { mistakes: checked.mistakes.map((mistake) => asWritten(mistake, places)) }
}

/** Checks a region with everything in it, and joins its calendar and outlines to it. */
export function checkRegion(whole: unknown): RegionCheck {
  const read = checkWhole(whole)
  if ('mistakes' in read) return read
  const name = `calendars/${read.data.calendar.base}.json`
  const outlines = readOutlines(read.data.code)
  const astray = outlines ? checkOutlines(read.data, outlines) : []
  if (astray.length > 0) return { mistakes: astray }
  const calendar = checkCalendar(readFileSync(join(folder, name), 'utf8'))
  if ('years' in calendar)
    return {
      region: { ...read.data, stage: 'prod', federalCalendar: calendar.years, ...(outlines && { outlines }) },
    }
  return { mistakes: calendar.mistakes.map(({ path, message }) => ({ path: `${name} ${path}`, message })) }
}

/** The emblem stands beside the file, by the name that it gives. */
function withEmblem(region: Region, beside: string): RegionCheck {
  const name = region.look.emblem
  if (!name) return { region }
  const file = join(beside, name)
  if (!existsSync(file))
    return { mistakes: [{ path: 'look.emblem', message: `${name} does not stand beside this file` }] }
  const emblem = readFileSync(file, 'utf8')
  const wrong = checkEmblem(emblem)
  return wrong
    ? { mistakes: [{ path: 'look.emblem', message: `${name} ${wrong}` }] }
    : { region: { ...region, emblem: `data:image/svg+xml;base64,${Buffer.from(emblem).toString('base64')}` } }
}

function regionFolders(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d+-/.test(name) && existsSync(join(folder, name, 'region.json')))
    .sort()
}

/** Checks a federal calendar's text in the same way. */
export function checkCalendar(json: string): CalendarCheck {
  const read = parse(federalCalendar, json)
  if ('mistakes' in read) return read
  const mistakes = checkYears(read.data)
  return mistakes.length > 0 ? { mistakes } : { years: read.data }
}

function parse<Data>(schema: z.ZodType<Data>, json: string): { readonly data: Data } | Mistaken {
  try {
    return parsed(schema, JSON.parse(json))
  } catch (error) {
    return { mistakes: [{ path: '(file)', message: `is not JSON: ${(error as Error).message}` }] }
  }
}
