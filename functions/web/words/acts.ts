// The words of the pages of acts, and of what they come to. Read by acts.
import type { Language } from '../../../regions/schema.ts'
import type { ActName } from '../console/acts.ts'

interface ActsWords {
  readonly back: (number: string) => string
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
  readonly reopenReason: string
}

const ru: ActsWords = {
  back: (number) => `Назад к № ${number}`,
  notNow: 'Сейчас этого сделать нельзя: обстоятельства изменились.',
  check: 'Показать, что будет',
  do: {
    note: 'Сохранить заметку',
    accept: 'Отметить',
    answer: 'Отправить на проверку',
    ask: 'Отправить вопрос',
    handover: 'Передать',
    decline: 'Вернуть',
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
  reopenReason: 'Почему нужно продолжить; это прочитает исполнитель',
}

const en: ActsWords = {
  back: (number) => `Back to ${number}`,
  notNow: 'This cannot be done now: things have changed.',
  check: 'Show what will happen',
  do: {
    note: 'Keep the note',
    accept: 'Note it',
    answer: 'Send to be checked',
    ask: 'Send the question',
    handover: 'Hand over',
    decline: 'Send back',
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
  reopenReason: 'Why it has to go on; the responder reads it',
}

export const actsWords: Readonly<Record<Language, ActsWords>> = { ru, en }
