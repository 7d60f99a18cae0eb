// The words of saved views. Read by console.
import type { Language } from '../../../regions/schema.ts'

interface ViewsWords {
  readonly title: string
  readonly keep: string
  readonly name: string
  readonly pin: string
  readonly pinHint: string
  readonly unpin: string
  readonly rename: string
  readonly remove: string
  readonly none: string
  readonly gone: string
  readonly all: string
  readonly done: string
  readonly tooMany: (most: number) => string
  readonly tooManyPinned: (most: number) => string
}

const ru: ViewsWords = {
  title: 'Мои виды',
  keep: 'Сохранить этот вид',
  name: 'Название',
  pin: 'Закрепить',
  pinHint: 'Закреплённые виды стоят на первой странице, с числом сообщений.',
  unpin: 'Открепить',
  rename: 'Переименовать',
  remove: 'Удалить',
  none: 'Здесь будут виды, которые вы сохраните: откройте список, отберите нужное и нажмите «Сохранить этот вид».',
  gone: 'Такого отбора больше нет.',
  all: 'Все мои виды',
  done: 'Сохранено.',
  tooMany: (most) => `Видов может быть не больше ${most}. Сначала удалите ненужный.`,
  tooManyPinned: (most) => `Закреплённых может быть не больше ${most}. Сначала открепите один.`,
}

const en: ViewsWords = {
  title: 'My views',
  keep: 'Keep this view',
  name: 'Name',
  pin: 'Pin',
  pinHint: 'Pinned views stand on the first page, with their counts.',
  unpin: 'Unpin',
  rename: 'Rename',
  remove: 'Remove',
  none: 'The views that you keep come here: open a list, narrow it down and press “Keep this view”.',
  gone: 'There is no such filter any more.',
  all: 'All my views',
  done: 'Kept.',
  tooMany: (most) => `There may be ${most} views at most. Remove one first.`,
  tooManyPinned: (most) => `${most} may be pinned at most. Unpin one first.`,
}

export const viewsWords: Readonly<Record<Language, ViewsWords>> = { ru, en }
