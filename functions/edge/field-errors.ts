// Says what is wrong with the fields of what was sent, in our own codes and words: each field once, no more of them than a
// reader takes in, and nothing long repeated. Called by parse.ts.
import type * as z from 'zod/mini'
import type { Language } from '../../regions/schema.ts'
import type { FieldError } from './problem.ts'

/** What is wrong beyond these is found when they are mended. */
export const MOST_ERRORS = 50
const LONGEST_POINTER = 200

interface FieldWords {
  readonly required: string
  readonly type: (expected: string) => string
  readonly too_short: (least: number) => string
  readonly too_long: (most: number) => string
  readonly too_small: (least: number) => string
  readonly too_large: (most: number) => string
  readonly format: (format: string) => string
  readonly choice: (values: string) => string
  readonly unknown_field: string
  /** By `params.code` of our own checks. */
  readonly own: Readonly<Record<string, string>>
  readonly invalid: string
  readonly types: Readonly<Record<string, string>>
  /** By the message of a check, else by its format. */
  readonly formats: Readonly<Record<string, string>>
}

const words: Readonly<Record<Language, FieldWords>> = {
  ru: {
    required: 'Поле обязательно.',
    type: (expected) => `Здесь нужно другое: ${expected}.`,
    too_short: (least) => (least === 1 ? 'Поле пустое.' : `Слишком коротко: нужно знаков не меньше ${least}.`),
    too_long: (most) => `Слишком длинно: знаков может быть не больше ${most}.`,
    too_small: (least) => `Число не может быть меньше ${least}.`,
    too_large: (most) => `Число не может быть больше ${most}.`,
    format: (format) => `Запишите так: ${format}.`,
    choice: (values) => `Подходит одно из: ${values}.`,
    unknown_field: 'Такого поля нет. Проверьте, нет ли в названии опечатки.',
    own: {
      half_character: 'В тексте половина знака (одиночный суррогат UTF-16): передайте знаки целиком.',
      email: 'Это не адрес электронной почты.',
      email_local: 'Письма на адреса с буквами не из латиницы перед «@» не доставляются: дайте другой адрес.',
    },
    invalid: 'Это значение не подходит.',
    types: { string: 'строка', number: 'число', boolean: 'true или false', object: 'объект', array: 'список' },
    formats: {
      date: 'дата, 2026-03-31',
      datetime: 'момент времени по UTC, 2026-03-31T09:00:00.000Z',
      catalogue_id: 'строчные латинские буквы, цифры, точки и дефисы',
      idempotency_key: 'от 1 до 200 знаков ASCII без пробелов',
      external_id: 'от 1 до 100 знаков без переводов строки и других управляющих знаков',
      instant: 'момент времени с часовым поясом, 2026-03-31T09:00:00Z или 2026-03-31T12:00:00+03:00',
      page_size: 'целое число от 1 до 100',
    },
  },
  en: {
    required: 'This field is required.',
    type: (expected) => `Something else is expected here: ${expected}.`,
    too_short: (least) =>
      least === 1 ? 'This field is empty.' : `Too short: at least ${least} characters are needed.`,
    too_long: (most) => `Too long: it may have up to ${most} characters.`,
    too_small: (least) => `The number may not be less than ${least}.`,
    too_large: (most) => `The number may not be more than ${most}.`,
    format: (format) => `Write it so: ${format}.`,
    choice: (values) => `It may be one of: ${values}.`,
    unknown_field: 'There is no such field. Check its name for a misprint.',
    own: {
      half_character: 'The text has half a character (a lone UTF-16 surrogate): send characters whole.',
      email: 'This is no e-mail address.',
      email_local:
        'Mail to addresses with other than Latin letters before the "@" cannot be delivered: give another address.',
    },
    invalid: 'This value is not right.',
    types: { string: 'a string', number: 'a number', boolean: 'true or false', object: 'an object', array: 'a list' },
    formats: {
      date: 'a date, 2026-03-31',
      datetime: 'an instant in UTC, 2026-03-31T09:00:00.000Z',
      catalogue_id: 'small Latin letters, digits, dots and hyphens',
      idempotency_key: '1 to 200 ASCII signs without blanks',
      external_id: '1 to 100 characters without line breaks and other control characters',
      instant: 'an instant with a zone, 2026-03-31T09:00:00Z or 2026-03-31T12:00:00+03:00',
      page_size: 'a whole number from 1 to 100',
    },
  },
}

/** @param value what was sent, to tell what is missing from what is of another type */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], value: unknown, language: Language): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, value, words[language])).slice(0, MOST_ERRORS)
}

function errorsOf(issue: z.core.$ZodIssue, value: unknown, text: FieldWords): FieldError[] {
  const at = (path: readonly PropertyKey[], code: string, detail: string) => [
    { pointer: pointerOf(path), code, detail },
  ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, MOST_ERRORS)
        .flatMap((key) => at([...issue.path, key], 'unknown_field', text.unknown_field))
    case 'invalid_type': {
      if (valueAt(value, issue.path) === undefined) return at(issue.path, 'required', text.required)
      return at(issue.path, 'type', text.type(text.types[issue.expected] ?? issue.expected))
    }
    case 'too_small': {
      const code = issue.origin === 'string' ? 'too_short' : 'too_small'
      return at(issue.path, code, text[code](Number(issue.minimum)))
    }
    case 'too_big': {
      const code = issue.origin === 'string' ? 'too_long' : 'too_large'
      return at(issue.path, code, text[code](Number(issue.maximum)))
    }
    case 'invalid_format':
      return at(
        issue.path,
        'format',
        text.format(text.formats[issue.message] ?? text.formats[issue.format] ?? issue.format),
      )
    case 'invalid_value': {
      if (valueAt(value, issue.path) === undefined) return at(issue.path, 'required', text.required)
      return at(issue.path, 'choice', text.choice(issue.values.join(', ')))
    }
    case 'custom': {
      const code = String(issue.params?.['code'] ?? 'invalid')
      return at(issue.path, code, text.own[code] ?? text.invalid)
    }
    default:
      return at(issue.path, 'invalid', text.invalid)
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((within, key) => (within as Record<PropertyKey, unknown> | undefined)?.[key], value)
}

/** A JSON pointer (RFC 6901), cut where it is longer than anybody reads. */
function pointerOf(path: readonly PropertyKey[]): string {
  const pointer = path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  return pointer.length > LONGEST_POINTER ? `${pointer.slice(0, LONGEST_POINTER)}…` : pointer
}
