// Turns what zod found into a problem that names every wrong field in the sender's language. Called by the API.
import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'
import ru from 'zod/v4/locales/ru.js'
import { Problem } from './problem.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { Language, PageLanguage } from '../../regions/schema.ts'

const locales = { ru: ru().localeError, en: en().localeError }

/** What is wrong beyond zod's own codes, by `params.code`. */
const own: Record<Language, Readonly<Record<string, string>>> = {
  ru: {
    half_character: 'В тексте половина знака (одиночный суррогат UTF-16): передайте знаки целиком.',
    email: 'Это не адрес электронной почты.',
    email_local: 'Письма на адреса с буквами не из латиницы перед «@» не доставляются: дайте другой адрес.',
  },
  en: {
    half_character: 'The text has half a character (a lone UTF-16 surrogate): send characters whole.',
    email: 'This is no e-mail address.',
    email_local:
      'Mail to addresses with other than Latin letters before the "@" cannot be delivered: give another address.',
  },
}

const words: Record<Language, { malformed: string; notUtf8: string; invalid: string }> = {
  ru: {
    malformed: 'Тело запроса — не JSON.',
    notUtf8: 'Тело запроса — не UTF-8 (RFC 8259, 8.1): в нём есть знаки «�».',
    invalid: 'Проверьте поля, названные в errors.',
  },
  en: {
    malformed: 'The body is not JSON.',
    notUtf8: 'The body is not UTF-8 (RFC 8259, 8.1): it has the sign "�".',
    invalid: 'Check the fields named in errors.',
  },
}

/** Parses a JSON body; a byte order mark before it is passed over. @throws Problem 400 when it is not JSON or not UTF-8, 422 naming each field that is wrong. */
export function parseJson<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: string,
  language: PageLanguage,
): z.output<Schema> {
  // What API Gateway could not read as UTF-8 it has replaced.
  if (body.includes('\ufffd')) throw new Problem(400, 'not-utf8', words[wholeOf(language)].notUtf8)
  let value: unknown
  try {
    value = JSON.parse(body.replace(/^\ufeff/, ''))
  } catch {
    throw new Problem(400, 'malformed-json', words[wholeOf(language)].malformed)
  }
  return parse(schema, value, language)
}

/** Parses a value. @throws Problem 422 naming each field that is wrong. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  language: PageLanguage,
): z.output<Schema> {
  const whole = wholeOf(language)
  const result = z.safeParse(schema, value, { error: locales[whole] })
  if (result.success) return result.data
  throw new Problem(
    422,
    'invalid',
    words[whole].invalid,
    result.error.issues.map((issue) => ({
      pointer: pointerOf(issue),
      code: codeOf(issue),
      detail: own[whole][codeOf(issue)] ?? issue.message,
    })),
  )
}

/** Zod's own code, or ours of what it has none for. */
function codeOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' ? String(issue.params?.['code'] ?? 'invalid') : issue.code
}

/** A JSON pointer (RFC 6901) to what is wrong; for an unknown key, to the key itself. */
function pointerOf(issue: z.core.$ZodIssue): string {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...issue.path, ...extra].map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
