// The operators' desk of a replay: key presses counted by hand in the form's own lists, what was offered read from events as the table keeps them, and a
// file that is replayed before and after a model was put into a running region.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import type { Suggestion } from '../../functions/routing/routing.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { isInHalf } from '../../tools/learning/halves.ts'
import { deskCaseOf, deskFigures, deskLines } from '../../tools/replay/desk.ts'
import { pressesByHand, pressesFor } from '../../tools/replay/presses.ts'
import { inventModel } from '../learning/invented-model.ts'
import { inventMessages } from '../learning/invented-messages.ts'
import { type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'

const named = (id: string, ru: string, more: object = {}) => ({ id, name: { ru }, ...more })
const region = {
  ...loadRegion('95'),
  languages: ['ru'],
  topicGroups: [named('roads', 'Дороги')],
  topics: [named('roads.hole', 'Ямы'), named('roads.patch', 'Ямочный ремонт'), named('roads.light', 'Светофор')],
  municipalities: [named('groznyy', 'Грозный'), named('argun', 'Аргун'), named('gudermes', 'Гудермес')],
  organisations: [
    named('ministry', 'Минтранс', { kind: 'regional' }),
    named('mayor', 'Мэрия Гудермеса', { kind: 'municipality', municipality: 'gudermes' }),
    named('town', 'Мэрия Грозного', { kind: 'municipality', municipality: 'groznyy' }),
  ],
  routes: [
    { topics: ['roads.hole'], municipalities: ['*'], organisation: 'municipality' },
    { topics: ['roads.*'], municipalities: ['*'], organisation: 'ministry' },
  ],
  routing: { ...loadRegion('95').routing, modes: { '*': 'suggest' } },
} as unknown as Region
const hole = { topic: 'roads.hole', organisation: 'mayor' }
const light = { topic: 'roads.light', organisation: 'ministry' }

describe('key presses', () => {
  // A list costs the way to it and letters (with arrows) until it has come to the name; whoever the routes name is one arrow; then it is sent.
  it.each([
    ['nothing shown: "я", "гу", the routes', {}, hole, 1 + 1 + (1 + 2) + (1 + 1) + 1],
    ['the place is shown', { municipality: 'gudermes' }, hole, 1 + 1 + (1 + 1) + 1],
    ['the topic, too', { municipality: 'gudermes', topic: 'roads.hole' }, hole, 1 + 1 + 1],
    ['"я" and an arrow; a region’s body has no place', {}, { ...light, topic: 'roads.patch' }, 1 + 2 + (1 + 1) + 1],
    ['whom no route names: "мэ" in the list', {}, { ...light, organisation: 'mayor' }, 1 + 1 + (1 + 2) + (1 + 2) + 1],
  ])('by hand, %s', (_, shown, truth, presses) => {
    expect(pressesByHand(region, shown, truth)).toBe(presses)
  })

  it.each([
    ['its number, and sent', [hole, light], false, 2],
    ['chosen beforehand, sent', [light, hole], true, 1],
    ['another was chosen beforehand', [hole, light], true, 2],
    ['not among them, by hand', [hole], true, 1 + 1 + (1 + 1) + 1],
  ])('by a ready choice, %s', (_, choices, isFirstChosen, presses) => {
    expect(pressesFor(region, { choices, isFirstChosen }, light)).toBe(presses)
  })
})

const by = { role: 'system' } as const
const fileOf = (...events: readonly object[]) =>
  ({ state: initialCase('95-1'), events: events as CaseEvent[], personal: new Map() }) as unknown as CaseFile
const triaged = (suggestions: readonly Partial<Suggestion>[], more: object = {}) =>
  fileOf({ type: 'received' }, { type: 'triaged', by, why: 'unsure', because: [], suggestions, ...more })
const assigned = (to: object) => fileOf({ type: 'assigned', by, ...to, because: [] })

it('what routing did and offered is read from events, beside the labels', () => {
  const model = 'v1'
  const label = { took: 'unasked', model }
  const offered = [{ ...light, sure: 0.9, found: [] }, { ...hole, sure: 0.1, found: [] }] // prettier-ignore
  const cases = [
    deskCaseOf(region, assigned({ ...light, label }), light),
    deskCaseOf(region, assigned({ ...light, label }), hole),
    deskCaseOf(region, triaged(offered, { model }), light),
    deskCaseOf(region, triaged(offered, { model }), hole),
    deskCaseOf(region, triaged([], { municipality: 'gudermes' }), hole),
    deskCaseOf(region, triaged(offered, { model }), { topic: 'roads.light' }),
    // A person took the second choice: what was offered before says how it came to them.
    deskCaseOf(
      region,
      fileOf(...triaged(offered, { model }).events, { type: 'assigned', by: { role: 'operator' }, ...hole }),
      hole,
    ),
  ]
  expect(cases.map((one) => one.model)).toEqual(['v1', 'v1', 'v1', 'v1', undefined, 'v1', 'v1'])
  const [lightByHand, holeByHand, holePlaced] = [5, 8, 5]
  const figures = deskFigures(region, cases)
  expect(figures).toEqual({
    ...{ cases: 7, routed: 2, routedOrganisation: 1, routedTopic: 1 },
    ...{ waits: 5, offeredOrganisation: 3, offeredTopic: 4, offeredBoth: 3, chosen: 4, chosenBoth: 1, judged: 6 },
    byHand: 2 * lightByHand + 3 * holeByHand + holePlaced,
    presses: 0 + holeByHand + 1 + 2 + holePlaced + 2,
  })
  const lines = deskLines([
    { name: 'key-words', figures: deskFigures(region, []) },
    { name: model, figures },
  ])
  expect(lines[3]).toMatch(/^ {2}routed without a person +0 \(–\) +2 \(28\.6 %\)$/)
  expect(lines.at(-1)).toMatch(/^ {2} {2}saved +0 \(–\) +21 \(53\.8 %\)$/)
})

it('each text is in one half, with every seed, and both halves are about as large', () => {
  const texts = Array.from({ length: 400 }, (_, at) => `Яма ${at}`)
  const halfOf = (seed: number) => texts.filter((text) => isInHalf(text, 'a', seed))
  for (const text of texts) expect(isInHalf(` ${text}`, 'b', 1)).toBe(!isInHalf(text, 'a', 1))
  expect(halfOf(1).length).toBeGreaterThan(150)
  expect(halfOf(1).length).toBeLessThan(250)
  expect(halfOf(2)).not.toEqual(halfOf(1))
  expect(texts.every((text) => isInHalf(text, undefined, 1))).toBe(true)
})

describe('a file that is replayed before and after', () => {
  let work: RegionAtWork
  let home: string
  beforeAll(async () => {
    work = await regionAtWork('2026-03-02T07:00:00Z')
    home = mkdtempSync(join(tmpdir(), 'otklik-desk-'))
    mkdirSync(join(home, '.otklik'))
    symlinkSync(work.dataDir, join(home, '.otklik', '95'))
    writeFileSync(join(home, 'learned.model'), inventModel(work.region, 600, 1))
    const messages = inventMessages(work.region, 24, 9).map(({ text, labels }) => {
      const { name } = work.region.organisations.find(({ id }) => id === labels.organisation) ?? {}
      return { text, topic: labels.topic, responsible: name?.['ru'] ?? '' }
    })
    writeFileSync(join(home, 'some.csv'), stringify(messages, { header: true }))
  }, 60_000)
  afterAll(async () => {
    await work.end()
    rmSync(home, { recursive: true })
  })

  const run = async (tool: string, ...args: string[]) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', resolve(`tools/${tool}.ts`), ...args],
      { cwd: home },
    )
    return stdout
  }
  const replay = () =>
    run(
      'replay',
      ...['some.csv', '--key', work.key, '--url', work.engine.apiUrl, '--labels', '95', '--desk', '--half', 'b'],
    )
  const cellsOf = (report: string, name: string) =>
    report
      .split('\n')
      .find((line) => line.trim().startsWith(name))!
      .trim()
      .slice(name.length)
      .trim()
      .split(/ {2,}/)

  it('has a column for key words, and one for the model', async () => {
    const before = await replay()
    expect(cellsOf(before, "On the operators' desk")).toEqual([', beside the columns of the file'])
    const [messages] = cellsOf(before, 'messages')
    expect(Number(messages)).toBeGreaterThan(4)
    await run('model', 'put', 'learned.model', '--region', '95')
    await work.engine.advance(5 * 60_000)
    const after = await replay()
    expect(after).toMatch(/^ +key-words +v$/m)
    for (const name of ['messages', 'routed without a person', 'right topic among five offered', 'saved'])
      expect([name, cellsOf(after, name)[0]]).toEqual([name, cellsOf(before, name)[0]])
    expect(cellsOf(after, 'messages')).toEqual([messages, messages])
    const shares = (name: string) => cellsOf(after, name).map((cell) => Number(/\(([\d.]+) %\)/.exec(cell)?.[1]))
    const [withWords, withModel] = shares('right topic among five offered')
    expect(withModel).toBeGreaterThan(withWords!)
    // Once more: nothing is posted, and the same table is printed.
    expect(await replay()).toBe(after)
  })
})
