// What is said of calling a citizen whom no mail reaches: on the pages of officials, and of a call in everybody's history. Read by
// respond, review and track.
import { inEvery } from '../../../regions/languages.ts'
import type { CallOutcome } from '../../case/events.ts'
import type { Confirmation } from './shape.ts'

interface CallWords {
  readonly heading: string
  readonly why: string
  readonly show: string
  readonly name: string
  readonly phone: string
  /** Their data were erased, or have ended. */
  readonly gone: string
  readonly outcome: string
  readonly outcomes: Readonly<Record<CallOutcome, string>>
  readonly question: string
  readonly reply: string
  readonly asked: string
  readonly missing: Readonly<Record<'question' | 'reply', string>>
  readonly send: string
  readonly done: Confirmation
  /** After an act is done, what comes of it for a citizen without mail. */
  readonly unsent: Confirmation
  readonly toCall: Confirmation
  readonly reviewed: string
  /** What came of a call, after its name in a history. */
  readonly came: Readonly<Record<CallOutcome, string>>
}

export const callWords = inEvery<CallWords>({
  ru: {
    heading: 'Позвонить жителю',
    why: 'Почты у жителя нет или она не работает, поэтому вопросы и ответы — по телефону.',
    show: 'Показать имя и телефон',
    name: 'Имя',
    phone: 'Телефон',
    gone: 'Телефон уже удалён, позвонить нельзя.',
    outcome: 'Чем закончился звонок?',
    outcomes: {
      told: 'Житель узнал ответ',
      asked: 'Житель ответил на вопрос (запишите ниже)',
      'no reply': 'Дозвониться не удалось',
    },
    question: 'Что вы спросили',
    reply: 'Что ответил житель',
    asked: 'Только если спрашивали. Житель увидит это на своей странице.',
    missing: { question: 'Запишите, что вы спросили', reply: 'Запишите, что ответил житель' },
    send: 'Записать звонок',
    done: { title: 'Звонок записан', next: 'Житель видит его на своей странице. Сроки не изменились.' },
    unsent: {
      title: 'Ответ одобрен',
      next: 'Почты у жителя нет или она не работает: он прочитает ответ на своей странице.',
    },
    toCall: {
      title: 'Ответ одобрен',
      next: 'Почты у жителя нет или она не работает. Ответ виден на его странице, и его попросили рассказать по телефону.',
    },
    reviewed:
      'Почты у жителя нет или она не работает. Когда модератор одобрит ответ, мы попросим вас рассказать его по телефону.',
    came: { told: 'ответ рассказали', asked: 'задали вопрос и получили ответ', 'no reply': 'никто не ответил' },
  },
  en: {
    heading: 'Call the citizen',
    why: 'The citizen has no e-mail, or it does not work, so questions and answers go by telephone.',
    show: 'Show the name and the telephone',
    name: 'Name',
    phone: 'Telephone',
    gone: 'The telephone is erased already, nobody can call.',
    outcome: 'What came of the call?',
    outcomes: {
      told: 'The citizen knows the answer',
      asked: 'The citizen replied to a question (write it down below)',
      'no reply': 'Nobody picked up',
    },
    question: 'What you asked',
    reply: 'What the citizen replied',
    asked: 'Only if you asked something. The citizen sees it on their page.',
    missing: { question: 'Write down what you asked', reply: 'Write down what the citizen replied' },
    send: 'Note the call',
    done: { title: 'The call is noted', next: 'The citizen sees it on their page. The deadlines are as before.' },
    unsent: {
      title: 'The answer is approved',
      next: 'The citizen has no e-mail, or it does not work: they read the answer on their page.',
    },
    toCall: {
      title: 'The answer is approved',
      next: 'The citizen has no e-mail, or it does not work. The answer stands on their page, and whoever has the case was asked to tell it by telephone.',
    },
    reviewed:
      'The citizen has no e-mail, or it does not work. Once a moderator approves the answer, we ask you to tell it by telephone.',
    came: { told: 'the answer was told', asked: 'a question was asked and replied to', 'no reply': 'nobody picked up' },
  },
})
