// The words of a case in the console, and of working through a list one case after another. Read by desk.
import type { Language } from '../../../regions/schema.ts'

export const skipReasons = ['facts', 'topic', 'senior', 'other'] as const
type SkipReason = (typeof skipReasons)[number]

export interface PlayWords {
  readonly playing: string
  readonly stop: string
  readonly before: (number: string) => string
  readonly open: string
  readonly skip: string
  readonly skipWhy: string
  readonly skipReasons: Readonly<Record<SkipReason, string>>
  readonly skipWords: string
  readonly skipped: (reason: string) => string
  readonly othersView: (name: string) => string
  readonly othersEdit: (name: string) => string
  readonly versions: string
  readonly versionsHint: string
  readonly what: string
  readonly yours: string
  readonly now: string
  readonly answer: string
  readonly reason: string
  readonly resumed: string
  readonly readOnly: string
  readonly samePerson: string
}

const ru: PlayWords = {
  playing: 'Разбор по порядку.',
  stop: 'Закончить разбор',
  before: (number) => `Сделано: ${number}.`,
  open: 'Открыть',
  skip: 'Пропустить',
  skipWhy: 'Почему пропускаете',
  skipReasons: {
    facts: 'не хватает сведений',
    topic: 'не моя тема',
    senior: 'нужно решение старшего',
    other: 'другое',
  },
  skipWords: 'Своими словами',
  skipped: (reason) => `Пропущено при разборе: ${reason}`,
  othersView: (name) => `Сейчас это открыто у коллеги: ${name}.`,
  othersEdit: (name) =>
    `Сейчас над этим работает коллега: ${name}. Если вы сделаете что-то раньше, коллега увидит обе версии.`,
  versions: 'Две версии',
  versionsHint: 'Пока вы работали, сообщение изменили. Ваше не применено и не потеряно: сравните и решите.',
  what: 'Что',
  yours: 'У вас',
  now: 'Как сейчас',
  answer: 'Ответ',
  reason: 'Причина',
  resumed: 'Вы вошли снова. Написанное — в форме, оно ещё не отправлено.',
  readOnly: 'Вы видите сообщение, но решения по нему принимают операторы и модераторы.',
  samePerson: 'Все сообщения этого жителя',
}

const en: PlayWords = {
  playing: 'One after another.',
  stop: 'Stop',
  before: (number) => `Done: ${number}.`,
  open: 'Open',
  skip: 'Skip',
  skipWhy: 'Why do you skip it',
  skipReasons: {
    facts: 'facts are missing',
    topic: 'not my topic',
    senior: 'somebody senior has to decide',
    other: 'something else',
  },
  skipWords: 'In your words',
  skipped: (reason) => `Skipped: ${reason}`,
  othersView: (name) => `A colleague has this open: ${name}.`,
  othersEdit: (name) => `A colleague works on this: ${name}. If you act first, they will see both versions.`,
  versions: 'Two versions',
  versionsHint: 'The case was changed while you worked. What you did is not applied and not lost: compare, and decide.',
  what: 'What',
  yours: 'Yours',
  now: 'In the case now',
  answer: 'Answer',
  reason: 'Reason',
  resumed: 'You are signed in again. What you wrote is in the form, and not sent yet.',
  readOnly: 'You see the case; operators and moderators decide about it.',
  samePerson: 'All messages of this citizen',
}

export const playWords: Readonly<Record<Language, PlayWords>> = { ru, en }
