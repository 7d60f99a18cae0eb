// The words of the console's lists. Read by console.
import type { Language } from '../../../regions/schema.ts'
import type { Channel } from '../../case/case.ts'
import { counted } from './counted.ts'

type Columns = 'number' | 'topic' | 'place' | 'text' | 'responsible' | 'deadline' | 'age' | 'channel' | 'open'

export interface QueueWords {
  readonly lists: Readonly<
    Record<
      'mine' | 'triage' | 'moderation' | 'review' | 'extension' | 'returned' | 'overdue' | 'open' | 'closed',
      string
    >
  >
  readonly listsTitle: string
  readonly columns: Readonly<Record<Columns, string>>
  readonly channels: Readonly<Record<Channel, string>>
  readonly count: (count: number) => string
  readonly more: string
  readonly none: string
  readonly searching: string
  readonly next: string
  readonly fromStart: string
  readonly filter: string
  readonly show: string
  readonly any: string
  readonly month: string
  readonly closedOn: string
  readonly late: (by: string) => string
  readonly today: (time: string) => string
  readonly until: (day: string) => string
  readonly waiting: string
  readonly ended: string
  readonly days: (count: number) => string
  readonly hours: (count: number) => string
  readonly minutes: (count: number) => string
  readonly operators: string
  readonly moderators: string
  readonly viewing: (name: string) => string
  readonly editing: (name: string) => string
  readonly you: string
  readonly unknownFilter: string
  readonly wrongPlace: string
  readonly noText: string
  readonly begin: string
  readonly beginHint: string
  readonly nothingLeft: string
  readonly onlySkipped: (count: number) => string
  readonly again: string
}

const ru: QueueWords = {
  lists: {
    mine: 'Мои',
    triage: 'Кому передать',
    moderation: 'Сообщения на проверке',
    review: 'Ответы на проверке',
    extension: 'Просят больше времени',
    returned: 'Вернулись',
    overdue: 'Просрочено',
    open: 'Все открытые',
    closed: 'Закрытые за месяц',
  },
  listsTitle: 'Списки',
  columns: {
    number: 'Номер',
    topic: 'Тема',
    place: 'Место',
    text: 'Начало сообщения',
    responsible: 'У кого',
    deadline: 'Срок',
    age: 'Возраст',
    channel: 'Канал',
    open: 'Кто смотрит',
  },
  channels: {
    form: 'форма',
    api: 'портал',
    vk: 'ВКонтакте',
    ok: 'Одноклассники',
    max: 'MAX',
    telegram: 'Telegram',
    email: 'почта',
    phone: 'телефон',
    open311: 'Open311',
    pos: '«Решаем вместе»',
    incident: '«Инцидент»',
  },
  count: counted('ru', { one: 'сообщение', few: 'сообщения', many: 'сообщений' }),
  more: '1000+ сообщений',
  none: 'Здесь пусто.',
  searching: 'На этой странице ничего не подошло, но список не кончился. Ищите дальше.',
  next: 'Следующие',
  fromStart: 'С начала',
  filter: 'Отбор',
  show: 'Показать',
  any: 'все',
  month: 'Месяц',
  closedOn: 'Закрыто',
  late: (by) => `просрочено на ${by}`,
  today: (time) => `сегодня до ${time}`,
  until: (day) => `до ${day}`,
  waiting: 'ждёт ответа жителя',
  ended: 'закрыто',
  days: counted('ru', { one: 'день', few: 'дня', many: 'дней' }),
  hours: counted('ru', { one: 'час', few: 'часа', many: 'часов' }),
  minutes: counted('ru', { one: 'минута', few: 'минуты', many: 'минут' }),
  operators: 'операторы',
  moderators: 'модераторы',
  viewing: (name) => `смотрит: ${name}`,
  editing: (name) => `в работе: ${name}`,
  you: 'вы',
  unknownFilter: 'В адресе страницы назван отбор, которого нет в этом регионе. Откройте список заново.',
  wrongPlace: 'Адрес страницы не от этого списка или от прежнего входа. Откройте список с начала.',
  noText: 'текст удалён',
  begin: 'Начать',
  beginHint: 'Откроется самое срочное из того, что никто не открыл; сделаете — откроется следующее.',
  nothingLeft: 'Больше ничего не ждёт: всё сделано или открыто у коллег.',
  onlySkipped: (count) => `Осталось только то, что вы сегодня пропустили: ${count}.`,
  again: 'Вернуть пропущенное',
}

const en: QueueWords = {
  lists: {
    mine: 'Mine',
    triage: 'To be assigned',
    moderation: 'Messages to check',
    review: 'Answers to check',
    extension: 'Asking for more time',
    returned: 'Came back',
    overdue: 'Overdue',
    open: 'All open',
    closed: 'Closed in a month',
  },
  listsTitle: 'Lists',
  columns: {
    number: 'Number',
    topic: 'Topic',
    place: 'Place',
    text: 'First words',
    responsible: 'With',
    deadline: 'Deadline',
    age: 'Age',
    channel: 'Channel',
    open: 'Open with',
  },
  channels: {
    form: 'form',
    api: 'portal',
    vk: 'VK',
    ok: 'OK',
    max: 'MAX',
    telegram: 'Telegram',
    email: 'e-mail',
    phone: 'telephone',
    open311: 'Open311',
    pos: '“Reshaem vmeste”',
    incident: '“Incident”',
  },
  count: counted('en', { one: 'case', other: 'cases' }),
  more: '1000+ cases',
  none: 'Nothing here.',
  searching: 'Nothing on this page fits, but the list goes on. Search further.',
  next: 'Next',
  fromStart: 'From the start',
  filter: 'Filter',
  show: 'Show',
  any: 'all',
  month: 'Month',
  closedOn: 'Closed',
  late: (by) => `late by ${by}`,
  today: (time) => `today until ${time}`,
  until: (day) => `until ${day}`,
  waiting: 'waits for the citizen',
  ended: 'closed',
  days: counted('en', { one: 'day', other: 'days' }),
  hours: counted('en', { one: 'hour', other: 'hours' }),
  minutes: counted('en', { one: 'minute', other: 'minutes' }),
  operators: 'operators',
  moderators: 'moderators',
  viewing: (name) => `seen by ${name}`,
  editing: (name) => `worked on by ${name}`,
  you: 'you',
  unknownFilter: 'The address of the page names a filter that this region does not have. Open the list anew.',
  wrongPlace: 'The address of the page is not of this list, or of an earlier session. Open the list from its start.',
  noText: 'the text is erased',
  begin: 'Begin',
  beginHint: 'The most urgent case opens that nobody has open; do it, and the next one comes.',
  nothingLeft: 'Nothing else waits: all is done or open with colleagues.',
  onlySkipped: (count) => `Only what you skipped today is left: ${count}.`,
  again: 'Bring back what I skipped',
}

export const queueWords: Readonly<Record<Language, QueueWords>> = { ru, en }
