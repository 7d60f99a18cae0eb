// The words of acting on many cases at once. Read by console, which offers it, and by bulk, which does it.
import type { Language } from '../../../regions/schema.ts'
import { counted } from './counted.ts'

export const bulkActs = ['assign', 'reject', 'merge', 'pass'] as const
export type BulkAct = (typeof bulkActs)[number]

interface BulkWords {
  readonly tick: (caseId: string) => string
  readonly tickAll: (count: number) => string
  readonly tickNone: string
  readonly with: string
  readonly acts: Readonly<Record<BulkAct, string>>
  readonly titles: Readonly<Record<BulkAct, string>>
  readonly cases: (count: number) => string
  readonly none: string
  readonly tooMany: (most: number) => string
  readonly ownTopic: string
  readonly into: string
  readonly intoHint: string
  readonly intoWrong: string
  readonly colleague: string
  readonly preview: string
  readonly confirmTitle: string
  readonly confirmHint: string
  readonly change: string
  readonly doIt: (count: number) => string
  readonly nothing: string
  readonly number: string
  readonly text: string
  readonly happens: string
  readonly result: string
  readonly will: {
    readonly assign: (organisation: string, topic: string, until: string) => string
    readonly reject: (why: string) => string
    readonly merge: (into: string, until: string) => string
    readonly pass: (name: string) => string
  }
  readonly wont: (why: string) => string
  readonly noTopic: string
  readonly noRoute: string
  readonly gone: string
  readonly main: string
  readonly changed: string
  readonly failed: string
  readonly done: string
  readonly summary: (done: number, all: number) => string
  readonly retry: (count: number) => string
  readonly back: string
}

const ruCases = counted('ru', { one: 'сообщение', few: 'сообщения', many: 'сообщений' })
const ru: BulkWords = {
  tick: (caseId) => `Отметить ${caseId}`,
  tickAll: (count) => `Отметить все ${count} на странице`,
  tickNone: 'Снять отметки',
  with: 'С отмеченными:',
  acts: { assign: 'назначить', reject: 'отклонить', merge: 'объединить', pass: 'передать коллеге' },
  titles: {
    assign: 'Назначить ответственного многим',
    reject: 'Отклонить многие',
    merge: 'Объединить',
    pass: 'Передать коллеге',
  },
  cases: ruCases,
  none: 'Ничего не отмечено. Вернитесь к списку и отметьте строки.',
  tooMany: (most) => `За раз можно не больше ${most}. Вернитесь к списку и отметьте меньше.`,
  ownTopic: 'у каждого своя',
  into: 'Главное сообщение: его номер',
  intoHint: 'В нём идёт работа, его ответ получат все. Объединение можно отменить.',
  intoWrong: 'Такого номера нет среди ваших сообщений.',
  colleague: 'Кому',
  preview: 'Показать, что будет',
  confirmTitle: 'Что будет с каждым',
  confirmHint: 'Ничего ещё не сделано. Что изменится до нажатия, не тронем и скажем об этом.',
  change: 'Изменить условия',
  doIt: (count) => `Сделать: ${ruCases(count)}`,
  nothing: 'Ни с одним этого сделать нельзя.',
  number: 'Номер',
  text: 'Сообщение',
  happens: 'Что будет',
  result: 'Что вышло',
  will: {
    assign: (organisation, topic, until) => `→ ${organisation}. Тема: ${topic}.${until && ` Ответ до: ${until}.`}`,
    reject: (why) => `Будет отклонено, житель узнает причину: ${why}`,
    merge: (into, until) => `Войдёт в ${into}.${until && ` Срок главного: ${until}.`}`,
    pass: (name) => `Будет у: ${name}.`,
  },
  wont: (why) => `Не получится. ${why}`,
  noTopic: 'Тема неизвестна. Выберите тему для всех или назначьте это сообщение отдельно.',
  noRoute: 'По маршрутам региона ответственный не находится. Выберите его сами.',
  gone: 'Такого сообщения нет среди ваших.',
  main: 'Главное: остаётся как есть.',
  changed: 'Его изменили, пока вы решали, поэтому ничего не сделано. Посмотрите и повторите.',
  failed: 'Сбой на нашей стороне, ничего не сделано. Повторите.',
  done: 'Сделано.',
  summary: (done, all) => `Сделано: ${done} из ${all}.`,
  retry: (count) => `Повторить с остальными: ${count}`,
  back: 'К списку',
}

const enCases = counted('en', { one: 'case', other: 'cases' })
const en: BulkWords = {
  tick: (caseId) => `Tick ${caseId}`,
  tickAll: (count) => `Tick all ${count} of this page`,
  tickNone: 'Untick all',
  with: 'With those ticked:',
  acts: { assign: 'assign', reject: 'reject', merge: 'merge', pass: 'hand to a colleague' },
  titles: { assign: 'Assign many', reject: 'Reject many', merge: 'Merge', pass: 'Hand to a colleague' },
  cases: enCases,
  none: 'Nothing is ticked. Go back to the list and tick some rows.',
  tooMany: (most) => `${most} at most at a time. Go back to the list and tick fewer.`,
  ownTopic: 'each its own',
  into: 'The main case: its number',
  intoHint: 'The work goes on there, and all get its answer. A merge can be undone.',
  intoWrong: 'There is no such number among your cases.',
  colleague: 'To whom',
  preview: 'Show what will happen',
  confirmTitle: 'What will happen to each',
  confirmHint: 'Nothing is done yet. What changes before you press is left as it is, and you are told.',
  change: 'Change this',
  doIt: (count) => `Do it: ${enCases(count)}`,
  nothing: 'It can be done to none of them.',
  number: 'Number',
  text: 'Message',
  happens: 'What will happen',
  result: 'What came of it',
  will: {
    assign: (organisation, topic, until) => `→ ${organisation}. Topic: ${topic}.${until && ` Answer until ${until}.`}`,
    reject: (why) => `Will be rejected; the citizen is told why: ${why}`,
    merge: (into, until) => `Becomes part of ${into}.${until && ` Deadline of the main case: ${until}.`}`,
    pass: (name) => `Will be with ${name}.`,
  },
  wont: (why) => `Not possible. ${why}`,
  noTopic: 'Its topic is not known. Choose one for all, or assign this case by itself.',
  noRoute: 'The region’s routes name nobody. Choose an organisation.',
  gone: 'There is no such case among yours.',
  main: 'The main case: it stays as it is.',
  changed: 'Somebody changed it while you decided, so nothing was done. Look at it and try again.',
  failed: 'A fault on our side, nothing was done. Try again.',
  done: 'Done.',
  summary: (done, all) => `Done: ${done} of ${all}.`,
  retry: (count) => `Try again with the others: ${count}`,
  back: 'To the list',
}

export const bulkWords: Readonly<Record<Language, BulkWords>> = { ru, en }
