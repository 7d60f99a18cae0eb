// A table of «Решаем вместе» in the console: uploaded, its columns mapped once, shown before anything is made, taken in once however often, given
// back with the answers. The names of the tests are the failures that users of other systems reported.
import { DeleteCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '../../functions/tables/read-table.ts'
import type { Page } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const ROWS = 30
let work: RegionAtWork
let operator: Console
let administrator: Console
let moderator: Console
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  operator = await signIn(work, work.region.operators[0]!.email)
  administrator = await signIn(work, work.region.administrators[0]!.email)
  moderator = await signIn(work, work.region.moderators[0]!.email)
}, 60_000)
afterAll(() => work.end())

const head = [
  'Номер',
  'ФИО',
  'Подкатегория',
  'Район',
  'Суть',
  'Этап',
  'Срок исполнения',
  'Ответ',
  'Статус',
  'Тональность',
]
const topic = () => work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!
const rowOf = (index: number, more: Readonly<Record<string, string>> = {}) => {
  const row: Readonly<Record<string, string>> = {
    ...{ Номер: `00-${index}`, ФИО: 'Зара Иванова', Подкатегория: topic().name.ru!, Район: 'Грозный' },
    ...{ Суть: index === 1 ? '=1+1 ям во дворе' : `Не горит фонарь у дома ${index}.`, Этап: 'Координация' },
    ...{ 'Срок исполнения': '16.03.2026', Тональность: 'негатив' },
    ...more,
  }
  return head.map((heading) => row[heading] ?? '')
}
const csvOf = (rows: readonly string[][]) => Buffer.from(stringify([head, ...rows], { delimiter: ';', bom: true }))
const whole = () => Array.from({ length: ROWS }, (_, index) => rowOf(index + 1))

/** Sends the form with a file, as a browser would, and follows where it leads. */
async function upload(
  who: Console,
  bytes: Buffer,
  file: string,
  fields: Readonly<Record<string, string>>,
): Promise<Page> {
  const page = await who.open('imports')
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(page.html) ?? []
  const body = new FormData()
  for (const [name, value] of Object.entries({ token, ...fields })) body.append(name, value)
  body.append('file', new Blob([new Uint8Array(bytes)]), file)
  const headers = { Cookie: who.cookie }
  const reply = await fetch(`${work.engine.apiUrl}/console/imports`, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
  })
  const location = reply.headers.get('location')
  if (location) return who.open(location.replace(/^.*\/console\//, ''))
  return { url: reply.url, status: reply.status, html: await reply.text() }
}
const own = { name: 'Решаем вместе', channel: 'pos' }
const again = { source: 'reshaem-vmeste' }
const take = (page: Page, values: Readonly<Record<string, string>> = {}) => operator.send(page, 'value="take"', values)
/** Until every part is done, as the page's script would. */
async function takeAll(page: Page, values: Readonly<Record<string, string>> = {}): Promise<Page> {
  let shown = await take(page, values)
  while (shown.html.includes('data-goes-on')) shown = await take(shown)
  return shown
}
async function reportOf({ url }: Page): Promise<string[][]> {
  const path = url.replace(/^.*\/console\//, '').replace(/\?.*/, '')
  const { html } = await operator.open(`${path}/report`)
  const table = await readTable(Buffer.from(html), { contacts: false })
  return 'fault' in table ? [] : table.rows.map(({ cells }) => [...cells])
}
async function casesThere(): Promise<number> {
  let count = 0
  let start: Record<string, unknown> | undefined
  do {
    const page = await work.document.send(
      new ScanCommand({
        TableName: work.tableName,
        FilterExpression: 'begins_with(pk, :case) AND sk = :snapshot',
        ExpressionAttributeValues: { ':case': 'C#', ':snapshot': 'S' },
        Select: 'COUNT',
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    count += page.Count ?? 0
    start = page.LastEvaluatedKey
  } while (start)
  return count
}
const said = ({ html }: Page, name: string) => new RegExp(`<dt>${name}</dt><dd>(\\d+)</dd>`).exec(html)?.[1]

describe('a table of another system', () => {
  let mapped: Page

  it('asks once what its columns mean, with what their headings say chosen already, and leaves out who wrote', async () => {
    const page = await upload(operator, csvOf(whole()), 'ноябрь.csv', own)
    expect([page.status, page.html.includes('Столбцы о жителях не взяты: ФИО.')]).toEqual([200, true])
    const chosen = (field: string) =>
      new RegExp(`<select id="column-${field}".*?</select>`, 's')
        .exec(page.html)![0]
        .match(/<option[^>]* selected="">([^<]+)/)?.[1]
    expect(['number', 'stage', 'answer', 'text'].map(chosen)).toEqual(['Номер', 'Этап', 'Ответ', undefined])
    const missing = await operator.send(page, 'value="columns"', columnsOf(page))
    expect([missing.status, missing.html.includes('Без этого столбца строки не станут сообщениями')]).toEqual([
      422,
      true,
    ])
    mapped = await operator.send(page, 'value="columns"', { ...columnsOf(page), 'column-text': '3' })
    expect(mapped.html).toContain(`новых: ${ROWS} · обновим: 0 · без изменений: 0 · с ошибками: 0`)
    expect(await casesThere()).toBe(0)
    const { Items: kept = [] } = await work.document.send(
      new ScanCommand({
        TableName: work.tableName,
        FilterExpression: 'begins_with(pk, :own)',
        ExpressionAttributeValues: { ':own': 'B#' },
      }),
    )
    expect(JSON.stringify(kept)).toContain('Не горит фонарь у дома 7.')
    expect(JSON.stringify(kept)).not.toContain('Зара')
  })

  it('ushahidi#1843, alga-psa#1232, ultra-tracker#325: every row is one case, pressed twice, cut off, renamed and sent again', async () => {
    await Promise.all([take(mapped), take(mapped)])
    const path = mapped.url.replace(/^.*\/console\//, '')
    const begun = await operator.open(path)
    const done = begun.html.includes('data-goes-on') ? await takeAll(begun) : begun
    expect(done.html).toContain('Таблица загружена')
    expect(await casesThere()).toBe(ROWS)
    // Cut off after the cases were made and before that was noted: the part is done anew, and finds all as it was.
    const { Items: parts = [] } = await work.document.send(
      new ScanCommand({
        TableName: work.tableName,
        FilterExpression: 'begins_with(sk, :done)',
        ExpressionAttributeValues: { ':done': 'DONE#' },
      }),
    )
    expect(parts).toHaveLength(2)
    const { pk, sk } = parts[0] as { pk: string; sk: string }
    await work.document.send(new DeleteCommand({ TableName: work.tableName, Key: { pk, sk } }))
    const resumed = await take(await operator.open(path))
    expect([resumed.html.includes('Таблица загружена'), await casesThere()]).toEqual([true, ROWS])
    const renamed = await upload(operator, csvOf(whole()), 'ещё раз.csv', again)
    expect(renamed.html).toContain(`новых: 0 · обновим: 0 · без изменений: ${ROWS}`)
    const repeated = await takeAll(renamed)
    expect([said(repeated, 'без изменений'), await casesThere()]).toEqual([String(ROWS), ROWS])
    await work.engine.idle()
  })

  it('a changed row brings up to date what is known; rows with mistakes are named, and the rest is taken only if chosen', async () => {
    const rows = [
      rowOf(1, { Этап: 'Исполнение', Статус: 'У исполнителя' }),
      rowOf(2),
      rowOf(31, { 'Срок исполнения': 'скоро' }),
      rowOf(32),
    ]
    const page = await upload(operator, csvOf(rows), 'декабрь.csv', again)
    expect(page.html).toContain('новых: 1 · обновим: 1 · без изменений: 1 · с ошибками: 1')
    expect(page.html).toContain('«Срок исполнения»: «скоро» — не дата.')
    const refused = await take(page)
    expect([refused.status, await casesThere()]).toEqual([422, ROWS])
    const done = await takeAll(page, { 'skip-wrong': 'yes' })
    expect([said(done, 'новое сообщение'), said(done, 'сведения обновлены'), await casesThere()]).toEqual([
      '1',
      '1',
      ROWS + 1,
    ])
    const report = await reportOf(done)
    expect(report.map((cells) => [cells[0], cells[2]])).toEqual([
      ['2', 'сведения обновлены'],
      ['3', 'без изменений'],
      ['4', 'ошибка, не берём'],
      ['5', 'новое сообщение'],
    ])
    const id = report[0]![3]!
    const shown = await operator.open(`cases/${id}`)
    for (const fact of [
      '00-1',
      'У исполнителя',
      'Исполнение',
      '16 марта',
      'Сведения из системы-источника',
      '«Решаем вместе»',
    ])
      expect(shown.html).toContain(fact)
    const { history, channel, status } = (await work.get(id)) as never as {
      history: object[]
      channel: string
      status: string
    }
    // What officials know of it, its sender is not told.
    expect([channel, status, JSON.stringify(history).includes('source_noted')]).toEqual(['pos', 'assigned', false])
  })

  it('B9: each row that made or changed a case is noted with who did it, and so are upload, import and export', async () => {
    const { Items: entries = [] } = await work.document.send(
      new QueryCommand({
        TableName: work.tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'J#2026-03-02' },
      }),
    )
    const by = work.region.operators[0]!.id
    const changed = entries.filter(({ what, about }) => what === 'case changed' && String(about).includes(', table '))
    expect([changed.length, new Set(changed.map(({ who }) => who as string))]).toEqual([ROWS + 2, new Set([by])])
    expect(entries.filter(({ what }) => what === 'table imported').length).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify(entries)).not.toMatch(/Зара|фонарь/)
  })

  it('osTicket#3767: answers go back in the same columns, nothing is a formula, and coming in again it changes nothing', async () => {
    for (const as of ['csv', 'xlsx']) {
      const headers = { Cookie: operator.cookie }
      const reply = await fetch(
        `${work.engine.apiUrl}/console/imports/reshaem-vmeste/answers?since=2026-03-01&as=${as}`,
        { headers },
      )
      const bytes = Buffer.from(await reply.arrayBuffer())
      expect([reply.status, reply.headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="reshaem-vmeste-2026-03-02.${as}"`,
      ])
      if (as === 'csv') expect(bytes.toString()).toContain(`;'=1+1 ям во дворе;`)
      const table = await readTable(bytes, { contacts: true })
      if ('fault' in table) throw new Error(table.fault)
      expect([table.headings, table.rows.length]).toEqual([head.filter((name) => name !== 'ФИО'), ROWS + 1])
      const first = Object.fromEntries(table.headings.map((name, index) => [name, table.rows[0]!.cells[index]]))
      expect(first).toEqual({
        ...{
          Номер: '00-1',
          Подкатегория: topic().name.ru,
          Район: 'город Грозный',
          Суть: '=1+1 ям во дворе',
          Этап: 'Исполнение',
        },
        ...{ 'Срок исполнения': '16.03.2026 23:59', Ответ: '', Статус: 'передано, ждёт принятия', Тональность: '' },
      })
    }
    const none = await operator.open('imports/reshaem-vmeste/answers?as=csv')
    expect([none.status, (await operator.open('imports/other/answers?since=2026-03-01')).status]).toEqual([422, 404])
  })

  it('A11: it is operators’ and administrators’ alone, in every step of it; administrators read no case back', async () => {
    expect((await moderator.open('imports')).status).toBe(403)
    expect((await moderator.open(mapped.url.replace(/^.*\/console\//, ''))).status).toBe(403)
    expect((await administrator.open('imports')).html).toContain('Загрузить таблицу')
    expect((await administrator.open(mapped.url.replace(/^.*\/console\//, ''))).status).toBe(404)
    expect((await administrator.open('imports/reshaem-vmeste/answers?since=2026-03-01')).status).toBe(403)
    const strange = await fetch(`${work.engine.apiUrl}/console/imports`, {
      method: 'POST',
      body: new FormData(),
      redirect: 'manual',
    })
    expect([strange.status, strange.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('/console/sign-in?to=imports'),
    ])
  })

  it('is refused in plain words where it is none, and keeps what was chosen', async () => {
    const broken = await upload(operator, Buffer.from('PK\u0003\u0004'), 'a.xlsx', own)
    expect([broken.status, broken.html.includes('Файл не читается')]).toEqual([422, true])
    const near = await upload(operator, csvOf(whole()), 'a.csv', { name: 'решаем вместе', channel: 'pos' })
    expect([near.status, near.html.includes('уже есть: «Решаем вместе»')]).toEqual([422, true])
    const nameless = await upload(operator, csvOf(whole()), 'a.csv', { contacts: 'yes' })
    expect([nameless.status, nameless.html.includes('name="contacts" value="yes" checked=""')]).toEqual([422, true])
  })
})

/** The columns as the form has them chosen. */
function columnsOf({ html }: Page): Record<string, string> {
  const selects = html.match(/<select id="column-[\s\S]*?<\/select>/g) ?? []
  return Object.fromEntries(
    selects.map((select) => [
      /name="([^"]+)"/.exec(select)![1]!,
      /value="([^"]*)" selected=""/.exec(select)?.[1] ?? '',
    ]),
  )
}
