// Names an entry in an address and for people. Called by the pages.
import { nameIn, placeName, organisationName, topicName } from '../../regions/names.ts'
import { parts, type EntryKey, type Part } from '../../regions/directory.ts'
import type { Language, Region, Texts } from '../../regions/schema.ts'
import { directoryWords } from './words.ts'

/** An id has no underscore: `topics/roads.pothole` is `topics__roads_pothole`. */
export function idOf(key: EntryKey): string {
  return key.replaceAll('/', '__').replaceAll('.', '_')
}

export function keyOf(id: string): EntryKey {
  return id.replaceAll('__', '/').replaceAll('_', '.')
}

export function partOf(key: EntryKey): Part | undefined {
  const [first] = key.split('/')
  return parts.find((part) => part === first)
}

/** "Ответственный — Мэрия города Грозного" */
export function labelOf(region: Region, key: EntryKey, language: Language): string {
  const text = directoryWords[language]
  const [part = '', first = '', second = '', third] = key.split('/')
  switch (part) {
    case 'people': {
      const post = text.posts[first as keyof typeof text.posts]
      return [post, ofPost(region, first, second, language), third && nameOf(region, third)].filter(Boolean).join(' — ')
    }
    case 'organisations':
      return organisationName(region, first, language) || first
    case 'topics':
      return topicName(region, first, language) || first
    case 'templates':
      return nameIn(region.templates.find(({ id }) => id === first)?.name, language) || first
    case 'integrators':
      return region.integrators.find(({ id }) => id === first)?.name ?? first
    default:
      return text.parts.routes
  }
}

function ofPost(region: Region, post: string, of: string, language: Language): string {
  if (post === 'municipal' || post === 'municipality-head') return placeName(region, of, language) || of
  const name = organisationName(region, of, language)
  return name || nameOf(region, of)
}

function nameOf(region: Region, contact: string): string {
  const { operators, moderators, municipals, analysts, administrators } = region
  const found = [...operators, ...moderators, ...municipals, ...analysts, ...administrators].find(
    ({ id }) => id === contact,
  )
  return found?.name ?? contact
}

/** A value of an entry for people: texts by language, lists, absences. */
export function sayValue(value: unknown, language: Language): string {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'boolean') return value ? directoryWords[language].yes : '—'
  if (Array.isArray(value)) return value.map((one) => sayValue(one, language)).join('; ') || '—'
  if (typeof value !== 'object') return String(value)
  if ('from' in value && 'to' in value) return `${String(value.from)} – ${String(value.to)}`
  return Object.values(value as Texts).join(' / ')
}
