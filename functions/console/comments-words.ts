// The words of how many comments wait. Read by the console's first page.
import type { Language } from '../../regions/schema.ts'
import { counted } from '../web/words/counted.ts'

interface CommentsWords {
  readonly comments: string
  readonly count: (count: number) => string
  /** As many as are counted, and more. */
  readonly more: (count: number) => string
  /** How long the oldest has waited (whole hours). */
  readonly oldest: (hours: number) => string
}

/** From so many hours on, days are told. */
const DAYS_FROM = 48

function waitedFor(within: string, hours: (count: number) => string, days: (count: number) => string) {
  return (lasted: number) => (lasted < 1 ? within : lasted < DAYS_FROM ? hours(lasted) : days(Math.floor(lasted / 24)))
}

const ruWaited = waitedFor(
  'меньше часа',
  counted('ru', { one: 'час', few: 'часа', many: 'часов' }),
  counted('ru', { one: 'день', few: 'дня', many: 'дней' }),
)
const enWaited = waitedFor(
  'less than an hour',
  counted('en', { one: 'hour', other: 'hours' }),
  counted('en', { one: 'day', other: 'days' }),
)

export const commentsWords: Readonly<Record<Language, CommentsWords>> = {
  ru: {
    comments: 'Комментарии',
    count: counted('ru', { one: 'комментарий', few: 'комментария', many: 'комментариев' }),
    more: (count) => `${count}+ комментариев`,
    oldest: (hours) => `самый старый ждёт ${ruWaited(hours)}`,
  },
  en: {
    comments: 'Comments',
    count: counted('en', { one: 'comment', other: 'comments' }),
    more: (count) => `${count}+ comments`,
    oldest: (hours) => `the oldest has waited for ${enWaited(hours)}`,
  },
}
