// What the forms of entries have in common: which fields they may carry, and how lists and languages become fields. Used by each of them.
import type { FC } from 'hono/jsx'
import type { Entry, EntryKey } from '../../regions/directory.ts'
import type { Region, Texts } from '../../regions/schema.ts'
import { Problem } from '../edge/problem.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import type { Fields, FormErrors } from '../web/forms.ts'
import type { Edits } from './propose.ts'
import type { Standing } from './standing.ts'
import { directoryWords } from './words.ts'
import type { DirectoryWords } from './words-shape.ts'

/** A form on its way: what stands in it, and what is wrong. */
export interface Filled {
  readonly visit: ConsoleVisit
  readonly standing: Standing
  readonly key: EntryKey
  /** What the directory says at the key; undefined of a new one. */
  readonly entry: Entry | undefined
  readonly fields: Fields
  readonly errors: FormErrors
}

export interface EntryForm {
  /** The names of its fields: a form with another is not ours. */
  readonly names: (standing: Standing) => readonly string[]
  /** What stands in it at first. */
  readonly fieldsIn: (entry: Entry | undefined, standing: Standing, key: EntryKey) => Fields
  readonly Form: FC<Filled>
  readonly read: (filled: Filled) => { readonly edits: Edits } | { readonly errors: FormErrors }
}

/** Those of every form of a change. */
const always = ['token', 'version', 'step', 'reason', 'remove', 'resumed']

/** @throws Problem 400 naming a field that is not of the form: nothing is taken that nobody was asked for */
export function refuseStrangeFields({ visit, standing, fields }: Filled, form: EntryForm): void {
  const known = new Set([...always, ...form.names(standing)])
  const strange = Object.keys(fields).find((name) => !known.has(name))
  if (strange === undefined) return
  throw new Problem(400, 'form-broken', textOf(visit).unknownField(strange.slice(0, 40)))
}

export function textOf({ request }: Pick<ConsoleVisit, 'request'>): DirectoryWords {
  return directoryWords[request.language]
}

export const languageNames = (region: Region, field: string) =>
  region.languages.map((language) => `${field}-${language}`)

export function textsIn(region: Region, fields: Fields, field: string): Texts {
  const given = region.languages.map((language) => [language, fields[`${field}-${language}`] ?? ''] as const)
  return Object.fromEntries(given.filter(([, text]) => text !== ''))
}

export function fieldsOfTexts(texts: Texts | undefined, field: string): Fields {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([language, text]) => [`${field}-${language}`, text]))
}

/** Each language of the region needs a text. */
export function missingTexts({ standing, visit, fields }: Filled, field: string): FormErrors {
  const empty = languageNames(standing.region, field).filter((name) => !fields[name])
  return Object.fromEntries(empty.map((name) => [name, textOf(visit).required]))
}

export function linesIn(text: string | undefined): string[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))].sort()
}

/** Ticks, by name: `topic:roads.*`. */
export function tickedIn(fields: Fields, prefix: string): string[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(prefix) && fields[name] === 'yes')
    .map((name) => name.slice(prefix.length))
}

export function ticked(prefix: string, values: readonly string[]): Fields {
  return Object.fromEntries(values.map((value) => [`${prefix}${value}`, 'yes']))
}
