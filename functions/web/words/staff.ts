// The words of the console's start, of sessions and of who may sign in. Read by console.
import type { Language } from '../../../regions/schema.ts'
import type { StaffRole } from '../../case/staff.ts'

interface StaffWords {
  readonly title: string
  readonly waiting: string
  readonly roles: Readonly<Record<StaffRole, string>>
  readonly yourRoles: string
  readonly sessionsTitle: string
  readonly sessionsHint: string
  readonly device: string
  readonly unknownDevice: string
  readonly since: string
  readonly lastUsed: string
  readonly thisOne: string
  readonly end: string
  readonly endAll: string
  readonly ended: string
  readonly noSessions: string
  readonly staffHint: string
  readonly name: string
  readonly role: string
}

const ru: StaffWords = {
  title: 'Рабочий кабинет',
  waiting: 'Что ждёт сейчас',
  roles: {
    operator: 'оператор',
    moderator: 'модератор',
    supervisor: 'куратор организации',
    municipal: 'муниципальный центр',
    analyst: 'аналитик',
    administrator: 'администратор',
  },
  yourRoles: 'Ваши роли',
  sessionsTitle: 'Где выполнен вход',
  sessionsHint:
    'Вход кончается сам через 8 часов без работы и через 7 дней. Незнакомое устройство — завершите вход и сообщите администратору.',
  device: 'Устройство',
  unknownDevice: 'не названо',
  since: 'Вход',
  lastUsed: 'Последняя работа',
  thisOne: 'это устройство',
  end: 'Завершить',
  endAll: 'Выйти везде',
  ended: 'Вход завершён',
  noSessions: 'Сейчас нигде не выполнен вход.',
  staffHint: 'Список следует из справочника региона: кто из него убран, тот сразу теряет доступ.',
  name: 'Имя',
  role: 'Роль',
}

const en: StaffWords = {
  title: 'Console',
  waiting: 'What waits now',
  roles: {
    operator: 'operator',
    moderator: 'moderator',
    supervisor: 'supervisor of an organisation',
    municipal: 'municipal centre',
    analyst: 'analyst',
    administrator: 'administrator',
  },
  yourRoles: 'Your roles',
  sessionsTitle: 'Where you are signed in',
  sessionsHint:
    'A session ends by itself after 8 idle hours, and after 7 days. If you do not know a device, end it and tell the administrator.',
  device: 'Device',
  unknownDevice: 'not named',
  since: 'Signed in',
  lastUsed: 'Last used',
  thisOne: 'this device',
  end: 'End',
  endAll: 'Sign out everywhere',
  ended: 'The session is ended',
  noSessions: 'Nobody is signed in.',
  staffHint: 'The list follows from the region’s directory: whoever is taken out of it loses access at once.',
  name: 'Name',
  role: 'Role',
}

export const staffWords: Readonly<Record<Language, StaffWords>> = { ru, en }
