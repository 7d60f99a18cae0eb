// What the pages and feeds of published answers say. Read by them.
import { inEvery } from '../../regions/languages.ts'
import type { AnswerSort } from '../case/case.ts'

interface AnswersWords {
  readonly title: string
  readonly intro: string
  readonly all: string
  readonly where: string
  readonly show: string
  readonly none: string
  readonly noMore: string
  readonly newest: string
  readonly older: string
  readonly feed: string
  readonly figures: string
  readonly question: string
  readonly answer: string
  readonly happened: string
  readonly topic: string
  readonly place: string
  readonly received: string
  readonly answeredBy: string
  readonly answered: string
  readonly outcome: string
  readonly sorts: Readonly<Record<AnswerSort, string>>
  readonly citizen: string
  readonly solved: Readonly<Record<'yes' | 'no', string>>
  readonly published: string
  readonly changed: string
  readonly rules: string
  readonly latest: string
  /** Above figures: since which day. */
  readonly since: (day: string) => string
}

export const answersWords = inEvery<AnswersWords>({
  ru: {
    title: 'Опубликованные ответы',
    intro: 'О чём спрашивали жители и что им ответили.',
    all: 'Все ответы',
    where: 'Где',
    show: 'Показать',
    none: 'Здесь пока ничего не опубликовано.',
    noMore: 'Больше ответов нет.',
    newest: 'К новым',
    older: 'Раньше',
    feed: 'Подписаться (лента Atom)',
    figures: 'В числах',
    question: 'Вопрос',
    answer: 'Ответ',
    happened: 'Что и когда произошло',
    topic: 'Тема',
    place: 'Где',
    received: 'Сообщение пришло',
    answeredBy: 'Кто ответил',
    answered: 'Когда ответили',
    outcome: 'Что ответили',
    sorts: {
      done: 'Сделано',
      promised: 'Обещали сделать',
      explained: 'Объяснили, как обстоит дело',
      impossible: 'Сделать нельзя',
      'not ours': 'Это решает другая организация',
    },
    citizen: 'Что сказал житель',
    solved: { yes: 'Вопрос решён', no: 'Вопрос не решён' },
    published: 'Опубликовано',
    changed: 'Изменено',
    rules:
      'Вопрос и ответ подготовил к публикации модератор: имён и личных данных в них нет. Публикуются не все ответы. Если здесь всё же можно узнать вас, позвоните нам, и мы уберём ответ.',
    latest: 'Новые ответы',
    since: (day) => `С ${day}`,
  },
  en: {
    title: 'Published answers',
    intro: 'What citizens asked and how they were answered.',
    all: 'All answers',
    where: 'Where',
    show: 'Show',
    none: 'Nothing is published here yet.',
    noMore: 'There are no more answers.',
    newest: 'The newest',
    older: 'Earlier',
    feed: 'Subscribe (Atom feed)',
    figures: 'In figures',
    question: 'Question',
    answer: 'Answer',
    happened: 'What happened when',
    topic: 'Topic',
    place: 'Where',
    received: 'The message came',
    answeredBy: 'Who answered',
    answered: 'When they answered',
    outcome: 'What they answered',
    sorts: {
      done: 'It is done',
      promised: 'Promised',
      explained: 'How things stand',
      impossible: 'It cannot be done',
      'not ours': 'Another organisation decides it',
    },
    citizen: 'What the citizen says',
    solved: { yes: 'It is solved', no: 'It is not solved' },
    published: 'Published',
    changed: 'Changed',
    rules:
      'A moderator prepared the question and the answer for publication: there are no names or personal data in them. Not every answer is published. If you can be recognised here all the same, call us and we take the answer off.',
    latest: 'New answers',
    since: (day) => `Since ${day}`,
  },
})
