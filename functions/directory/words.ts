// The words of the directory's pages. Read by them.
import type { Part, Post, StaffPost } from '../../regions/directory.ts'
import type { Language, Organisation } from '../../regions/schema.ts'

type AnyPost = Post | StaffPost | 'municipal' | 'municipality-head'

export interface DirectoryWords {
  readonly title: string
  readonly hint: string
  readonly parts: Readonly<Record<Part, string>>
  readonly history: string
  readonly changedFromFile: (count: number) => string
  readonly astray: string
  readonly posts: Readonly<Record<AnyPost, string>>
  readonly kinds: Readonly<Record<Organisation['kind'], string>>
  readonly controlCentre: string
  readonly nobody: string
  readonly appoint: string
  readonly add: string
  readonly addPost: (post: string) => string
  readonly edit: string
  readonly remove: string
  readonly find: string
  readonly findLabel: string
  readonly away: (from: string, to: string) => string
  readonly fields: Readonly<Record<string, string>>
  readonly hints: Readonly<Record<string, string>>
  readonly sameOrOther: { readonly label: string; readonly same: string; readonly other: string }
  readonly move: (count: number) => string
  readonly moveHint: string
  readonly mails: { readonly 'at once': string; readonly digest: string }
  readonly yes: string
  readonly choose: string
  readonly notSet: string
  readonly ofPlace: string
  readonly everywhere: string
  readonly preview: string
  readonly previewTitle: string
  readonly before: string
  readonly after: string
  readonly field: string
  readonly isNew: string
  readonly isGone: string
  readonly otherOrder: string
  readonly reason: string
  readonly reasonHint: string
  readonly keep: string
  readonly back: string
  readonly nothing: string
  readonly kept: string
  readonly mistakes: string
  readonly conflict: string
  readonly conflictHint: string
  readonly tooLarge: string
  readonly lastAdministrator: string
  readonly ownPost: string
  readonly unknownField: (name: string) => string
  readonly required: string
  readonly email: string
  readonly days: string
  readonly noVersions: string
  readonly version: (number: number) => string
  readonly undone: (number: number) => string
  readonly undo: string
  readonly undoReason: (number: number) => string
  readonly cannotUndo: string
  readonly older: string
  readonly engineer: (name: string) => string
  readonly cases: {
    readonly title: (name: string) => string
    readonly waiting: (count: number) => string
    readonly none: string
    readonly number: string
    readonly topic: string
    readonly due: string
    readonly result: string
    readonly moved: string
    readonly already: string
    readonly refused: string
    readonly move: string
    readonly more: string
    /** Leads to those of an organisation that stand with somebody else. */
    readonly open: string
  }
}

const ru: DirectoryWords = {
  title: 'Справочник',
  hint: 'Изменения действуют в течение минуты, без установки новой версии. Каждое записано: кто, когда, почему — и его можно отменить.',
  parts: {
    people: 'Люди',
    organisations: 'Организации',
    routes: 'Маршруты',
    topics: 'Слова тем',
    templates: 'Готовые ответы',
    integrators: 'Системы с ключами',
  },
  history: 'История изменений',
  changedFromFile: (count) => `Отличается от файла региона: ${count}. Инженеры видят это в npm run directory.`,
  astray: 'После установки новой версии справочник противоречит файлу региона. Исправьте:',
  posts: {
    responder: 'Ответственный',
    deputy: 'Заместитель',
    supervisor: 'Куратор',
    head: 'Руководитель',
    operator: 'Оператор',
    moderator: 'Модератор',
    analyst: 'Аналитик',
    administrator: 'Администратор',
    municipal: 'Муниципальный центр',
    'municipality-head': 'Глава муниципалитета',
  },
  kinds: {
    municipality: 'администрация муниципалитета',
    regional: 'орган региона',
    utility: 'ресурсная или управляющая организация',
    institution: 'учреждение',
    federal: 'федеральный орган',
  },
  controlCentre: 'Центр управления',
  nobody: 'никого',
  appoint: 'Назначить',
  add: 'Добавить',
  addPost: (post) => `Добавить: ${post.toLowerCase()}`,
  edit: 'Изменить',
  remove: 'Убрать',
  find: 'Найти',
  findLabel: 'Имя, адрес или организация',
  away: (from, to) => (from === to ? `нет ${from}` : `нет с ${from} по ${to}`),
  fields: {
    name: 'Имя',
    position: 'Должность',
    email: 'Электронная почта',
    phone: 'Телефон для коллег',
    language: 'Язык писем',
    mails: 'Письма',
    receipts: 'Подтверждения своих действий',
    share: 'Доля работы',
    away: 'Отсутствие',
    from: 'С',
    to: 'По',
    kind: 'Вид',
    municipality: 'Муниципалитет',
    organisation: 'Организация',
    topics: 'Темы',
    municipalities: 'Муниципалитеты',
    place: 'Место в списке',
    keywords: 'Слова темы',
    notKeywords: 'Слова, при которых это не она',
    text: 'Текст ответа',
    responder: 'Ответственный',
  },
  hints: {
    email: 'По нему входят в кабинет и получают письма.',
    share: '1 — как у всех; 0,5 — вдвое меньше. Пусто — 1.',
    away: 'Первый и последний день. Письма и напоминания в эти дни идут заместителю, который об этом узнаёт.',
    awayStaff: 'Первый и последний день. Новых дел в эти дни нет, ждущие переходят коллегам.',
    keywords: 'Слово или выражение на строке. Падежи и числа находятся сами.',
    text: 'Можно вставить {place}, {address}, {number}, {date}, {organisation}.',
    place: '1 — первым. Решает первый маршрут, который подходит.',
    topics: 'Отметьте группу целиком или отдельные темы.',
    municipalities: 'Без отметок — везде.',
  },
  sameOrOther: {
    label: 'Кто это',
    same: 'Тот же человек, изменились сведения',
    other: 'Другой человек вместо прежнего',
  },
  move: (count) => `Передать преемнику открытые дела: ${count}`,
  moveHint: 'Ссылки прежнего ответственного перестанут действовать, оба получат письмо.',
  mails: { 'at once': 'сразу', digest: 'одним письмом утром' },
  yes: 'да',
  choose: 'выберите',
  notSet: 'как принято',
  ofPlace: 'администрация того места, о котором сообщение',
  everywhere: 'везде',
  preview: 'Посмотреть, что изменится',
  previewTitle: 'Что изменится',
  before: 'Было',
  after: 'Стало',
  field: 'Сведение',
  isNew: 'новая запись',
  isGone: 'запись убирается',
  otherOrder: 'другой порядок',
  reason: 'Почему',
  reasonHint: 'Останется в истории. Например: приказ № 12 от 3 марта.',
  keep: 'Сохранить',
  back: 'Вернуться к форме',
  nothing: 'Ничего не изменилось.',
  kept: 'Сохранено. Действует в течение минуты.',
  mistakes: 'Так сохранить нельзя:',
  conflict: 'Пока вы правили, справочник изменили',
  conflictHint: 'Ниже — что изменили другие и что изменит ваша правка теперь. Ничего ещё не сохранено.',
  tooLarge: 'Изменений больше, чем помещается. Попросите инженеров перенести их в файл: npm run directory -- pull.',
  lastAdministrator: 'Должен остаться хотя бы один администратор: сначала назначьте другого.',
  ownPost: 'Себе назначить пост нельзя: это делает другой администратор.',
  unknownField: (name) => `В форме лишнее поле «${name}», поэтому ничего не сделано.`,
  required: 'Заполните это поле',
  email: 'Это не адрес электронной почты',
  days: 'Назовите оба дня, первый не позже последнего',
  noVersions: 'Здесь ещё ничего не меняли: действует файл региона.',
  version: (number) => `Изменение ${number}`,
  undone: (number) => `отмена изменения ${number}`,
  undo: 'Отменить',
  undoReason: (number) => `Отмена изменения ${number}`,
  cannotUndo: 'Эти записи с тех пор изменились ещё раз, их отмена не вернёт: ',
  older: 'Раньше',
  engineer: (name) => `${name} (через файл региона)`,
  cases: {
    title: (name) => `Открытые дела: ${name}`,
    waiting: (count) => `Открытых дел, которые числятся за прежним ответственным: ${count}.`,
    none: 'Все открытые дела у нынешнего ответственного.',
    number: 'Номер',
    topic: 'Тема',
    due: 'Ответить до',
    result: 'Что сделано',
    moved: 'передано',
    already: 'уже у преемника или закрыто',
    refused: 'не передано: сейчас нельзя, попробуйте позже',
    move: 'Передать нынешнему ответственному',
    more: 'Передать следующие',
    open: 'Открытые дела, которые числятся за прежним ответственным',
  },
}

const en: DirectoryWords = {
  title: 'Directory',
  hint: 'Changes hold within a minute, without a deployment. Each is written down: who, when, why; and it can be undone.',
  parts: {
    people: 'People',
    organisations: 'Organisations',
    routes: 'Routes',
    topics: 'Words of topics',
    templates: 'Ready answers',
    integrators: 'Systems with keys',
  },
  history: 'History of changes',
  changedFromFile: (count) => `Different from the region’s file: ${count}. Engineers see it in npm run directory.`,
  astray: 'Since the last deployment the directory contradicts the region’s file. Mend:',
  posts: {
    responder: 'Responder',
    deputy: 'Deputy',
    supervisor: 'Supervisor',
    head: 'Head',
    operator: 'Operator',
    moderator: 'Moderator',
    analyst: 'Analyst',
    administrator: 'Administrator',
    municipal: 'Municipal centre',
    'municipality-head': 'Head of a municipality',
  },
  kinds: {
    municipality: 'administration of a municipality',
    regional: 'body of the region',
    utility: 'utility or housing company',
    institution: 'institution',
    federal: 'federal body',
  },
  controlCentre: 'Control centre',
  nobody: 'nobody',
  appoint: 'Appoint',
  add: 'Add',
  addPost: (post) => `Add: ${post.toLowerCase()}`,
  edit: 'Change',
  remove: 'Take out',
  find: 'Find',
  findLabel: 'Name, address or organisation',
  away: (from, to) => (from === to ? `away on ${from}` : `away from ${from} to ${to}`),
  fields: {
    name: 'Name',
    position: 'Position',
    email: 'E-mail',
    phone: 'Telephone for colleagues',
    language: 'Language of mails',
    mails: 'Mails',
    receipts: 'Receipts of their own acts',
    share: 'Share of the work',
    away: 'Absence',
    from: 'From',
    to: 'To',
    kind: 'Kind',
    municipality: 'Municipality',
    organisation: 'Organisation',
    topics: 'Topics',
    municipalities: 'Municipalities',
    place: 'Place in the list',
    keywords: 'Words of the topic',
    notKeywords: 'Words with which it is not this one',
    text: 'Text of the answer',
    responder: 'Responder',
  },
  hints: {
    email: 'They sign in to the console by it, and get mails there.',
    share: '1 is as much as others; 0.5 is half. Empty is 1.',
    away: 'First and last day. Mails and reminders of these days go to the deputy, who is told so.',
    awayStaff: 'First and last day. No new cases on these days, and those that wait go to colleagues.',
    keywords: 'One word or phrase a line. Its forms are found by themselves.',
    text: 'You may put {place}, {address}, {number}, {date}, {organisation} into it.',
    place: '1 is the first. The first route that fits decides.',
    topics: 'Tick a whole group or single topics.',
    municipalities: 'None ticked: everywhere.',
  },
  sameOrOther: {
    label: 'Who it is',
    same: 'The same person, with other details',
    other: 'Another person in their place',
  },
  move: (count) => `Give the successor the open cases: ${count}`,
  moveHint: 'Links of the former responder act no more, and both get a mail.',
  mails: { 'at once': 'at once', digest: 'one mail in the morning' },
  yes: 'yes',
  choose: 'choose',
  notSet: 'as usual',
  ofPlace: 'the administration of the place that the message is about',
  everywhere: 'everywhere',
  preview: 'See what changes',
  previewTitle: 'What changes',
  before: 'Before',
  after: 'After',
  field: 'Detail',
  isNew: 'new entry',
  isGone: 'taken out',
  otherOrder: 'another order',
  reason: 'Why',
  reasonHint: 'It stays in the history. For example: order no. 12 of 3 March.',
  keep: 'Keep',
  back: 'Back to the form',
  nothing: 'Nothing changed.',
  kept: 'Kept. It holds within a minute.',
  mistakes: 'It cannot be kept so:',
  conflict: 'The directory was changed while you were at it',
  conflictHint: 'Below: what others changed, and what your change does now. Nothing is kept yet.',
  tooLarge:
    'There are more changes than there is room for. Ask the engineers to take them into the file: npm run directory -- pull.',
  lastAdministrator: 'At least one administrator must be left: appoint another first.',
  ownPost: 'Nobody appoints themselves: another administrator does it.',
  unknownField: (name) => `The form has a field “${name}” that is not of it, so nothing was done.`,
  required: 'Fill this in',
  email: 'This is no e-mail address',
  days: 'Name both days, the first not after the last',
  noVersions: 'Nothing was changed here yet: the region’s file holds.',
  version: (number) => `Change ${number}`,
  undone: (number) => `change ${number} undone`,
  undo: 'Undo',
  undoReason: (number) => `Change ${number} undone`,
  cannotUndo: 'These entries were changed again since and stay as they are: ',
  older: 'Earlier',
  engineer: (name) => `${name} (by the region’s file)`,
  cases: {
    title: (name) => `Open cases: ${name}`,
    waiting: (count) => `Open cases that still stand with the former responder: ${count}.`,
    none: 'All open cases are with today’s responder.',
    number: 'Number',
    topic: 'Topic',
    due: 'Answer by',
    result: 'What was done',
    moved: 'given',
    already: 'with the successor already, or closed',
    refused: 'not given: it cannot be done now, try later',
    move: 'Give them to today’s responder',
    more: 'Give the next',
    open: 'Open cases that still stand with a former responder',
  },
}

export const directoryWords: Readonly<Record<Language, DirectoryWords>> = { ru, en }
