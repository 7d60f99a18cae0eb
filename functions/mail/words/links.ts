// What the mail with the links of somebody's cases says. Read by links-letter.ts.
import type { Language } from '../../../regions/schema.ts'
import type { Status } from '../../case/statuses.ts'

interface LinksWords {
  readonly subject: string
  readonly text: string
  readonly received: string
  readonly status: string
  readonly statuses: Readonly<Record<Status, string>>
  readonly open: string
  readonly why: string
}

const ru: LinksWords = {
  subject: 'Ссылки на ваши сообщения',
  text: 'Здесь те, что сейчас в работе, и те, что закрыты не больше года назад. Самые новые — сверху. Не пересылайте это письмо: по ссылкам видно, что вы писали.',
  received: 'Получено',
  status: 'На каком этапе',
  statuses: {
    received: 'получено',
    routing: 'определяем, чей это вопрос',
    triage: 'определяем, чей это вопрос',
    assigned: 'передано',
    in_progress: 'в работе',
    clarification: 'ждём вашего ответа',
    answer_review: 'ответ проверяют',
    rework: 'ответ дорабатывают',
    resolved: 'ответ дан',
    closed: 'закрыто',
    merged: 'решается вместе с таким же',
    rejected: 'закрыто без ответа',
  },
  open: 'Открыть',
  why: 'Эти ссылки попросили прислать на ваш адрес. Если просили не вы, ничего делать не нужно: их видите только вы.',
}

const en: LinksWords = {
  subject: 'The links of your messages',
  text: 'These are open now, or were closed within a year. The newest are at the top. Do not pass this mail on: its links show what you wrote.',
  received: 'Received',
  status: 'State',
  statuses: {
    received: 'received',
    routing: 'we are finding out whose matter it is',
    triage: 'we are finding out whose matter it is',
    assigned: 'passed on',
    in_progress: 'in work',
    clarification: 'we wait for your reply',
    answer_review: 'the answer is being checked',
    rework: 'the answer is being improved',
    resolved: 'answered',
    closed: 'closed',
    merged: 'being solved together with another like it',
    rejected: 'closed without an answer',
  },
  open: 'Open',
  why: 'Somebody asked for these links to be sent to your address. If it was not you, there is nothing to do: only you see them.',
}

export const linksWords: Readonly<Record<Language, LinksWords>> = { ru, en }
