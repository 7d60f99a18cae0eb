// The columns of a control centre's table of incidents, by the names of their headings. No list of them is published; these names follow
// the stages that public regulations describe, and whoever has a table of the system gives it as a pattern. Called by export and replay.

/** What a row says of an incident. */
export const incidentFields = [
  ...['number', 'externalId', 'registered', 'channel', 'group', 'topic', 'municipality', 'organisation'],
  ...['text', 'address', 'status', 'due', 'overdue', 'answeredAt', 'answer', 'kind', 'score', 'solved'],
  ...['reopenings', 'closedAt', 'outcome'],
] as const
export type IncidentField = (typeof incidentFields)[number]

/** The first of each is how we write it. Compared without the size of letters, and without what stands in brackets. */
const headings: Readonly<Record<IncidentField, readonly string[]>> = {
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
}

/** Which field a heading means; undefined of one that we do not know. */
export function fieldOf(heading: string): IncidentField | undefined {
  const wanted = plain(heading)
  return incidentFields.find((field) => headings[field].some((name) => plain(name) === wanted))
}

export function headingOf(field: IncidentField): string {
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
