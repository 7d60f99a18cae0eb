// How a deadline is explained, to those who have to meet it and, in plainer words, to the citizen who waits. Read by
// case/deadline.tsx.
import { inEvery } from '../../../regions/languages.ts'
import type { PauseReason } from '../../case/clocks/clock.ts'
import type { Regime } from '../../case/case.ts'
import type { Reminded } from '../../case/actor.ts'

export interface DeadlineWords {
  readonly why: string
  readonly general: Readonly<Record<Regime, string>>
  readonly topic: (name: string) => string
  readonly exception: (name: string) => string
  readonly interim: string
  /** Above the mails and reminders of a history. */
  readonly folded: (count: number) => string
  readonly version: (version: string) => string
  readonly onDayOff: Readonly<Record<'working day before' | 'working day after', string>>
  readonly from: (time: string) => string
  readonly paused: (from: string, to: string) => string
  readonly pausedSince: (from: string) => string
  readonly pauses: Readonly<Record<PauseReason, string>>
  readonly pausesPlainly: Readonly<Record<PauseReason, string>>
  readonly extended: (term: string, time: string) => string
  readonly extendedUntil: (until: string, time: string) => string
  readonly by: (name: string) => string
  readonly joined: (caseId: string) => string
  readonly joinedPlainly: string
  readonly provisional: string
  readonly reminders: (kind: 'warning' | 'escalation', time: string, who: string) => string
  readonly remindersWait: string
  readonly standing: Readonly<Record<Reminded, string>>
  readonly insteadOf: Readonly<Record<Reminded, string>>
  readonly rescheduled: (clock: string, from: string, to: string) => string
  readonly mail: string
  readonly waits: (time: string) => string
  readonly notSent: string
  readonly cameBack: string
}

const ru: DeadlineWords = {
  why: 'Почему такой срок',
  general: { message: 'общий срок для сообщений', statutory: 'срок для обращений по закону № 59-ФЗ' },
  topic: (name) => `срок темы «${name}»`,
  exception: (name) => `особый срок «${name}»`,
  interim: 'после промежуточного ответа',
  folded: (count) => `Письма и напоминания: ${count}`,
  version: (version) => `правила ${version}`,
  onDayOff: {
    'working day before': 'если последний день выходной — до рабочего дня перед ним',
    'working day after': 'если последний день выходной — до рабочего дня после него',
  },
  from: (time) => `Отсчёт: ${time}`,
  paused: (from, to) => `Срок стоял: ${from} — ${to}`,
  pausedSince: (from) => `Срок остановлен: ${from}`,
  pauses: { question: 'вопрос жителю', review: 'проверка ответа', merged: 'обращение объединено с другим' },
  pausesPlainly: {
    question: 'мы ждали вашего ответа',
    review: 'ответ проверяли',
    merged: 'обращение рассматривали вместе с таким же',
  },
  extended: (term, time) => `Продлён на ${term}, ${time}`,
  extendedUntil: (until, time) => `Продлён до: ${until}; решено ${time}`,
  by: (name) => `решение: ${name}`,
  joined: (caseId) => `Более ранний срок взят у присоединённого обращения ${caseId}`,
  joinedPlainly: 'Такое же обращение поступило раньше, поэтому срок короче',
  provisional: 'Календарь рабочих дней этого года ещё не утверждён: срок может измениться.',
  reminders: (kind, time, who) => `${kind === 'warning' ? 'Напомним' : 'Сообщим о просрочке'}: ${time} — ${who}`,
  remindersWait: 'Напоминания подождут, пока срок не пойдёт снова',
  standing: {
    responder: 'исполнителю',
    deputy: 'заместителю',
    supervisor: 'руководителю',
    head: 'главе',
    operator: 'оператору центра',
    moderator: 'модератору',
  },
  insteadOf: {
    responder: 'вместо исполнителя',
    deputy: 'вместо заместителя',
    supervisor: 'вместо руководителя',
    head: 'вместо главы',
    operator: 'вместо другого оператора',
    moderator: 'вместо другого модератора',
  },
  rescheduled: (clock, from, to) => `${clock} — было: ${from}, стало: ${to}`,
  mail: 'Письмо',
  waits: (time) => `ждёт до: ${time}`,
  notSent: 'не отправлено',
  cameBack: 'не дошло',
}

const en: DeadlineWords = {
  why: 'Why this deadline',
  general: { message: 'the general term for messages', statutory: 'the term for appeals under Law 59-FZ' },
  topic: (name) => `the term of the topic “${name}”`,
  exception: (name) => `the special term “${name}”`,
  interim: 'after an interim answer',
  folded: (count) => `Mails and reminders: ${count}`,
  version: (version) => `rules ${version}`,
  onDayOff: {
    'working day before': 'a last day off means the working day before it',
    'working day after': 'a last day off means the working day after it',
  },
  from: (time) => `Counted from ${time}`,
  paused: (from, to) => `Paused: ${from} — ${to}`,
  pausedSince: (from) => `Paused since ${from}`,
  pauses: {
    question: 'a question to the citizen',
    review: 'review of the answer',
    merged: 'joined with another case',
  },
  pausesPlainly: {
    question: 'we were waiting for your reply',
    review: 'the answer was being checked',
    merged: 'your message was handled together with another',
  },
  extended: (term, time) => `Extended by ${term} on ${time}`,
  extendedUntil: (until, time) => `Extended until ${until}, decided on ${time}`,
  by: (name) => `decided by ${name}`,
  joined: (caseId) => `The earlier deadline is that of the joined case ${caseId}`,
  joinedPlainly: 'Another message about it came earlier, so the deadline is nearer',
  provisional: 'The calendar of working days of that year is not published yet: the deadline may change.',
  reminders: (kind, time, who) => `${kind === 'warning' ? 'Reminder' : 'Overdue notice'}: ${time} — ${who}`,
  remindersWait: 'Reminders wait until the clock runs again',
  standing: {
    responder: 'to the responder',
    deputy: 'to the deputy',
    supervisor: 'to the supervisor',
    head: 'to the head',
    operator: 'to the operator',
    moderator: 'to the moderator',
  },
  insteadOf: {
    responder: 'instead of the responder',
    deputy: 'instead of the deputy',
    supervisor: 'instead of the supervisor',
    head: 'instead of the head',
    operator: 'instead of another operator',
    moderator: 'instead of another moderator',
  },
  rescheduled: (clock, from, to) => `${clock} — was ${from}, is ${to}`,
  mail: 'Mail',
  waits: (time) => `waits until ${time}`,
  notSent: 'not sent',
  cameBack: 'did not arrive',
}

export const deadlineWords = inEvery<DeadlineWords>({ ru, en })
