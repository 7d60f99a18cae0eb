// The words of the pages of acts, and of what they come to. Read by acts.
import { counted } from './counted.ts'
import type { Language } from '../../../regions/schema.ts'
import type { ActName, Likeness } from '../console/acts.ts'

interface ActsWords {
  readonly back: (number: string) => string
  readonly answerBy: string
  readonly notNow: string
  readonly check: string
  /** Of the buttons that do it. */
  readonly do: Readonly<Record<ActName, string>>
  readonly comesTo: string
  readonly comesToIn: (number: string) => string
  readonly nothingElse: string
  readonly changes: (what: string, was: string, is: string) => string
  readonly begins: (clock: string, due: string) => string
  readonly moves: (clock: string, was: string, is: string) => string
  readonly rests: (clock: string) => string
  readonly ends: (clock: string) => string
  readonly mail: (whom: string, what: string) => string
  readonly inPlaceOf: (organisation: string) => string
  readonly acceptSure: string
  readonly note: string
  readonly noteHint: string
  readonly topicHint: string
  readonly linkTo: string
  readonly into: string
  readonly intoHint: string
  readonly noSuchCase: string
  /** What both citizens are told by a merge. */
  readonly mergeTells: (child: string, into: string) => readonly string[]
  readonly unmergeHint: (from: string) => string
  readonly unmergeSure: string
  readonly similar: string
  readonly sameAs: (count: number) => string
  readonly mergeAll: (count: number) => string
  readonly mergeAllHint: (number: string) => string
  readonly noneSimilar: string
  readonly why: Readonly<Record<Likeness, (metres: number) => string>>
  readonly mergeInto: (number: string) => string
  readonly mergeHere: (number: string) => string
  readonly kilometres: (km: number) => string
  readonly cluster: (count: number) => string
  readonly oneAnswer: string
  readonly noAnswerYet: string
  readonly answersAll: (count: number) => string
  readonly members: string
  readonly carries: string
  readonly moreMembers: (count: number) => string
  readonly reopenReason: string
}

const messages = counted('ru', { one: 'сообщение', few: 'сообщения', many: 'сообщений' })

const ru: ActsWords = {
  back: (number) => `Назад к № ${number}`,
  answerBy: 'Ответить до:',
  notNow: 'Сейчас этого сделать нельзя: обстоятельства изменились.',
  check: 'Показать, что будет',
  do: {
    note: 'Сохранить заметку',
    accept: 'Отметить',
    answer: 'Отправить на проверку',
    ask: 'Отправить вопрос',
    handover: 'Передать',
    decline: 'Вернуть',
    topic: 'Исправить тему',
    link: 'Отправить письмо',
    merge: 'Объединить',
    unmerge: 'Отделить',
    reopen: 'Вернуть в работу',
  },
  comesTo: 'Что произойдёт',
  comesToIn: (number) => `Что произойдёт с № ${number}`,
  nothingElse: 'Больше ничего не изменится.',
  changes: (what, was, is) => `${what}: было «${was}», станет «${is}».`,
  begins: (clock, due) => `Срок «${clock}» начнётся: до ${due}.`,
  moves: (clock, was, is) => `Срок «${clock}»: был ${was}, станет ${is}.`,
  rests: (clock) => `Срок «${clock}»: отсчёт приостановится.`,
  ends: (clock) => `Срок «${clock}» больше не идёт.`,
  mail: (whom, what) => `Письмо — ${whom}: ${what}.`,
  inPlaceOf: (organisation) => `Вы делаете это вместо исполнителя: ${organisation}. В истории будет ваше имя.`,
  acceptSure: 'Исполнитель подтвердил, что взялся за дело',
  note: 'Заметка',
  noteHint: 'Её увидят все, кто работает над сообщением. Житель её не увидит.',
  topicHint: 'Ответственный останется прежним. Сроки, которые у новой темы другие, изменятся: сначала покажем, какие.',
  linkTo: 'Кому прислать',
  into: 'Номер сообщения, которое останется в работе',
  intoHint: 'Это сообщение станет его частью. Выберите похожее выше или впишите номер.',
  noSuchCase: 'Такого номера нет. Проверьте его.',
  mergeTells: (child, into) => [
    `Житель № ${child} на своей странице прочитает, что его сообщение объединили с другими о том же. Ответ на № ${into} придёт и ему, и оценит он его сам.`,
    `Житель № ${into} ничего нового не увидит; его ответ станет общим.`,
  ],
  unmergeHint: (from) =>
    `Сейчас решается вместе с № ${from}. После этого у него снова будет свой ответственный и свой срок.`,
  unmergeSure: 'Да, это другой вопрос',
  similar: 'Похожие открытые сообщения',
  sameAs: (count) => `Похоже на ${messages(count)}`,
  mergeAll: (count) => `Объединить все ${count}`,
  mergeAllHint: (number) => `В работе останется № ${number}. Сначала покажем, что будет с каждым.`,
  noneSimilar: 'Рядом, на ту же тему и теми же словами за 30 дней ничего не нашлось.',
  why: {
    same: () => 'о том же и почти так же',
    near: (metres) => `в ${metres} м`,
    topic: () => 'та же тема и то же место',
    words: () => 'теми же словами',
  },
  mergeInto: (number) => `Объединить: в работе останется № ${number}`,
  mergeHere: (number) => `Объединить: № ${number} станет частью этого`,
  kilometres: (km) => `${km} км`,
  cluster: (count) => `Об одном и том же: ${count}`,
  oneAnswer: 'Один ответ для всех',
  noAnswerYet: 'Ответа ещё нет.',
  answersAll: (count) => `Когда модератор отправит ответ, его получат все, кто об этом писал: ${count}.`,
  members: 'Кто об этом писал',
  carries: 'по нему идёт работа',
  moreMembers: (count) => `И ещё: ${count}.`,
  reopenReason: 'Почему нужно продолжить; это прочитает исполнитель',
}

const en: ActsWords = {
  back: (number) => `Back to ${number}`,
  answerBy: 'Answer by:',
  notNow: 'This cannot be done now: things have changed.',
  check: 'Show what will happen',
  do: {
    note: 'Keep the note',
    accept: 'Note it',
    answer: 'Send to be checked',
    ask: 'Send the question',
    handover: 'Hand over',
    decline: 'Send back',
    topic: 'Correct the topic',
    link: 'Send the mail',
    merge: 'Merge',
    unmerge: 'Part',
    reopen: 'Reopen',
  },
  comesTo: 'What will happen',
  comesToIn: (number) => `What will happen to ${number}`,
  nothingElse: 'Nothing else changes.',
  changes: (what, was, is) => `${what}: from “${was}” to “${is}”.`,
  begins: (clock, due) => `The deadline “${clock}” begins: ${due}.`,
  moves: (clock, was, is) => `The deadline “${clock}”: was ${was}, will be ${is}.`,
  rests: (clock) => `The deadline “${clock}” is paused.`,
  ends: (clock) => `The deadline “${clock}” ends.`,
  mail: (whom, what) => `A mail to ${whom}: ${what}.`,
  inPlaceOf: (organisation) =>
    `You do this in place of the responder: ${organisation}. The history will have your name.`,
  acceptSure: 'The responder has said that work has begun',
  note: 'Note',
  noteHint: 'Everybody who works on the case sees it. The citizen does not.',
  topicHint:
    'Whoever has the case keeps it. Deadlines that the new topic has other terms for change: first you see which.',
  linkTo: 'To whom',
  into: 'Number of the case that goes on',
  intoHint: 'This one becomes a part of it. Choose a similar one above, or type a number.',
  noSuchCase: 'There is no such number. Check it.',
  mergeTells: (child, into) => [
    `The citizen of ${child} reads on their page that it was merged with others about the same. They get the answer to ${into}, too, and rate it themselves.`,
    `The citizen of ${into} sees nothing new; their answer will be that of all.`,
  ],
  unmergeHint: (from) =>
    `It is worked on together with ${from}. After this it has its own responder and deadline again.`,
  unmergeSure: 'Yes, it is another matter',
  similar: 'Similar open cases',
  sameAs: (count) => `Looks like ${count} other ${count === 1 ? 'case' : 'cases'}`,
  mergeAll: (count) => `Merge all ${count}`,
  mergeAllHint: (number) => `${number} goes on. First you see what it comes to for each.`,
  noneSimilar: 'Nothing nearby, of the same topic or in the same words in the last 30 days.',
  why: {
    same: () => 'the same, in nearly the same words',
    near: (metres) => `${metres} m away`,
    topic: () => 'same topic and place',
    words: () => 'the same words',
  },
  mergeInto: (number) => `Merge: ${number} goes on`,
  mergeHere: (number) => `Merge: ${number} becomes a part of this one`,
  kilometres: (km) => `${km} km`,
  cluster: (count) => `About the same: ${count}`,
  oneAnswer: 'One answer for all',
  noAnswerYet: 'There is no answer yet.',
  answersAll: (count) => `Once a moderator sends the answer, all who wrote about it get it: ${count}.`,
  members: 'Who wrote about it',
  carries: 'carries the work',
  moreMembers: (count) => `And ${count} more.`,
  reopenReason: 'Why it has to go on; the responder reads it',
}

export const actsWords: Readonly<Record<Language, ActsWords>> = { ru, en }
