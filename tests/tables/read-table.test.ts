// Tables as other programs write them: whatever their letters and borders, what is shown is what is read; nothing is computed, nothing is
// rounded in silence, and who a citizen is stays outside. The names of the tests are the failures that users of other systems reported.
import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { personalKind } from '../../functions/tables/personal.ts'
import { readDate } from '../../functions/tables/dates.ts'
import { readTable } from '../../functions/tables/read-table.ts'
import { writeSheet } from '../../functions/tables/write-xlsx.ts'
import { unpacksTo } from '../../functions/tables/zip-size.ts'
import { row, text, workbook, zip } from './workbook.ts'

const read = async (content: Uint8Array, asked: Partial<Parameters<typeof readTable>[1]> = {}) => {
  const table = await readTable(content, { contacts: false, ...asked })
  if ('fault' in table) throw new Error(table.fault)
  return table
}
const rows = [
  ['Номер', 'Текст обращения', 'Адрес'],
  ['0123', 'Яма; «у дома», «где», вода\nглубокая "очень"', '+7 (900) не телефон, а дом'],
  ['00-17/3', '=1+1', 'ул. Мира, 5'],
]

function encoded(content: string, encoding: 'utf-8' | 'utf-16le' | 'windows-1251' | 'ibm866'): Buffer {
  if (encoding === 'utf-8') return Buffer.from(content)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${content}`, 'utf16le')
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
  const letters = [...new TextDecoder(encoding).decode(bytes)]
  return Buffer.from([...content].map((letter) => letters.indexOf(letter)))
}

describe('text', () => {
  const variants = [';', ',', '\t'].flatMap((delimiter) =>
    (['utf-8', 'utf-8 with a mark', 'utf-16le', 'windows-1251', 'ibm866'] as const).flatMap((encoding) =>
      [false, true].map((said) => [delimiter, encoding, said] as const),
    ),
  )
  it.each(variants)(
    'PapaParse#372, #600, csv-parse#284, SheetJS#907, #912: cells apart by %j in %s, “sep=” %s, are the same rows',
    async (delimiter, encoding, said) => {
      // The old code page has no quotation marks of this kind.
      const own = encoding === 'ibm866' ? rows.map((one) => one.map((cell) => cell.replaceAll(/[«»]/g, '"'))) : rows
      const content = `${said ? `sep=${delimiter}\r\n` : ''}${stringify(own, { delimiter, record_delimiter: 'windows' })}`
      const bytes = encoding === 'utf-8 with a mark' ? Buffer.from(`\ufeff${content}`) : encoded(content, encoding)
      const table = await read(bytes)
      expect([table.headings, table.rows.map(({ cells }) => cells)]).toEqual([own[0], own.slice(1)])
      expect(table.encoding).toBe(encoding === 'utf-8 with a mark' ? 'utf-8' : encoding)
    },
  )

  it('SheetJS#912: what was recognised wrongly is read as its sender says', async () => {
    const bytes = encoded('Номер;Текст\n1;ЯМА', 'windows-1251')
    expect((await read(bytes, { encoding: 'windows-1251' })).rows[0]!.cells).toEqual(['1', 'ЯМА'])
    expect((await read(bytes, { encoding: 'ibm866' })).rows[0]!.cells).not.toContain('ЯМА')
  })

  it('csv-parse#284: a row with more or fewer cells is named by its line, and stops no other', async () => {
    const table = await read(Buffer.from('a;b\n1;2\n1;2;3\n\n4\n'))
    expect(table.rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['1', '2'], uneven: 3 },
      { line: 5, cells: ['4', ''], uneven: 1 },
    ])
  })

  it.each([
    ['empty', Buffer.from('Номер;Текст\n')],
    ['empty', Buffer.from('')],
    ['broken', Buffer.from('a;b\n"1;2\n')],
    ['old excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['too many rows', Buffer.from(`a;b\n${'1;2\n'.repeat(5_001)}`)],
    ['too many columns', Buffer.from(`${'a;'.repeat(201)}\n1;2\n`)],
  ])('is refused as %s', async (fault, content) => {
    expect(await readTable(content, { contacts: false })).toEqual({ fault })
  })

  it('headings that come twice are told apart', async () => {
    expect((await read(Buffer.from('Срок;Срок; Срок\n1;2;3'))).headings).toEqual(['Срок', 'Срок (2)', 'Срок (3)'])
  })

  it('osTicket#3767: what is kept from being a formula comes back as it was', async () => {
    const texts = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.isWellFormed() && !one.startsWith("'")),
      { minLength: 1, maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(texts, async (some) => {
        const content = stringify([['n', 't'], ...some.map((one) => ['1', one])], {
          bom: true,
          escape_formulas: true,
          delimiter: ';',
        })
        const table = await read(Buffer.from(content))
        expect(table.rows.map(({ cells }) => cells[1])).toEqual(some)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a spreadsheet', () => {
  const head = row(1, text('A1', 'Номер') + text('B1', 'Текст') + text('C1', 'Ещё'))
  const sheet = (body: string, after?: string) =>
    workbook({ name: 'Лист1', rows: head + body, ...(after && { after }) })

  it('SheetJS#1493, teableio#1880: leading zeros stay, in text and by the format of a number', async () => {
    const table = await read(
      sheet(row(2, text('A2', '0123') + text('B2', '+7 (900) 00-17/3') + '<c r="C2" s="1"><v>123</v></c>')),
    )
    expect(table.rows).toEqual([{ line: 2, cells: ['0123', '+7 (900) 00-17/3', '00123'] }])
  })

  it('box/spout#159, UgnisSoftware#136: twenty digits are exact as text, and named as a number', async () => {
    const digits = '12345678901234567890'
    const table = await read(sheet(row(2, text('A2', digits) + `<c r="B2"><v>${digits}</v></c>`)))
    expect(table.rows).toEqual([{ line: 2, cells: [digits, '', ''], faults: { Текст: 'digits' } }])
  })

  it('dtfs2#4310, exceljs#1988, #964: links, two colours, formulas with and without results, errors', async () => {
    const rich = '<c r="A2" t="inlineStr"><is><r><t>Я</t></r><r><rPr><b/></rPr><t>ма</t></r></is></c>'
    const shared = '<c r="B3" t="str"><f t="shared" ref="B3:B4" si="0">A3&amp;"!"</f><v>a!</v></c>'
    const link = '<hyperlinks><hyperlink ref="C3" location="mailto"/></hyperlinks>'
    const table = await read(
      sheet(
        row(2, `${rich}<c r="B2" t="str"><f>A1</f><v>вышло</v></c><c r="C2"><f>1+1</f></c>`) +
          row(3, `${text('A3', 'a')}${shared}${text('C3', 'дом@мира')}`) +
          row(
            4,
            `<c r="A4" t="e"><v>#N/A</v></c><c r="B4" t="str"><f t="shared" si="0"/><v>b!</v></c><c r="C4" t="b"><v>1</v></c>`,
          ),
        link,
      ),
    )
    expect(table.rows).toEqual([
      { line: 2, cells: ['Яма', 'вышло', ''], faults: { Ещё: 'formula' } },
      { line: 3, cells: ['a', 'a!', 'дом@мира'] },
      { line: 4, cells: ['', 'b!', 'да'], faults: { Номер: 'error' } },
    ])
  })

  it('dates are read as they are shown, with their time where they have one', async () => {
    const table = await read(sheet(row(2, '<c r="A2" s="2"><v>46000</v></c><c r="B2" s="2"><v>46000.5</v></c>')))
    expect(table.rows[0]!.cells).toEqual(['09.12.2025', '09.12.2025 12:00', ''])
  })

  it('merged cells say the same on all their rows; hidden rows are told; hidden sheets are not read', async () => {
    const body = row(2, text('A2', '7') + text('B2', 'Яма')) + row(3, text('B3', 'Лампа'), 'hidden="1"')
    const table = await read(
      workbook(
        { name: 'Тайный', rows: row(1, text('A1', 'x')), hidden: true },
        { name: 'Общий', rows: head + body, after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' },
        { name: 'Другой', rows: row(1, text('A1', 'y')) },
      ),
    )
    expect(table.rows).toEqual([
      { line: 2, cells: ['7', 'Яма', ''] },
      { line: 3, cells: ['7', 'Лампа', ''], hidden: true },
    ])
    expect([table.sheet, table.otherSheets]).toEqual(['Общий', ['Тайный', 'Другой']])
  })

  it('comp#3427: rules over seventeen billion cells, and a dimension of as many, cost nothing', async () => {
    const rule =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>'
    expect((await read(sheet(row(2, text('A2', '1')), rule))).rows).toHaveLength(1)
    const far = sheet(row(2, text('A2', '1')) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    expect('fault' in (await readTable(far, { contacts: false }))).toBe(true)
  })

  it('advisory-database#7612: what unpacks to gigabytes is refused before it is read, whatever it says of itself', async () => {
    const bomb = zip({ 'xl/workbook.xml': Buffer.alloc(120 * 1024 * 1024) }, 1_000)
    expect(bomb.length).toBeLessThan(200_000)
    expect(await readTable(bomb, { contacts: false })).toEqual({ fault: 'too large' })
    expect(unpacksTo(zip({ a: 'x'.repeat(100) }), 99)).toBe('too large')
    expect(unpacksTo(zip({ a: 'x'.repeat(100) }), 100)).toBe('fits')
  })

  it('any damaged file is read or refused', async () => {
    const whole = sheet(row(2, text('A2', '1')))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (place, byte, end) => {
        const damaged = Buffer.from(whole.subarray(0, end))
        if (place < damaged.length) damaged[place] = byte
        expect(await readTable(damaged, { contacts: false })).toBeTypeOf('object')
      }),
      { numRuns: 100 },
    )
  })

  it('osTicket#3767: what we write is text in every cell, and comes back as it was', async () => {
    const cells = ['=1+1', '+cmd', '-2+3', '@x', '\tx', '00123', '12345678901234567890', "'так", 'a;b\n"c"', '＝1']
    const written = await writeSheet('Ответы', [['n', 'текст'], ...cells.map((cell) => ['1', cell])])
    const table = await read(written)
    expect(table.rows.map((one) => one.cells[1])).toEqual(cells)
    expect(table.rows.every(({ faults }) => faults === undefined)).toBe(true)
  })
})

describe('who a citizen is', () => {
  it.each([
    ...['ФИО', 'Ф.И.О. заявителя', 'Телефон', 'Контактный телефон', 'E-mail', 'Эл. почта', 'Автор', 'Фамилия'].map(
      (heading) => [heading, 'contact'] as const,
    ),
    ...['СНИЛС', 'Паспорт (серия)', 'Дата рождения'].map((heading) => [heading, 'document'] as const),
    ...['Номер', 'Текст', 'Адрес', 'ФИО исполнителя', 'Дата регистрации', 'Территория', 'Именование', 'Автодороги'].map(
      (heading) => [heading, undefined] as const,
    ),
  ])('«%s» is %s', (heading, kind) => {
    expect(personalKind(heading)).toBe(kind)
  })

  it('is left out before anything is kept; names and contacts are taken where they are asked for, documents never', async () => {
    const content = Buffer.from('Номер;ФИО;СНИЛС;Текст;Телефон\n1;Зара;112-233;Яма;8 900')
    const without = await read(content)
    expect([without.headings, without.dropped, without.rows[0]!.cells]).toEqual([
      ['Номер', 'Текст'],
      ['ФИО', 'СНИЛС', 'Телефон'],
      ['1', 'Яма'],
    ])
    expect(JSON.stringify(without)).not.toMatch(/Зара|112|900/)
    const asked = await read(content, { contacts: true })
    expect([asked.headings, asked.dropped]).toEqual([['Номер', 'ФИО', 'Текст', 'Телефон'], ['СНИЛС']])
  })
})

describe('dates', () => {
  it.each([
    ['07.03.2026 09:05', false, '2026-03-07T06:05:00.000Z'],
    ['7.3.26 9:05', false, '2026-03-07T06:05:00.000Z'],
    ['07.03.2026', false, '2026-03-06T21:00:00.000Z'],
    ['07.03.2026', true, '2026-03-07T20:59:00.000Z'],
    ['07.03.2026, 09:05:30', true, '2026-03-07T06:05:00.000Z'],
    ['2026-03-07 09:05', false, '2026-03-07T06:05:00.000Z'],
    ['2026-03-07T09:05:00+05:00', false, '2026-03-07T04:05:00.000Z'],
    ['31.02.2026', false, undefined],
    ['07/03/2026', false, undefined],
    ['07.03.2026 25:00', false, undefined],
    ['завтра', false, undefined],
    ['', false, undefined],
  ])('«%s», at the end of its day %s, is %s', (written, atDayEnd, instant) => {
    expect(readDate(written, 'Europe/Moscow', atDayEnd)).toBe(instant)
  })
})
