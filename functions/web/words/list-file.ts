// The words of a list as a file. Read by console.
import type { Language } from '../../../regions/schema.ts'

interface ListFileWords {
  readonly take: string
  readonly received: (zone: string) => string
  readonly due: (zone: string) => string
  readonly late: string
  readonly yes: string
  readonly tooMany: (most: number) => string
}

const ru: ListFileWords = {
  take: 'Таблица для Excel',
  received: (zone) => `Пришло (${zone})`,
  due: (zone) => `Срок (${zone})`,
  late: 'Просрочено',
  yes: 'да',
  tooMany: (most) =>
    `В списке больше ${most} сообщений, файл был бы неполным, поэтому его нет. Сузьте отбор: по организации, муниципалитету или месяцу.`,
}

const en: ListFileWords = {
  take: 'Table for Excel',
  received: (zone) => `Received (${zone})`,
  due: (zone) => `Due (${zone})`,
  late: 'Late',
  yes: 'yes',
  tooMany: (most) =>
    `The list has more than ${most} cases. The file would not be whole, so there is none. Narrow the list down by organisation, municipality or month.`,
}

export const listFileWords: Readonly<Record<Language, ListFileWords>> = { ru, en }
