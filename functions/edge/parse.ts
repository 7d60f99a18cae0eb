// Turns what zod found into a problem that names every wrong field in the sender's language.
import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'
import ru from 'zod/v4/locales/ru.js'
import { Problem } from './problem.ts'
import type { Language } from '../../regions/schema.ts'

const locales = { ru: ru().localeError, en: en().localeError }

const words: Record<Language, { malformed: string; invalid: string }> = {
  ru: { malformed: 'Тело запроса — не JSON', invalid: 'Проверьте поля, названные в errors.' },
  en: { malformed: 'The body is not JSON', invalid: 'Check the fields named in errors.' },
}

/** Parses a JSON body. @throws Problem 400 when it is not JSON, 422 naming each field that is wrong. */
export function parseJson<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: string,
  language: Language,
): z.output<Schema> {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new Problem(400, 'malformed-json', `${words[language].malformed}.`)
  }
  return parse(schema, value, language)
}

/** Parses a value. @throws Problem 422 naming each field that is wrong. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  language: Language,
): z.output<Schema> {
  const result = z.safeParse(schema, value, { error: locales[language] })
  if (result.success) return result.data
  throw new Problem(
    422,
    'invalid',
    words[language].invalid,
    result.error.issues.map((issue) => ({
      pointer: pointerOf(issue),
      code: issue.code ?? 'invalid',
      detail: issue.message,
    })),
  )
}

/** A JSON pointer (RFC 6901) to what is wrong; for an unknown key, to the key itself. */
function pointerOf(issue: z.core.$ZodIssue): string {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...issue.path, ...extra].map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
