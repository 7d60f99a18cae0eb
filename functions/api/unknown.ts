// Finds topics and municipalities that the region does not have, in the same reply as every other wrong field. Called by whoever
// takes them from integrators.
import type { FieldError } from '../edge/problem.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { words } from './words.ts'

/** The field errors of a body that names what the region's file does not. */
export function unknownIn({ topics, municipalities }: Region) {
  return (body: unknown, language: Language): FieldError[] => {
    const { topic, municipality } = Object(body) as { topic?: unknown; municipality?: unknown }
    const text = words[language].unknown
    return [
      ...(isUnknown(topic, topics) ? [{ pointer: '/topic', code: 'unknown', detail: text.topic }] : []),
      ...(isUnknown(municipality, municipalities)
        ? [{ pointer: '/municipality', code: 'unknown', detail: text.municipality }]
        : []),
    ]
  }
}

/** What is no text, or empty, the schema speaks of. */
function isUnknown(id: unknown, known: readonly { readonly id: string }[]): boolean {
  return typeof id === 'string' && id.trim() !== '' && !known.some((one) => one.id === id.trim())
}
