// What the acts of the console are called, before and after. Read by desk, which leads to their pages, and by acts.
import type { Language } from '../../../regions/schema.ts'
import type { ActName } from '../console/acts.ts'

interface ActNames {
  readonly heading: string
  readonly cluster: string
  readonly map: string
  readonly names: Readonly<Record<ActName, string>>
  readonly done: Readonly<Record<ActName, string>>
}

const ru: ActNames = {
  heading: 'Что ещё можно сделать',
  cluster: 'Все сообщения об этом',
  map: 'Карта: место отмечено крестом',
  names: {
    note: 'Оставить заметку для коллег',
    accept: 'Отметить, что взяли в работу',
    answer: 'Ответить вместо исполнителя',
    ask: 'Спросить жителя',
    handover: 'Передать другой организации',
    decline: 'Вернуть: не их вопрос',
    topic: 'Исправить тему',
    link: 'Прислать ссылку ещё раз',
    merge: 'Похожие: объединить с другим',
    unmerge: 'Отделить: решать само по себе',
    reopen: 'Вернуть в работу',
  },
  done: {
    note: 'Заметка сохранена',
    accept: 'Отмечено: взяли в работу',
    answer: 'Ответ отправлен на проверку',
    ask: 'Вопрос отправлен',
    handover: 'Передано другой организации',
    decline: 'Возвращено',
    topic: 'Тема исправлена',
    link: 'Письмо со ссылкой отправлено',
    merge: 'Объединено',
    unmerge: 'Отделено',
    reopen: 'Снова в работе',
  },
}

const en: ActNames = {
  heading: 'What else can be done',
  cluster: 'All who wrote about it',
  map: 'Map: the place is marked by a cross',
  names: {
    note: 'Leave a note for colleagues',
    accept: 'Note that work has begun',
    answer: 'Answer in place of the responder',
    ask: 'Ask the citizen',
    handover: 'Hand over to another organisation',
    decline: 'Send back: not theirs',
    topic: 'Correct the topic',
    link: 'Send a link once more',
    merge: 'Similar: merge with another',
    unmerge: 'Part: on its own again',
    reopen: 'Reopen',
  },
  done: {
    note: 'The note is kept',
    accept: 'Noted: work has begun',
    answer: 'The answer is to be checked',
    ask: 'The citizen is asked',
    handover: 'Handed over',
    decline: 'Sent back',
    topic: 'The topic is corrected',
    link: 'The mail with the link is on its way',
    merge: 'Merged',
    unmerge: 'Parted',
    reopen: 'At work again',
  },
}

export const actNames: Readonly<Record<Language, ActNames>> = { ru, en }
