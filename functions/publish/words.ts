// What the public pages say. Read by figures-page.tsx.
import type { Language, PageLanguage } from '../../regions/schema.ts'
import { figures as ce } from '../web/words/ce.ts'
import { inDraft } from '../web/words/draft.ts'
import type { Period } from './period.ts'
import type { Shown } from './map.tsx'

interface PublicWords {
  readonly title: string
  readonly intro: string
  readonly period: string
  readonly periods: Readonly<Record<Period, string>>
  readonly days: (from: string, to: string) => string
  readonly onMap: string
  readonly shown: Readonly<Record<Shown, string>>
  readonly submit: string
  readonly map: (shown: string) => string
  readonly mapNote: string
  readonly borders: string
  readonly together: string
  readonly byTopic: string
  readonly byPlace: string
  readonly topic: string
  readonly place: string
  readonly placeUnknown: string
  readonly rest: Readonly<Record<'topic' | 'municipality', string>>
  readonly received: string
  readonly solved: string
  readonly open: string
  readonly unanswered: string
  readonly reopened: string
  readonly median: string
  readonly stars: string
  readonly starsOf: (mean: number, of: number) => string
  readonly hours: (hours: number) => string
  readonly wholeRegion: string
  readonly allTopics: string
  readonly tooFew: (least: number) => string
  readonly rules: (least: number, topics: number, of: number) => readonly string[]
}

const whole: Readonly<Record<Language, PublicWords>> = {
  ru: {
    title: 'Сообщения и ответы',
    intro: 'Сколько сообщений пришло от жителей, сколько решено и сколько ждут ответа.',
    period: 'За какое время',
    periods: {
      quarter: 'Этот месяц и два до него',
      month: 'Этот месяц',
      'last-month': 'Прошлый месяц',
      year: 'Двенадцать месяцев',
    },
    days: (from, to) => `с ${from} по ${to}`,
    onMap: 'На карте',
    shown: { open: 'ждут ответа сейчас', solved: 'решено' },
    submit: 'Показать',
    map: (shown) => `Карта районов: ${shown}. Те же числа — в таблице ниже.`,
    mapNote: 'Чем темнее, тем больше сообщений. Те же числа — в таблице ниже.',
    borders: 'Границы',
    together: 'Всего',
    byTopic: 'По темам',
    byPlace: 'По городам и районам',
    topic: 'Тема',
    place: 'Город или район',
    placeUnknown: 'место не указано',
    rest: { topic: 'остальные темы вместе', municipality: 'остальные вместе' },
    received: 'Пришло',
    solved: 'Решено',
    open: 'Ждут ответа',
    unanswered: 'Закрыто без ответа',
    reopened: 'Вернули в работу',
    median: 'Половина ответов',
    stars: 'Оценка жителей',
    starsOf: (mean, of) => `${mean.toFixed(1).replace('.', ',')} из 5 (оценок: ${of})`,
    hours: (hours) => (hours <= 48 ? `до ${hours} ч` : `до ${Math.ceil(hours / 24)} дн.`),
    wholeRegion: 'Весь регион',
    allTopics: 'Все темы',
    tooFew: (least) =>
      `За это время сообщений меньше ${least}: чисел не показываем, чтобы нельзя было узнать, чьи они.`,
    rules: (least, topics, of) => [
      `Строки, где сообщений меньше ${least}, сложены вместе, чтобы нельзя было узнать, чьи они.`,
      `Показано тем: ${topics} из ${of}. Сообщение считается там, куда оно отнесено сейчас, поэтому числа прошлых дней могут меняться.`,
      'Решено: закрыто с ответом и не возвращено в работу. «Ждут ответа» — сейчас, за какое бы время ни были остальные числа. «Половина ответов» пришла не позже чем через столько после сообщения.',
    ],
  },
  en: {
    title: 'Messages and answers',
    intro: 'How many messages came from citizens, how many were solved and how many wait for an answer.',
    period: 'For which time',
    periods: {
      quarter: 'This month and the two before',
      month: 'This month',
      'last-month': 'Last month',
      year: 'Twelve months',
    },
    days: (from, to) => `from ${from} to ${to}`,
    onMap: 'On the map',
    shown: { open: 'wait for an answer now', solved: 'solved' },
    submit: 'Show',
    map: (shown) => `Map of districts: ${shown}. The table below has the same figures.`,
    mapNote: 'The darker, the more messages. The table below has the same figures.',
    borders: 'Borders',
    together: 'Together',
    byTopic: 'By topic',
    byPlace: 'By town and district',
    topic: 'Topic',
    place: 'Town or district',
    placeUnknown: 'place not given',
    rest: { topic: 'all other topics', municipality: 'all others' },
    received: 'Came',
    solved: 'Solved',
    open: 'Waiting',
    unanswered: 'Closed without an answer',
    reopened: 'Sent back to work',
    median: 'Half of the answers',
    stars: 'Stars given',
    starsOf: (mean, of) => `${mean.toFixed(1)} of 5 (given ${of} times)`,
    hours: (hours) => (hours <= 48 ? `within ${hours} h` : `within ${Math.ceil(hours / 24)} days`),
    wholeRegion: 'The whole region',
    allTopics: 'All topics',
    tooFew: (least) =>
      `There were fewer than ${least} messages: no figures are shown, so that nobody can be recognised.`,
    rules: (least, topics, of) => [
      `Rows of fewer than ${least} messages are put together, so that nobody can be recognised.`,
      `Topics shown: ${topics} of ${of}. A message counts where it belongs today, so figures of past days may change.`,
      'Solved: closed with an answer and not sent back. “Waiting” is now, whatever the time of the other figures. “Half of the answers” came no later than so long after the message.',
    ],
  },
}

export const publicWords: Readonly<Record<PageLanguage, PublicWords>> = { ...whole, ce: inDraft(whole.ru, ce) }
