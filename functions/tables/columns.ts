// The columns of tables that other systems give, by the names of their headings. No list of them is published; these names follow the
// stages that public regulations describe, and whoever has a table of the system maps its columns. Called by export, replay and the
// console's import.

/** What a row says of an incident. */
export const incidentFields = [
  ...['number', 'externalId', 'registered', 'channel', 'group', 'topic', 'municipality', 'organisation'],
  ...['text', 'address', 'status', 'due', 'overdue', 'answeredAt', 'answer', 'kind', 'score', 'solved'],
  ...['reopenings', 'closedAt', 'outcome'],
] as const
export type IncidentField = (typeof incidentFields)[number]

/** What else a row of «Решаем вместе» says: its stage with the terms of each, and who wrote. */
const stageFields = [
  ...['stage', 'moderationDue', 'coordinationDue', 'executionDue', 'approvalDue', 'fastTrack'],
] as const
export const contactFields = ['name', 'email', 'phone'] as const
/** All that a column may mean; where two could, the earlier is guessed. */
export const tableFields = [...stageFields, ...contactFields, ...incidentFields] as const
export type TableField = (typeof tableFields)[number]

/** The first of each is how we write it. Compared without the size of letters, and without what stands in brackets. */
const headings: Readonly<Record<TableField, readonly string[]>> = {
  number: ['Номер', 'Номер инцидента', 'ID инцидента', 'Номер сообщения', 'ID', '№'],
  externalId: ['Внешний номер', 'Номер в системе-источнике'],
  registered: ['Дата регистрации', 'Дата создания', 'Дата поступления', 'Дата публикации'],
  channel: ['Канал', 'Источник', 'Соцсеть'],
  group: ['Категория', 'Группа тем'],
  topic: ['Подкатегория', 'Тема', 'Подтема', 'Факт'],
  municipality: ['Муниципалитет', 'Муниципальное образование', 'Район', 'Территория'],
  organisation: ['Организация-исполнитель', 'Исполнитель', 'Ответственный', 'Орган власти'],
  text: ['Текст', 'Текст сообщения', 'Текст инцидента', 'Текст публикации', 'Сообщение', 'Описание'],
  address: ['Адрес', 'Место', 'Адрес проблемы'],
  status: ['Статус', 'Этап', 'Состояние'],
  due: ['Срок', 'Срок ответа', 'Плановая дата ответа', 'Срок исполнения'],
  overdue: ['Просрочено', 'Просрочка'],
  answeredAt: ['Дата ответа', 'Фактическая дата ответа'],
  answer: ['Текст ответа', 'Ответ'],
  kind: ['Вид ответа', 'Результат'],
  score: ['Оценка'],
  solved: ['Решено', 'Проблема решена'],
  reopenings: ['Повторное', 'Возвратов в работу'],
  closedAt: ['Дата закрытия'],
  outcome: ['Итог'],
  stage: ['Этап', 'Стадия', 'Текущий этап'],
  moderationDue: ['Срок модерации'],
  coordinationDue: ['Срок координации'],
  executionDue: ['Срок исполнения'],
  approvalDue: ['Срок согласования', 'Срок утверждения'],
  fastTrack: ['Ускоренное рассмотрение', 'Фаст-трек'],
  name: ['ФИО', 'ФИО заявителя', 'Заявитель', 'Автор'],
  email: ['E-mail', 'Email', 'Электронная почта', 'Почта', 'Адрес электронной почты'],
  phone: ['Телефон', 'Телефон заявителя', 'Контактный телефон', 'Мобильный телефон'],
}

/** Which field a heading means; undefined of one that we do not know. */
export function fieldOf(heading: string): IncidentField | undefined {
  return incidentFields.find((field) => isNamed(field, heading))
}

export function isNamed(field: TableField, heading: string): boolean {
  const wanted = plain(heading)
  return headings[field].some((name) => plain(name) === wanted)
}

export function headingOf(field: TableField): string {
  return headings[field][0]!
}

function plain(heading: string): string {
  return heading
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')
}
