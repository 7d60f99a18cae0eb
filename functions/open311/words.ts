// What Open311 says to people, in the region's first language of Russian and English. Read by requests.ts and the handler.
import type { Status } from '../case/statuses.ts'
import type { Language } from '../../regions/schema.ts'

interface Words {
  readonly statuses: Readonly<Record<Status, string>>
  /** After an answer that is not published. */
  readonly answered: string
  readonly photosLeft: string
  /** Instead of words where none were sent, or beside them: what an update says by its status. */
  readonly said: {
    readonly open: string
    readonly solved: string
    readonly other: (status: string) => string
  }
}

export const words: Readonly<Record<Language, Words>> = {
  ru: {
    statuses: {
      received: 'Получено и ждёт проверки.',
      routing: 'Определяем, кто отвечает.',
      triage: 'Оператор определяет, кто отвечает.',
      assigned: 'Передано ответственным.',
      in_progress: 'В работе.',
      clarification: 'Ждём уточнения от автора.',
      answer_review: 'Ответ проверяется.',
      rework: 'Ответ дорабатывается.',
      resolved: 'Ответ дан.',
      closed: 'Закрыто.',
      merged: 'Об этом уже написали: ответ будет общий.',
      rejected: 'Отклонено.',
    },
    answered: 'Ответ дан автору. Решена ли проблема, говорит он сам.',
    photosLeft: 'Фотографии сейчас не принимаются; ссылки на них сохранены в тексте.',
    said: {
      open: 'Автор отметил: не решено.',
      solved: 'Автор отметил: решено.',
      other: (status) => `Отметка в системе, откуда это прислано: ${status}.`,
    },
  },
  en: {
    statuses: {
      received: 'Received, waits to be checked.',
      routing: 'We are finding out who is responsible.',
      triage: 'An operator is finding out who is responsible.',
      assigned: 'Passed on to those responsible.',
      in_progress: 'In progress.',
      clarification: 'We wait for the author to explain something.',
      answer_review: 'The answer is being checked.',
      rework: 'The answer is being reworked.',
      resolved: 'Answered.',
      closed: 'Closed.',
      merged: 'Others wrote of this before: there will be one answer.',
      rejected: 'Rejected.',
    },
    answered: 'The author was answered. Whether it is solved is for the author to say.',
    photosLeft: 'Photos are not taken at present; links to them are kept in the text.',
    said: {
      open: 'The author marked it as not solved.',
      solved: 'The author marked it as solved.',
      other: (status) => `Marked where it was sent from as ${status}.`,
    },
  },
}
