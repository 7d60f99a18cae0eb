// The words around the console's pages. Read by the frame of them and by what every request goes through.
import type { Language } from '../../../regions/schema.ts'

interface ConsoleWords {
  readonly nav: string
  readonly start: string
  readonly staff: string
  readonly queue: string
  readonly map: string
  readonly figures: string
  readonly pages: string
  readonly audit: string
  readonly search: string
  readonly shortcuts: string
  readonly keys: string
  readonly models: string
  readonly directory: string
  readonly call: string
  readonly comments: string
  readonly imports: string
  readonly sessions: string
  readonly signOut: string
  readonly signedInAs: (name: string) => string
  readonly notYours: string
  readonly foreign: string
}

const ru: ConsoleWords = {
  nav: 'Разделы кабинета',
  start: 'Начало',
  staff: 'Кто может войти',
  queue: 'Списки',
  map: 'Карта',
  figures: 'Показатели',
  pages: 'Госпаблики',
  audit: 'Журнал доступа',
  keys: 'Ключи систем',
  models: 'Модель',
  directory: 'Справочник',
  call: 'Принять звонок',
  comments: 'Комментарии',
  imports: 'Таблицы',
  search: 'Поиск',
  shortcuts: 'Клавиши',
  sessions: 'Мои входы',
  signOut: 'Выйти',
  signedInAs: (name) => `Вы вошли: ${name}.`,
  notYours: 'У вашей роли нет права на эту страницу. Роли назначает администратор региона.',
  foreign: 'Форма пришла не с нашей страницы, поэтому ничего не сделано. Откройте страницу заново.',
}

const en: ConsoleWords = {
  nav: 'Parts of the console',
  start: 'Start',
  staff: 'Who may sign in',
  queue: 'Lists',
  map: 'Map',
  figures: 'Figures',
  pages: 'Official pages',
  audit: 'Audit',
  keys: 'API keys',
  models: 'Model',
  directory: 'Directory',
  call: 'Take a call',
  comments: 'Comments',
  imports: 'Tables',
  search: 'Search',
  shortcuts: 'Keys',
  sessions: 'My sessions',
  signOut: 'Sign out',
  signedInAs: (name) => `Signed in as ${name}.`,
  notYours: 'Your role may not see this page. Roles are given by the region’s administrator.',
  foreign: 'The form did not come from a page of ours, so nothing was done. Open the page anew.',
}

export const consoleWords: Readonly<Record<Language, ConsoleWords>> = { ru, en }
