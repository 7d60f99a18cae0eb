// Finds topics, municipalities and organisations that the region does not have, in the same reply as every other wrong field. Called by
// whoever takes them from integrators.
import type { FieldError } from '../edge/problem.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { words } from './words.ts'

/** The field errors of a body, or a query, that names what the region's file does not. */
export function unknownIn({ topics, municipalities, organisations }: Region) {
  const known = { topic: topics, municipality: municipalities, organisation: organisations }
  return (value: unknown, language: Language): FieldError[] => {
    const named = Object(value) as Partial<Record<keyof typeof known, unknown>>
    return (Object.keys(known) as (keyof typeof known)[])
      .filter((name) => isUnknown(named[name], known[name]))
      .map((name) => ({ pointer: `/${name}`, code: 'unknown', detail: words[language].unknown[name] }))
  }
}

/** What is no text, or empty, the schema speaks of. */
function isUnknown(id: unknown, known: readonly { readonly id: string }[]): boolean {
  return typeof id === 'string' && id.trim() !== '' && !known.some((one) => one.id === id.trim())
}
