// The words of the console's map. Read by console.
import type { Language } from '../../../regions/schema.ts'
import { counted } from './counted.ts'

interface MapWords {
  readonly title: (list: string) => string
  readonly picture: string
  readonly cases: (count: number) => string
  readonly late: (count: number) => string
  readonly total: (count: number) => string
  readonly notWhole: (count: number) => string
  readonly withoutPoint: (count: number) => string
  readonly onMap: (count: number) => string
  readonly here: (count: number) => string
  readonly noPoint: string
  readonly whole: string
  readonly farther: string
  readonly allSquares: string
  readonly previous: string
  readonly asList: string
  readonly asMap: string
  readonly borders: string
  readonly kilometres: (km: number) => string
}

const ruCases = counted('ru', { one: 'сообщение', few: 'сообщения', many: 'сообщений' })
const enCases = counted('en', { one: 'case', other: 'cases' })

const ru: MapWords = {
  title: (list) => `${list} на карте`,
  picture:
    'Карта: каждый круг — сообщения рядом друг с другом, нажмите, чтобы приблизить. Тот же список — рядом с картой.',
  cases: ruCases,
  late: (count) => `просрочено ${count}`,
  total: (count) => `Всего ${ruCases(count)}.`,
  notWhole: (count) => `В списке больше: показаны первые ${count} по сроку. Сузьте отбор, чтобы увидеть остальные.`,
  withoutPoint: (count) => `Без точки на карте: ${count}. Они есть в списке, пока показан весь регион.`,
  onMap: (count) => `Список: ${ruCases(count)}`,
  here: (count) => `В этом месте: ${ruCases(count)}`,
  noPoint: 'точка не указана',
  whole: 'Весь регион',
  farther: 'Отдалить',
  allSquares: 'Всё, что на карте',
  previous: 'Предыдущие',
  asList: 'Открыть списком с подробностями',
  asMap: 'На карте',
  borders: 'Границы',
  kilometres: (km) => `${km} км`,
}

const en: MapWords = {
  title: (list) => `${list} on the map`,
  picture: 'A map: each circle is cases close to each other; press it to go closer. The same list is beside the map.',
  cases: enCases,
  late: (count) => `${count} overdue`,
  total: (count) => `${enCases(count)} in all.`,
  notWhole: (count) => `The list has more: the first ${count} by deadline are shown. Narrow it down to see the others.`,
  withoutPoint: (count) => `Without a point: ${count}. They are in the list while the whole region is shown.`,
  onMap: (count) => `List: ${enCases(count)}`,
  here: (count) => `Here: ${enCases(count)}`,
  noPoint: 'no point given',
  whole: 'The whole region',
  farther: 'Farther',
  allSquares: 'All on the map',
  previous: 'Previous',
  asList: 'Open as a list with details',
  asMap: 'On the map',
  borders: 'Borders',
  kilometres: (km) => `${km} km`,
}

export const mapWords: Readonly<Record<Language, MapWords>> = { ru, en }
