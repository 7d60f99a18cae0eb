// Reads what a program sent: JSON in UTF-8 that is not too long to look at, every wrong field named in one reply, in Russian or
// English. Called by the API.
import * as z from 'zod/mini'
import { fieldErrors, MOST_ERRORS } from './field-errors.ts'
import type { Request } from './http.ts'
import { type FieldError, Problem } from './problem.ts'
import { wholeOf } from '../../regions/languages.ts'
import type { Language, PageLanguage } from '../../regions/schema.ts'

/** Of one message. The longest text that a message may have takes 180 KB where every letter is written as an escape (`\u044f`). */
const BODY_LIMIT_BYTES = 256 * 1024
/** Within objects deeper than any of ours nothing is looked for. */
const DEEPEST = 4

interface ParseWords {
  readonly tooLarge: (kilobytes: number) => string
  readonly compressed: string
  readonly notJson: string
  readonly charset: string
  readonly malformed: string
  readonly notUtf8: string
  readonly invalid: string
}

const words: Readonly<Record<Language, ParseWords>> = {
  ru: {
    tooLarge: (kilobytes) => `Тело запроса больше ${kilobytes} КБ.`,
    compressed: 'Сжатые тела не читаются: передайте запрос без Content-Encoding.',
    notJson: 'Передайте JSON с заголовком Content-Type: application/json.',
    charset: 'Передайте JSON в UTF-8 (RFC 8259, 8.1), другие кодировки не читаются.',
    malformed: 'Тело запроса — не JSON.',
    notUtf8: 'Тело запроса — не UTF-8 (RFC 8259, 8.1): в нём есть знаки «�».',
    invalid: 'Проверьте поля, названные в errors.',
  },
  en: {
    tooLarge: (kilobytes) => `The body is larger than ${kilobytes} KB.`,
    compressed: 'Compressed bodies are not read: send the request without Content-Encoding.',
    notJson: 'Send JSON with the header Content-Type: application/json.',
    charset: 'Send JSON in UTF-8 (RFC 8259, 8.1); no other encoding is read.',
    malformed: 'The body is not JSON.',
    notUtf8: 'The body is not UTF-8 (RFC 8259, 8.1): it has the sign "�".',
    invalid: 'Check the fields named in errors.',
  },
}

/**
 * Parses a JSON body; a byte order mark before it is passed over, and a member that is null is one that is not there.
 * @param also what else is wrong with fields, whatever the schema says of others @param limitBytes of the body
 * @throws Problem 413, 415, or 400 for what is not read, 422 naming each field that is wrong
 */
export function parseJson<Schema extends z.ZodMiniType>(
  schema: Schema,
  request: Request,
  also?: (value: unknown, language: Language) => readonly FieldError[],
  limitBytes = BODY_LIMIT_BYTES,
): z.output<Schema> {
  const value = withoutNulls(jsonOf(request, limitBytes))
  return parse(schema, value, request.language, also?.(value, wholeOf(request.language)))
}

/** Parses a value. @param found what else is wrong, of fields that the schema does not speak of @throws Problem 422 naming each field that is wrong. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  pageLanguage: PageLanguage,
  found: readonly FieldError[] = [],
): z.output<Schema> {
  const language = wholeOf(pageLanguage)
  const result = z.safeParse(schema, value)
  const wrong = result.success ? [] : fieldErrors(result.error.issues, value, language)
  const errors = [...wrong, ...found.filter(({ pointer }) => !wrong.some((one) => one.pointer === pointer))]
  if (result.success && errors.length === 0) return result.data
  throw new Problem(422, 'invalid', words[language].invalid, errors.slice(0, MOST_ERRORS))
}

function jsonOf({ headers, body, language }: Request, limitBytes: number): unknown {
  const text = words[wholeOf(language)]
  if (Buffer.byteLength(body) > limitBytes) {
    throw new Problem(413, 'too-large', text.tooLarge(limitBytes / 1024))
  }
  const encoding = headers['content-encoding']
  if (encoding && encoding !== 'identity') {
    throw new Problem(415, 'compressed', text.compressed, [], { 'Accept-Encoding': 'identity' })
  }
  const [type = '', ...parameters] = (headers['content-type'] ?? 'application/json').toLowerCase().split(/\s*;\s*/)
  if (!/^application\/([\w.-]+\+)?json$/.test(type)) throw new Problem(415, 'not-json', text.notJson)
  const charset = parameters.find((one) => one.startsWith('charset='))?.replaceAll(/^charset=|"/g, '')
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new Problem(415, 'charset', text.charset)
  }
  // What API Gateway could not read as UTF-8 it has replaced.
  if (body.includes('\ufffd')) throw new Problem(400, 'not-utf8', text.notUtf8)
  try {
    return JSON.parse(body.replace(/^\ufeff/, ''))
  } catch {
    throw new Problem(400, 'malformed-json', text.malformed)
  }
}

/** The value without members that are null, within objects; lists are left as they are. */
export function withoutNulls(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST) return value
  const members = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(members.map(([key, member]) => [key, withoutNulls(member, depth + 1)]))
}
