// A control centre's table of incidents: read by its headings whoever wrote it, and written in whatever columns another system has.
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOf, headingOf, incidentFields } from '../../functions/tables/columns.ts'
import { incidentLines, unknownHeadings } from '../../tools/incidents/export.ts'
import { incidentMapping, incidentValues } from '../../tools/incidents/import.ts'
import { tableOf } from '../../tools/incidents/table.ts'
import { json, regionSaying } from '../client/a-region.ts'

const topics = [
  { id: 'roads.pothole', name: { ru: 'Ямы', en: 'Holes' }, group: { id: 'roads', name: { ru: 'Дороги' } } },
]
const municipalities = [{ id: 'groznyy', name: { ru: 'Грозный' } }]
const catalogues = [json(200, { topics }), json(200, { municipalities })] as const

describe('a table', () => {
  const rows = [
    ['Номер', 'Текст инцидента'],
    ['0123', 'Яма; «у дома»,\nглубокая "очень"'],
    ['00-17/3', '=1+1'],
  ]
  const read = {
    headings: rows[0],
    rows: [
      { Номер: '0123', 'Текст инцидента': 'Яма; «у дома»,\nглубокая "очень"' },
      { Номер: '00-17/3', 'Текст инцидента': '=1+1' },
    ],
  }
  const windows1251 = (text: string) =>
    Uint8Array.from(text, (one) => {
      const code = one.charCodeAt(0)
      if (code >= 0x410 && code <= 0x44f) return code - 0x350
      return { '«': 0xab, '»': 0xbb }[one] ?? code
    })

  it.each([';', ',', '\t'])('is the same with a mark, without, in windows-1251, its cells apart by %j', (delimiter) => {
    for (const escape_formulas of [true, false]) {
      const text = stringify(rows, { delimiter, escape_formulas, record_delimiter: 'windows' })
      expect(tableOf(Buffer.from(text))).toEqual(read)
      expect(tableOf(Buffer.from(`\ufeff${text}`))).toEqual(read)
      expect(tableOf(Buffer.from(`\ufeffsep=${delimiter}\r\n${text}`))).toEqual(read)
      expect(tableOf(windows1251(text))).toEqual(read)
    }
    expect(() => tableOf(Buffer.from(`a${delimiter}b\n1\n`))).toThrow('line 2')
  })

  it('E1 gives back every text that was kept from being a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }), (texts) => {
        fc.pre(texts.every((text) => text.isWellFormed() && !/^'[=+\-@\t\r＝＋－＠]/u.test(text)))
        const table = [['n', 'text'], ...texts.map((text, index) => [String(index), text])]
        const written = stringify(table, { delimiter: ';', escape_formulas: true, record_delimiter: 'windows' })
        expect(tableOf(Buffer.from(`\ufeff${written}`)).rows.map(({ text }) => text)).toEqual(texts)
      }),
    )
  })
})

describe('its columns', () => {
  it.each([
    ['ТЕКСТ  сообщения', 'text'],
    ['Дата регистрации (Europe/Moscow)', 'registered'],
    ['Муниципальное образование', 'municipality'],
    ['ФИО', undefined],
    ['Телефон заявителя', undefined],
    ['E-mail', undefined],
  ])('%s is %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field)
  })

  it('are each known by the name that we write', () => {
    expect(incidentFields.map((field) => fieldOf(headingOf(field)))).toEqual([...incidentFields])
  })

  it('become a message without anybody’s name or telephone', async () => {
    const headings = ['ID инцидента', 'ФИО', 'Телефон', 'Тема', 'Район', 'Текст публикации', 'Тональность']
    expect(incidentMapping(headings)).toEqual({
      ...{ text: ['Текст публикации'], topic: ['Тема'], municipality: ['Район'], externalId: ['ID инцидента'] },
    })
    expect(() => incidentMapping(['Тема', 'Район'])).toThrow('No column has the texts; there are Тема, Район.')
    expect(() => incidentMapping(['Текст', 'Сообщение'])).toThrow('Several columns may be the text: Текст, Сообщение.')
    expect(await incidentValues(regionSaying(catalogues).otklik)).toEqual({
      topic: { Ямы: 'roads.pothole', Holes: 'roads.pothole' },
      municipality: { Грозный: 'groznyy' },
    })
  })
})

describe('cases are written', () => {
  const one = {
    ...{
      id: '95-260302-7K4QF',
      externalId: '=7',
      channel: 'phone',
      status: 'closed',
      outcome: 'solved',
      overdue: false,
    },
    ...{ receivedAt: '2026-03-02T21:30:00.000Z', topic: 'roads.pothole', municipality: 'groznyy', round: 0 },
    ...{ organisation: { id: 'office', name: { ru: 'Мэрия' } }, rating: { score: 5, solved: true } },
    deadlines: [{ clock: 'finalAnswer', due: '2026-03-10T15:00:00.000Z' }],
    answer: { text: 'Заделали.\n-Мы', kind: 'final', sort: 'done', at: '2026-03-03T09:05:00.000Z' },
    history: [{ type: 'closed', at: '2026-03-04T06:00:00.000Z' }],
  }
  const bare = {
    ...one,
    ...{ id: '95-260302-AAAAA', externalId: null, status: 'triage', outcome: null, topic: null, municipality: null },
    ...{ organisation: null, rating: null, deadlines: [], answer: null, history: [] },
  }
  const write = async (like?: readonly string[]) => {
    const { otklik } = regionSaying([
      ...[json(200, { topics }), json(200, { municipalities })],
      json(200, { cases: [{ id: one.id }, { id: bare.id }] }),
      ...[json(200, one), json(200, bare)],
    ])
    let table = ''
    for await (const line of incidentLines(otklik, {}, 'Europe/Moscow', like)) table += line
    return table
  }

  it('in names, in the time of the region, which the headings name, and as no formula', async () => {
    expect((await write()).split('\r\n').slice(0, 2).join('\n')).toBe(
      `\ufeffНомер;Внешний номер;Дата регистрации (Europe/Moscow);Канал;Категория;Подкатегория;Муниципалитет;Организация-исполнитель;Статус;Срок (Europe/Moscow);Просрочено;Дата ответа (Europe/Moscow);Текст ответа;Вид ответа;Оценка;Решено;Повторное;Дата закрытия (Europe/Moscow);Итог
95-260302-7K4QF;'=7;03.03.2026 00:30;phone;Дороги;Ямы;Грозный;Мэрия;closed;10.03.2026 18:00;нет;03.03.2026 12:05;"Заделали.\n-Мы";done;5;да;0;04.03.2026 09:00;solved`,
    )
  })

  it('in the columns of another system, in their order, empty where nothing is known', async () => {
    const like = [
      ...['№', 'Тональность', 'Ответ', ...Array.from({ length: 40 }, (_, index) => `Поле ${index}`)],
      ...['Дата создания', 'Муниципальное образование', 'Текст', 'Статус'],
    ]
    expect(like).toHaveLength(47)
    const { headings, rows } = tableOf(Buffer.from(await write(like)))
    expect(headings).toEqual(like.map((name) => (name === 'Дата создания' ? 'Дата создания (Europe/Moscow)' : name)))
    const said = rows.map((row) => Object.entries(row).filter(([, value]) => value !== ''))
    expect(said.map((row) => Object.fromEntries(row))).toEqual([
      {
        ...{ '№': one.id, Ответ: one.answer.text, 'Дата создания (Europe/Moscow)': '03.03.2026 00:30' },
        ...{ 'Муниципальное образование': 'Грозный', Статус: 'closed' },
      },
      { '№': bare.id, 'Дата создания (Europe/Moscow)': '03.03.2026 00:30', Статус: 'triage' },
    ])
    expect(unknownHeadings(like)).toEqual(['Тональность', ...like.slice(3, 43), 'Текст'])
  })
})
