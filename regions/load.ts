// Reads a region's file, checks it whole and joins the federal calendar and its outlines to it. Called when a stack is
// synthesized and by the tools; the functions get the result as region.json beside their code.
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type * as z from 'zod'
import { checkReferences } from './check.ts'
import { checkYears, federalCalendar } from './federal-calendar.ts'
import type { Mistake } from './mistakes.ts'
import { checkOutlines, readOutlines } from './outlines.ts'
import { type FederalCalendar, type Region, regionFile } from './schema.ts'

const folder = new URL('./', import.meta.url)

interface Mistaken {
  readonly mistakes: readonly Mistake[]
}
export type RegionCheck = { readonly region: Region } | Mistaken
export type CalendarCheck = { readonly years: FederalCalendar } | Mistaken

/** The codes of all regions that have a file. */
export function regionCodes(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d+-.*\.json$/.test(name))
    .map((name) => name.split('-')[0]!)
    .sort()
}

/** Where a region's file lies. @throws Error where there is none. */
export function regionPath(code: string): URL {
  const name = readdirSync(folder).find((file) => file.startsWith(`${code}-`) && file.endsWith('.json'))
  if (!name) throw new Error(`There is no region ${code}: regions/${code}-….json does not exist.`)
  return new URL(name, folder)
}

/** Reads one region by code. @throws Error that lists every mistake with its path. */
export function loadRegion(code: string): Region {
  const path = regionPath(code)
  const checked = checkRegion(readFileSync(path, 'utf8'))
  if ('region' in checked) return checked.region
  const lines = checked.mistakes.map((mistake) => `  ${mistake.path}: ${mistake.message}`)
  throw new Error(`regions/${basename(path.pathname)} has ${checked.mistakes.length} mistake(s):\n${lines.join('\n')}`)
}

/** Checks a region file's text: the region, or every mistake found, each with a path and plain words. */
export function checkRegion(json: string): RegionCheck {
  const read = parse(regionFile, json)
  if ('mistakes' in read) return read
  const mistakes = checkReferences(read.data)
  if (mistakes.length > 0) return { mistakes }
  const name = `calendars/${read.data.calendar.base}.json`
  const outlines = readOutlines(read.data.code)
  const astray = outlines ? checkOutlines(read.data, outlines) : []
  if (astray.length > 0) return { mistakes: astray }
  const calendar = checkCalendar(readFileSync(new URL(name, folder), 'utf8'))
  if ('years' in calendar)
    return {
      region: { ...read.data, stage: 'prod', federalCalendar: calendar.years, ...(outlines && { outlines }) },
    }
  return { mistakes: calendar.mistakes.map(({ path, message }) => ({ path: `${name} ${path}`, message })) }
}

/** Checks a federal calendar's text in the same way. */
export function checkCalendar(json: string): CalendarCheck {
  const read = parse(federalCalendar, json)
  if ('mistakes' in read) return read
  const mistakes = checkYears(read.data)
  return mistakes.length > 0 ? { mistakes } : { years: read.data }
}

function parse<Data>(schema: z.ZodType<Data>, json: string): { readonly data: Data } | Mistaken {
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch (error) {
    return { mistakes: [{ path: '(file)', message: `is not JSON: ${(error as Error).message}` }] }
  }
  const parsed = schema.safeParse(content, { error: plainWords })
  return parsed.success ? { data: parsed.data } : { mistakes: parsed.error.issues.flatMap(mistakesOf) }
}

const shapes: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
  int: 'a whole number',
}

function mistakesOf(issue: z.core.$ZodIssue): Mistake[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return paths.map((path) => ({ path: pathOf(path), message: issue.message }))
}

/** What to say where the schema has no words of its own: what to do, not what zod expected. */
function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing: add it'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${shapes[issue.expected] ?? `a ${issue.expected}`}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'too_small':
      if (issue.origin === 'array') return 'is empty: add at least one'
      return issue.origin === 'string'
        ? `must have at least ${issue.minimum} character(s)`
        : `must be at least ${issue.minimum}`
    case 'too_big':
      return `must be at most ${issue.maximum}`
    case 'unrecognized_keys':
      return 'is not known here: correct the spelling or remove it'
    case 'invalid_key':
      return issue.issues[0]?.message
    default:
      return undefined
  }
}

function pathOf(path: readonly PropertyKey[]) {
  return (
    path.reduce<string>(
      (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
      '',
    ) || '(file)'
  )
}
