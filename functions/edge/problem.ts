// What went wrong, for machines (RFC 9457) and, in the same terms, for the pages people see. Thrown by handlers,
// rendered by http.ts.
import { wholeOf } from '../../regions/languages.ts'
import type { Language, PageLanguage } from '../../regions/schema.ts'

/** A field that is wrong: where (JSON pointer, RFC 6901), which rule, in plain words. */
export interface FieldError {
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

/** Thrown to end a request with a clear reason. `code` is stable; `detail` is for people. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors: readonly FieldError[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    code: string,
    detail: string,
    errors: readonly FieldError[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.detail = detail
    this.errors = errors
    this.headers = headers
  }
}

const titles: Record<number, Record<Language, string>> = {
  400: { ru: 'Запрос не понят', en: 'The request was not understood' },
  401: { ru: 'Нужен ключ', en: 'A key is needed' },
  403: { ru: 'Нет права', en: 'Not permitted' },
  404: { ru: 'Не найдено', en: 'Not found' },
  405: { ru: 'Метод не поддерживается', en: 'The method is not supported' },
  409: { ru: 'Сейчас это невозможно', en: 'Not possible now' },
  413: { ru: 'Слишком большой запрос', en: 'The request is too large' },
  415: { ru: 'Неподдерживаемый формат', en: 'Unsupported format' },
  422: { ru: 'В данных ошибка', en: 'The data have a mistake' },
  429: { ru: 'Слишком много запросов', en: 'Too many requests' },
  503: { ru: 'Сейчас слишком много запросов', en: 'Too busy just now' },
  500: { ru: 'Ошибка на нашей стороне', en: 'A fault on our side' },
}

const tryAgain: Record<Language, string> = {
  ru: 'Повторите запрос через несколько секунд. С тем же Idempotency-Key он ничего не сделает дважды.',
  en: 'Send the request again in a few seconds. With the same Idempotency-Key nothing is done twice.',
}

/** The body of an application/problem+json reply. */
export function problemBody(problem: Problem, language: PageLanguage, requestId: string) {
  return {
    type: `urn:otklik:problem:${problem.code}`,
    title: (titles[problem.status] ?? titles[500]!)[wholeOf(language)],
    status: problem.status,
    detail: problem.status < 500 ? problem.detail : tryAgain[wholeOf(language)],
    code: problem.code,
    ...(problem.errors.length > 0 && { errors: problem.errors }),
    requestId,
  }
}
