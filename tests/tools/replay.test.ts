// A replay at the pace of a real day: the plan, the meanings of columns and the backlog, each worked out by hand.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { answersOf, sparedLines } from '../../tools/replay/answers.ts'
import { backlogLines, stretches } from '../../tools/replay/backlog.ts'
import type { CaseView } from '../../tools/replay/client.ts'
import { pacedRows } from '../../tools/replay/pace.ts'
import { isSettled, reportLines } from '../../tools/replay/report.ts'
import { backlogPicture } from '../../tools/replay/picture.ts'
import { parseMapping, readRows, type Row } from '../../tools/replay/rows.ts'

const file = join(mkdtempSync(join(inject('stackFolder'), 'replay-')), 'day.csv')
writeFileSync(
  file,
  'at,type,detail,place\n2026-03-02T10:01:00Z,Яма,глубокая,Север\n2026-03-02T10:00:00Z,Шум,,Юг\n2026-03-02T11:00:00Z,Лес,,Юг\n',
)
const mapping = parseMapping('text=type+detail,topic=type,municipality=place')
const values = { topic: { Яма: 'roads.pothole' }, municipality: { Юг: 'south' } }

it('columns are joined, and a table of values says what they mean; what is not in it is left out', () => {
  const [first, second] = readRows(file, mapping, values).map(({ message }) => message)
  expect(first).toMatchObject({ text: 'Яма. глубокая', topic: 'roads.pothole', municipality: undefined })
  expect(second).toMatchObject({ text: 'Шум', topic: undefined, municipality: 'south' })
  expect(() => readRows(file, parseMapping('text=type+nothing'))).toThrow('no column "nothing"')
})

it('each row is posted when its own time has come, so many times as fast', () => {
  const plan = pacedRows(readRows(file, mapping), 'at', 60)
  expect(plan.map(({ row, after }) => [row.number, after])).toEqual([
    [2, 0],
    [1, 1_000],
    [3, 60_000],
  ])
  expect(() => pacedRows(readRows(file, mapping), 'type', 60)).toThrow('Row 1 has no time')
})

describe('citizens who are asked what is missing', () => {
  const view = (id: string, missing: CaseView['missing'], organisation: CaseView['organisation'] = null): CaseView => ({
    ...{ id, status: 'triage', topic: null, municipality: null, receivedAt: '', deadlines: [], notices: [] },
    ...{ missing, organisation },
  })
  const askedAt = '2026-03-02T10:00:00.000Z'
  const kursk = loadRegion('46')
  const place = { askedAt, topic: null, municipality: kursk.municipalities }
  const topics = [{ id: 'roads.pothole' }, { id: 'utilities.manhole' }]
  const row = (number: number, responsible = '', topic = ''): Row => ({
    ...{ number, key: String(number), message: { text: '' }, columns: { responsible, topic } },
  })

  it('answer in the share that is asked for, with one of the choices', () => {
    const posted = [1, 2, 3, 4].map((number) => ({ row: row(number), view: view(String(number), place) }))
    const [second, fourth] = [2, 4].map((number) => kursk.municipalities[number]!.id)
    expect(answersOf([{ row: row(9), view: view('9', null) }, ...posted], 0.5)).toEqual([
      ['2', { askedAt, municipality: second }],
      ['4', { askedAt, municipality: fourth }],
    ])
    expect(answersOf([{ row: row(3), view: view('3', { ...place, topic: topics }) }], 1)).toEqual([
      ['3', { askedAt, topic: 'utilities.manhole', municipality: kursk.municipalities[3]!.id }],
    ])
  })

  it('say what the columns of a labelled file say, and nothing where these do not tell', () => {
    const posted = ['Администрация г. Обояни', 'Никто'].map((body, number) => {
      return { row: row(number, body), view: view(body, place) }
    })
    expect(answersOf(posted, 1, kursk)).toEqual([['Администрация г. Обояни', { askedAt, municipality: 'oboyan' }]])
  })

  it('spare a person so many cases', () => {
    const office = { id: 'office', name: {} }
    const before = [view('1', null, office), view('2', place), view('3', place), view('4', null)]
    const after = [before[0]!, view('2', null, office), view('3', null), before[3]!]
    expect(sparedLines(before, after, 2)).toEqual([
      'What is missing, asked of the citizens',
      '                                 before    after',
      '  routed without a person             1        2',
      '  waits for an operator               3        2',
      '  asked what is missing               2        0',
      '  2 answered; a person was spared 1 cases of 3',
    ])
  })
})

it('a case that an answer routed has come to rest once those who have it now are told', () => {
  const notice = { seq: 2, recipient: 'citizen', kind: 'received', status: 'sent', endedAt: null, attempts: 1 }
  const routed: CaseView = {
    ...{ id: '1', status: 'assigned', topic: null, municipality: null, receivedAt: '', deadlines: [], missing: null },
    ...{ organisation: { id: 'office', name: {} }, notices: [notice] },
  }
  expect(isSettled(routed)).toBe(false)
  expect(isSettled({ ...routed, notices: [notice, { ...notice, kind: 'work' }] })).toBe(true)
  expect(isSettled({ ...routed, status: 'triage', organisation: null })).toBe(true)
})

describe('the backlog', () => {
  const at = (seconds: number) => new Date(Date.parse('2026-03-02T10:00:00Z') + seconds * 1000).toISOString()
  const oneCase = (received: number, ...ended: (number | null)[]): CaseView => ({
    ...{ id: String(received), status: 'assigned', topic: null, municipality: null, organisation: null, deadlines: [] },
    missing: null,
    receivedAt: at(received),
    notices: ended.map((end, seq) => ({
      ...{ seq, recipient: 'r', kind: 'work', status: 'sent', attempts: 1 },
      endedAt: end === null ? null : at(end),
    })),
  })
  const cases = [oneCase(0, 10), oneCase(5, 6, 20), oneCase(8, 9), oneCase(70, 71), oneCase(75, null)]

  it('counts a case from its message to the last of its first mails', () => {
    expect(stretches(cases, 60_000)).toEqual([
      { from: 0, received: 3, peakPerMinute: 3, backlogMax: 3, p50: 10_000, p95: 15_000, max: 15_000 },
      { from: 60_000, received: 2, peakPerMinute: 2, backlogMax: 1, p50: Infinity, p95: Infinity, max: Infinity },
    ])
  })

  it('is drawn as a table with bars and as a picture', () => {
    const all = stretches(cases, 60_000)
    expect(backlogLines(all, 60)[1]).toMatch(/^ {2}00 +3 +3 +3 +10000 +15000 +15000 +█{40}$/)
    const picture = backlogPicture(all, 60, 'Пять сообщений')
    expect(picture.match(/<rect/g)!.length).toBe(3 + 2 * 2)
    expect(picture).toContain('Пять сообщений')
  })

  it('of nothing is nothing', () => {
    expect(stretches([], 60_000)).toEqual([])
  })
})

it('its table lists what is equally often by name, in whatever order it came', () => {
  const cases = ['yards', 'health', 'roads', 'roads'].map((topic) => ({
    ...{ id: topic, status: 'assigned', organisation: 'mayor', municipality: null, topic },
    ...{ notices: [], deadlines: [] },
  })) as unknown as CaseView[]
  const listed = (some: CaseView[]) => {
    const lines = reportLines({ entries: [], cases: some })
    return lines.slice(lines.indexOf('Routed by topic') + 1).slice(0, 3)
  }
  const sorted = ['       2  roads', '       1  health', '       1  yards']
  expect([listed(cases), listed(cases.toReversed())]).toEqual([sorted, sorted])
})
