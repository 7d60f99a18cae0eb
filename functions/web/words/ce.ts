// What citizens read on pages, in Chechen: a draft that a native speaker must check. What is not here is said in Russian; so are
// buttons and ticks that act, until somebody has checked them. The one file of its language: docs/languages.md. Read by the words of
// citizens' pages.
import { marked } from '../../../regions/languages.ts'
import type { Regime } from '../../case/case.ts'
import type { Draft } from './draft.ts'
import type { ReportWords } from './report-shape.ts'
import type { Words } from './shape.ts'
import type { TrackWords } from './track-shape.ts'

export const page: Draft<Words> = {
  draft: marked(
    'Перевод на чеченский — черновик: его ещё не проверил носитель языка. Чего в нём нет, сказано по-русски.',
  ),
  errorTitle: 'ГӀалат',
  number: 'Лоьмар',
  topic: 'Тема',
  place: 'Меттиг',
  address: 'Адрес',
  notChosen: 'Хаьржина дац',
  emergency: { call: 'Телефон тоха' },
}

const ofAny: Draft<TrackWords> = {
  history: 'Истори',
  answers: { final: (organisation) => ['Жоп', organisation].filter(Boolean).join(': ') },
  question: 'Хаттар',
  yourReply: 'Шун жоп',
  yourRating: 'Шун мах хадор',
  comment: 'Шун дешнаш',
  scores: ['1 — вон', '2', '3', '4', '5 — дика'],
  steps: { received: 'Схьаэцна', answered: 'Жоп' },
  said: {
    message: 'Аша яздина',
    question: 'Оха хаьттина',
    reply: 'Аша жоп делла',
    added: 'Аша тӀетоьхна',
  },
  events: {
    clarification_asked: 'Оха шуьга хаттар делла',
    clarified: 'Аша хаттарна жоп делла',
    answer_approved: 'Жоп дӀадахьийтина',
    answer_shared: 'Жоп дӀадахьийтина',
    rated: 'Аша жоьпан мах хадийна',
  },
}

export const track: Readonly<Record<Regime, Draft<TrackWords>>> = {
  message: { ...ofAny, title: 'Шун хаам' },
  statutory: ofAny,
}

export const report: Draft<ReportWords> = {
  text: 'ХӀун хилла?',
  place: 'ГӀала я кӀошт',
  address: 'Адрес',
  addressHint: 'Урам, цӀа.',
  name: 'ЦӀе',
  email: 'Электронан пошт',
  phone: 'Телефон',
}

/** Of the page about the service (functions/report/about-words.ts). */
export const about = { title: 'Сервисах лаьцна' }

/** Of the public figures (functions/publish/words.ts). */
export const figures = {
  title: 'Хаамаш а, жоьпаш а',
  periods: { month: 'ХӀара бутт', year: 'Шийтта бутт' },
  onMap: 'Картан тӀехь',
  submit: 'Гайта',
  borders: 'Дозанаш',
  together: 'Дерриг',
  byTopic: 'Теманашца',
  topic: 'Тема',
  place: 'ГӀала я кӀошт',
  allTopics: 'Массо а тема',
}
