// A model that is put into a running region, without a deployment: what key words do not know is suggested or routed, a person decides by one
// tick, and one command goes back. Its messages are invented.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { labelCounts } from '../../functions/statistics/labels.ts'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { inventModel } from '../learning/invented-model.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const FIVE_MINUTES = 5 * 60_000
let work: RegionAtWork
let home: string
let analyst: Console

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => ({
    ...region,
    analysts: [{ id: 'analyst', name: 'Аналитик', email: 'analyst@staff.example' }],
  }))
  analyst = await signIn(work, 'analyst@staff.example')
  home = mkdtempSync(join(tmpdir(), 'otklik-model-'))
  mkdirSync(join(home, '.otklik'))
  symlinkSync(work.dataDir, join(home, '.otklik', '95'))
  writeFileSync(join(home, 'learned.model'), inventModel(work.region, 600, 1))
}, 60_000)
afterAll(async () => {
  await work.end()
  rmSync(home, { recursive: true })
})

const model = async (...args: string[]) => {
  const said = execFileSync(process.execPath, [resolve('tools/model.ts'), ...args, '--region', '95'], {
    encoding: 'utf8',
    cwd: home,
  })
  await work.engine.advance(FIVE_MINUTES)
  return said
}
let written = 0
const submit = async (text: string) => {
  const author = { email: `citizen-${(written += 1)}@example.org` }
  const { id } = (await (await work.post({ author, text })).json()) as { id: string }
  await work.engine.idle()
  return id
}
/** No key word of the region's file is in it. */
const UNKNOWN = 'В городе Грозном водители объезжают по встречной, пробил колесо, подвеска разбита.'
const triageOf = async (id: string) => {
  const all = await work.mails(work.region.operators)
  const mail = all.findLast(({ subject }) => subject.includes(id))!
  return { mail, page: await open(linkIn(mail.text, '/r/', work.engine.apiUrl)) }
}
const offered = (html: string) =>
  [...html.matchAll(/name="ready" value="([^"]*)"[^>]*\/><span>([^<]*)/g)].map(([, value, label]) => ({
    value: value!,
    label: label!,
  }))

it('without one, what has no key word is for a person to read', async () => {
  expect(await model('show')).toBe('Routing works without a model.\n')
  const { page } = await triageOf(await submit(UNKNOWN))
  expect(offered(page.html)).toEqual([])
})

it('with one, the same message comes with whom it may go to, and one tick gives it there', async () => {
  expect(await model('put', 'learned.model')).toMatch(
    /^Routing works with model v since 2026-03-02T\S+, trained 2026-11-28T00:00:00Z on 0 messages\.\n$/,
  )
  const id = await submit(`${UNKNOWN} Помогите!`)
  const { mail, page } = await triageOf(id)
  const choices = offered(page.html)
  expect(choices.length).toBeGreaterThan(1)
  expect(choices.length).toBeLessThanOrEqual(5)
  const likely = choices.find(({ value }) => value.startsWith('roads.'))!
  expect(likely.label).toMatch(/→ .* · примерно \d+ % · «/)
  expect(mail.text).toMatch(/Возможно, это: .* → .*\./)
  await send(page, 'value="assign"', { action: 'assign', ready: likely.value })
  await work.engine.idle()
  expect((await work.get(id)).history.map(({ type, by }) => `${type} ${by}`).at(-1)).toBe('assigned operator')
})

it('with one, what it is sure of goes to whoever answers, who reads why', async () => {
  const id = await submit('В городе Грозном стоим по часу, пассажиры давятся, опаздываем на работу.')
  const { history, because } = (await work.get(id)) as unknown as {
    history: { type: string; by: string }[]
    because: { step: string }[]
  }
  expect(history.map(({ type, by }) => `${type} ${by}`).at(-1)).toBe('assigned system')
  expect(because.map(({ step }) => step)).toContain('model')
  const { responder } = work.region.organisations.find((one) => one.id === 'transport-ministry')!
  expect((await work.lastMail(responder.email)).text).toMatch(/Почему вам: .*«стоим».*\./)
})

/** What the analyst's file says of a version this month. */
const countsOf = async (version: string) => {
  const { html: csv } = await analyst.open('figures/choices-table')
  const rows = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
  const row = rows.find(([month, model]) => month === '2026-03' && model === version) ?? []
  return Object.fromEntries(labelCounts.map((name, at) => [name, Number(row[5 + at] ?? 0)]))
}

it('what people took of it, and what became of that, is counted for its version', async () => {
  const { page } = await triageOf(await submit(`${UNKNOWN} Снова пишу.`))
  const before = await countsOf('v')
  const second = offered(page.html)[1]!
  await send(page, 'value="assign"', { action: 'assign', ready: second.value })
  await work.engine.idle()
  const taken = await countsOf('v')
  expect(taken).toEqual({ ...before, offered: before.offered! + 1, among: before.among! + 1 })

  const id = /95-\d{6}-\w{5}/.exec(page.html)![0]
  const operator = await signIn(work, work.region.operators[0]!.email)
  const act = await operator.open(`cases/${id}/topic`)
  const other = work.region.topics.find((one) => one.id !== second.value.split(' ')[0] && !one.sensitive)!.id
  const looked = await operator.send(act, 'name="action"', { action: 'topic', topic: other })
  await operator.send(looked, 'id="preview"', { action: 'topic', topic: other })
  await work.engine.idle()
  expect(await countsOf('v')).toEqual({ ...taken, corrected: taken.corrected! + 1 })
  expect(before).toMatchObject({ offered: 1, among: 1, other: 0, corrected: 0, alone: 1, aloneChanged: 0 })

  expect((await operator.open('figures/choices')).status).toBe(403)
  expect((await analyst.open('figures')).html).toContain('/console/figures/choices"')
  const shown = await analyst.open('figures/choices')
  const [row] = [...shown.html.matchAll(/<th scope="row">2026-03<\/th>(.*?)<\/tr>/g)].map(([, cells]) => cells!)
  const cells = [...row!.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell]) => cell!)
  const { html: csv } = await analyst.open('figures/choices-table')
  expect(csv.slice(1).trimEnd().split('\r\n').slice(1)).toEqual([['2026-03', ...cells].join(';')])
  expect(cells.slice(0, 1).concat(cells.slice(2, 3))).toEqual(['v', '100'])
})

it('one command goes back, and it is as it was', async () => {
  expect(await model('off')).toBe('Routing works without a model.\nBefore it: v.\n')
  const { page } = await triageOf(await submit(`${UNKNOWN} Который раз пишу!`))
  expect(offered(page.html)).toEqual([])
  expect(await model('back')).toMatch(/^Routing works with model v .*\nBefore it: none\.\n$/)
})
