// Checks a region with everything in it: its shape, and the references between its parts. Reads no files, so that the console checks a
// changed directory by the same rules and in the same words. Called by load.ts and check-directory.ts.
import type * as z from 'zod'
import { checkReferences } from './check.ts'
import type { Mistake } from './mistakes.ts'
import { type RegionFile, regionFile } from './schema.ts'

export interface Mistaken {
  readonly mistakes: readonly Mistake[]
}

/** The region, or every mistake found, each with its path and plain words. */
export function checkWhole(whole: unknown): { readonly data: RegionFile } | Mistaken {
  const read = parsed(regionFile, whole)
  if ('mistakes' in read) return read
  const mistakes = checkReferences(read.data)
  return mistakes.length > 0 ? { mistakes } : read
}

/** What a schema makes of something, or its mistakes in plain words. */
export function parsed<Data>(schema: z.ZodType<Data>, content: unknown): { readonly data: Data } | Mistaken {
  const result = schema.safeParse(content, { error: plainWords })
  return result.success ? { data: result.data } : { mistakes: result.error.issues.flatMap(mistakesOf) }
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
