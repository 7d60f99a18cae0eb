// The CSV beside a region's file: what people save from Excel is read, and what is wrong is said where they wrote it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadRegion, readRegion } from '../../regions/load.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'region-lists-'))
  cpSync('regions/87-chukotka', folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const text = (name: string) => readFileSync(join(folder, name), 'utf8')
const rewrite = (name: string, change: (text: string) => string | Uint8Array) =>
  writeFileSync(join(folder, name), change(text(name)))
const mistakes = () => {
  const check = readRegion(folder)
  return 'mistakes' in check ? check.mistakes.map(({ path, message }) => `${path}: ${message}`) : []
}

test('with commas, with the mark of UTF-8, with the line ends of Windows and decimal commas it is the same region', () => {
  rewrite('routes.csv', (csv) =>
    csv
      .replace(/[^;\n]*,[^;\n]*/g, '"$&"')
      .replaceAll(';', ',')
      .replaceAll('\n', '\r\n'),
  )
  rewrite('municipalities.csv', (csv) => `\ufeff${csv.replace(/(\d)\.(\d)/g, '$1,$2')}`)
  expect(readRegion(join(folder, 'region.json'))).toEqual({ region: loadRegion('87') })
})

test('a telephone may stand in the directory, and has to be one', () => {
  const phone = (number: string) => (csv: string) =>
    csv.replace(/.+/g, (line) => `${line};${line.startsWith('organisation') ? 'phone' : number}`)
  const before = text('people.csv')
  rewrite('people.csv', phone('+7 42722 0-00-01, доб. 3'))
  const read = readRegion(folder)
  expect('region' in read && read.region.operators[0]?.phone).toBe('+7 42722 0-00-01, доб. 3')
  rewrite('people.csv', () => phone('спросить у секретаря')(before))
  expect(mistakes()).toContain('people.csv line 2, phone: must be a telephone number')
})

test('people of the console are in the directory: of a municipality, or of none', () => {
  const before = text('people.csv')
    .trimEnd()
    .split('\n')
    .map((line, at) => `${line};${at === 0 ? 'municipality' : ''}`)
    .join('\n')
  const columns = before.split('\n')[0]!.split(';')
  const row = (cells: Record<string, string>) => columns.map((column) => cells[column] ?? '').join(';')
  const person = (post: string, municipality = '') =>
    row({ post, municipality, id: post, name: `Person ${post}`, email: `${post}@example.org` })
  const posts = [person('municipal', 'anadyr'), person('analyst'), person('administrator')]
  rewrite('people.csv', () => `${before}\n${posts.join('\n')}\n`)
  const read = readRegion(folder)
  const { municipals, analysts, administrators } = 'region' in read ? read.region : loadRegion('87')
  const contact = (id: string) => ({ id, name: `Person ${id}`, email: `${id}@example.org` })
  // After those that the sample region has.
  expect({ municipals, analysts: analysts.slice(-1), administrators: administrators.slice(-1) }).toMatchObject({
    municipals: [{ ...contact('municipal'), municipality: 'anadyr' }],
    analysts: [contact('analyst')],
    administrators: [contact('administrator')],
  })
  const line = before.split('\n').length + 1
  rewrite('people.csv', () => `${before}\n${person('municipal')}\n`)
  expect(mistakes()).toEqual([`people.csv line ${line}: does not say of which municipality: add it`])
  rewrite('people.csv', () => `${before}\n${person('municipal', 'moscow')}\n`)
  expect(mistakes()).toEqual([`people.csv line ${line}: there is no municipality "moscow": add it or correct the id`])
})

test('windows-1251 is told by its name', () => {
  rewrite('settlements.csv', () => new Uint8Array([...Buffer.from('name;municipalities\n'), 0xc0, 0xed, 0xe0, 0x0a]))
  expect(mistakes()).toEqual(['settlements.csv: is not in UTF-8, probably in windows-1251: save it as "CSV UTF-8"'])
})

test.each<[what: string, file: string, change: (csv: string) => string, said: string]>([
  [
    'a column too many',
    'routes.csv',
    (csv) => csv.replace('topics', 'themes'),
    'routes.csv: has no column "topics": add it',
  ],
  ['a quote left open', 'routes.csv', (csv) => `${csv}"roads.*;;energy\n`, 'routes.csv: cannot be read: '],
  [
    'a bad address',
    'people.csv',
    (csv) => csv.replace('o.tynetegina@anadyr.gov87.example', 'nobody'),
    'people.csv line 5, email: must be an e-mail address',
  ],
  [
    'a latitude of letters',
    'municipalities.csv',
    (csv) => csv.replace('64.7337', 'north'),
    'municipalities.csv line 2, centre.lat: must be a number',
  ],
  [
    'a post that is none',
    'people.csv',
    (csv) => csv.replace(';deputy;', ';vice;'),
    'people.csv line 6: "vice" is no post: write responder, ',
  ],
  [
    'a second person at a post',
    'people.csv',
    (csv) => csv.replace(';deputy;', ';responder;'),
    'people.csv line 6: is a second responder of "administration-anadyr", after line 5: leave one of them',
  ],
  [
    'a person of nobody',
    'people.csv',
    (csv) => csv.replace('administration-pevek', 'pevek'),
    ': there is no organisation "pevek": add it or correct the id',
  ],
  [
    'a place named twice',
    'municipalities.csv',
    (csv) => csv.replace('Билибинский район', 'Анадырь'),
    'municipalities.csv line 4: "Анадырь" is already a name of municipalities.csv line 2: ',
  ],
  [
    'a route to nobody',
    'routes.csv',
    (csv) => csv.replace(';energy', ';enrgy'),
    'routes.csv line 3, organisation: there is no organisation "enrgy"',
  ],
])('%s is said with its file and line', (_, file, change, said) => {
  rewrite(file, change)
  expect(mistakes().join('\n')).toContain(said)
})

test('a list that is not there and a file that is no JSON are said too', () => {
  rmSync(join(folder, 'routes.csv'))
  expect(mistakes()).toEqual(['routes.csv: does not exist: add it beside region.json'])
  rewrite('region.json', (json) => json.slice(0, 300))
  expect(mistakes()).toEqual([expect.stringMatching(/^\(file\): is not JSON: .*position 30\d/)])
})

test('shares and absences of operators are read from their columns', () => {
  rewrite('people.csv', (csv) => {
    const [head, ...rows] = csv.trimEnd().split('\n')
    const more = (row: string) =>
      row.startsWith(';operator;') ? ';0,5;2026-08-01/2026-08-14, 2026-12-28/2026-12-30' : ';;'
    return [`${head};share;away`, ...rows.map((row) => row + more(row)), ''].join('\n')
  })
  const check = readRegion(folder)
  const { operators, moderators } = (check as { region: ReturnType<typeof loadRegion> }).region
  const away = [
    { from: '2026-08-01', to: '2026-08-14' },
    { from: '2026-12-28', to: '2026-12-30' },
  ]
  expect(operators).toEqual(loadRegion('87').operators.map((one) => ({ ...one, share: 0.5, away })))
  expect(moderators).toEqual(loadRegion('87').moderators)
})

test('an absence that is none is told where it was written', () => {
  rewrite('people.csv', (csv) => {
    const [head, ...rows] = csv.trimEnd().split('\n')
    const more = (row: string) => (row.startsWith(';operator;') ? ';in August' : ';')
    return [`${head};away`, ...rows.map((row) => row + more(row)), ''].join('\n')
  })
  expect(mistakes()[0]).toMatch(/^people\.csv line \d+, away\[0\]\.from: must be a date/)
})
