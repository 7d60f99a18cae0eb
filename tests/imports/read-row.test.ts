// A row of a table becomes a message with what its source says of it, or says what is wrong, in words that somebody can act on.
import { describe, expect, it } from 'vitest'
import { columnsFor, columnsIn } from '../../functions/imports/columns.ts'
import { type ReadRow, readRows } from '../../functions/imports/read-row.ts'
import { importWords } from '../../functions/imports/words.ts'
import type { Row } from '../../functions/store/imports.ts'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const headings = [
  ...['Номер', 'Дата регистрации', 'Подкатегория', 'Район', 'Текст сообщения', 'Адрес', 'Статус', 'Этап'],
  ...['Срок модерации', 'Срок исполнения', 'Срок ответа', 'Ускоренное рассмотрение', 'ФИО', 'Телефон', 'E-mail'],
]
const columns = columnsFor(headings)
const cells = (more: Readonly<Record<string, string>> = {}) => {
  const row: Readonly<Record<string, string>> = {
    ...{ Номер: '00-17/3', 'Текст сообщения': 'Яма во дворе.', 'Дата регистрации': '07.03.2026 09:05' },
    ...more,
  }
  return headings.map((heading) => row[heading] ?? '')
}
const read = (...rows: (Partial<Row> & Pick<Row, 'cells'>)[]) =>
  readRows(
    rows.map((row, index) => ({ line: index + 2, ...row })),
    { region, source: { id: 'pos', channel: 'pos' }, headings, columns },
  )
const mistakesOf = ({ mistakes }: ReadRow) => mistakes.map(importWords.ru.mistake)

describe('a row', () => {
  it('is a message with the four stages and their terms; places and topics by the region’s own names', () => {
    const [topic, place] = [region.topics[0]!, region.municipalities[0]!]
    const [row] = read({
      cells: cells({
        ...{
          Подкатегория: topic.name.ru!.toUpperCase(),
          Район: place.name.ru!,
          Адрес: 'ул. Мира, 5',
          Статус: 'В работе',
        },
        ...{ Этап: 'Исполнение', 'Срок модерации': '08.03.2026', 'Срок исполнения': '16.03.2026 18:00' },
        ...{ 'Срок ответа': '17.03.2026', 'Ускоренное рассмотрение': 'Да' },
      }),
    })
    expect(row).toEqual({
      ...{ line: 2, hidden: false, number: '00-17/3', mistakes: [], remarks: [] },
      taken: {
        number: '00-17/3',
        message: {
          ...{ text: 'Яма во дворе.', channel: 'pos', regime: 'message', language: 'ru', externalId: '00-17/3' },
          ...{ topic: topic.id, municipality: place.id, address: 'ул. Мира, 5' },
        },
        facts: {
          ...{ source: 'pos', number: '00-17/3', status: 'В работе', stage: 'execution', fastTrack: true },
          ...{ registeredAt: '2026-03-07T06:05:00.000Z', due: '2026-03-17T20:59:00.000Z' },
          stageDue: { moderation: '2026-03-08T20:59:00.000Z', execution: '2026-03-16T15:00:00.000Z' },
        },
      },
    })
  })

  it('says what is wrong, and is no message then', () => {
    const rows = read(
      { cells: cells() },
      { cells: cells() },
      { cells: cells({ Номер: '', 'Текст сообщения': '' }) },
      { cells: cells({ Номер: 'x'.repeat(101), 'Текст сообщения': 'я' }) },
      { cells: cells({ Номер: '5', 'Срок ответа': '31.02.2026', 'E-mail': 'нет' }) },
      { cells: cells({ Номер: '6' }), uneven: 3 },
      { cells: cells({ Номер: '' }), faults: { Номер: 'digits', 'Текст сообщения': 'formula', Чужой: 'error' } },
    )
    expect(rows.map(({ taken }) => taken !== undefined)).toEqual([true, ...Array.from({ length: 6 }, () => false)])
    expect(rows.map(mistakesOf)).toEqual([
      [],
      ['Этот номер уже есть в строке 2.'],
      ['Нет номера: без него строку не узнать в следующий раз.', 'Нет текста сообщения.'],
      ['Номер длиннее 100 знаков или в нём несколько строк.', 'Текст короче трёх букв.'],
      [
        'В столбце почты не адрес.',
        '«Срок ответа»: «31.02.2026» — не дата. Нужно как 07.03.2026 или 07.03.2026 09:05.',
      ],
      ['В строке 3 ячеек, а заголовков 15: столбцы сдвинулись.'],
      [
        '«Номер»: число длиннее 15 цифр, Excel его уже округлил. Сделайте столбец текстом.',
        '«Текст сообщения»: формула без результата. Откройте файл в Excel и сохраните его.',
      ],
    ])
  })

  it('is taken where the region knows its topic, place or stage by no name, and says so', () => {
    const [row] = read({
      cells: cells({ Подкатегория: 'Марсоходы', Район: 'Дальний', Адрес: 'ул. Мира', Этап: 'Полёт' }),
    })
    expect(row!.taken!.message).toMatchObject({ address: 'Дальний, ул. Мира' })
    expect(row!.remarks.map(({ code }) => code).toSorted()).toEqual(['municipality', 'stage', 'topic'])
    expect(row!.taken!.facts).not.toHaveProperty('stage')
  })

  it('has its author where their columns were taken', () => {
    const [row] = read({ cells: cells({ ФИО: 'Зара', Телефон: '8 900 111', 'E-mail': 'Z@Example.org' }) })
    expect(row!.taken!.message.author).toEqual({ name: 'Зара', phone: '8 900 111', email: 'Z@example.org' })
  })
})

describe('columns', () => {
  it('are what was kept of the source, where the table has them, and else what their headings say, each once', () => {
    expect(columns).toEqual({
      ...{ number: 'Номер', registered: 'Дата регистрации', topic: 'Подкатегория', municipality: 'Район' },
      ...{ text: 'Текст сообщения', address: 'Адрес', status: 'Статус', stage: 'Этап', due: 'Срок ответа' },
      ...{ moderationDue: 'Срок модерации', executionDue: 'Срок исполнения', fastTrack: 'Ускоренное рассмотрение' },
      ...{ name: 'ФИО', phone: 'Телефон', email: 'E-mail' },
    })
    expect(columnsFor(['A', 'Текст', 'Номер'], { number: 'A', text: 'Z' })).toEqual({ number: 'A', text: 'Текст' })
  })

  it('as a form says them: number and text are needed, and no column means two things', () => {
    expect(columnsIn({ 'column-number': '0', 'column-text': '1', 'column-due': '' }, ['A', 'B'])).toEqual({
      ...{ columns: { number: 'A', text: 'B' }, missing: [], twice: [] },
    })
    expect(columnsIn({ 'column-text': '1', 'column-answer': '1', 'column-due': '7' }, ['A', 'B'])).toEqual({
      ...{ columns: { text: 'B', answer: 'B' }, missing: ['number'] },
      twice: ['answer'],
    })
  })
})
