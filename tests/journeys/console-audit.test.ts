// What administrators see: who opened which case and changed it, by person, case, act and days; the keys of integrators, made and taken back there.
// What cannot be noted is neither shown nor done.
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { modelKeys } from '../../functions/store/table.ts'
import type { Page } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const person = (id: string) => ({ id, name: `Сотрудник ${id}`, email: `${id}@staff.example` })
const GROUND = 'off topic'
const change = (region: RegionAtWork['region']) => ({
  ...region,
  analysts: [person('analyst')],
  administrators: [person('administrator')],
})

let work: RegionAtWork
let operator: Console
let analyst: Console
let administrator: Console
let id: string
let who: string

const submit = async (text: string) =>
  (
    (await (await work.post({ text, author: { name: 'Заира Гражданская', email: 'z@example.org' } })).json()) as {
      id: string
    }
  ).id
/** The rows of the page: person, act, case and more. */
const entriesIn = ({ html }: Page) =>
  [...html.matchAll(/<tr><td data-label="Когда">[^<]*<\/td>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>([^<]*)</g)].map(([, cell = '']) => cell),
  )
const audit = async (query = '') => entriesIn(await administrator.open(`audit${query && `?${query}`}`))

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', change)
  id = await submit('Что-то не так, помогите')
  await work.engine.idle()
  who = work.region.operators[0]!.name
  operator = await signIn(work, work.region.operators[0]!.email)
  analyst = await signIn(work, 'analyst@staff.example')
  administrator = await signIn(work, 'administrator@staff.example')
}, 90_000)
afterAll(() => work.end())

describe('the audit', () => {
  it('names who opened a case, changed it, took a list and was not allowed; and nothing of the citizen', async () => {
    const page = await operator.open(`cases/${id}`)
    await work.engine.advance(1_000)
    await operator.send(page, 'name="reject-reason"', {
      action: 'reject',
      'reject-ground': GROUND,
      'reject-reason': 'Это реклама.',
    })
    await work.engine.advance(1_000)
    await operator.open('table?list=open')
    await work.engine.advance(1_000)
    await analyst.open('queue?list=open')
    expect((await audit(`case=${id}&order=oldest`)).sort()).toEqual([
      // Those of one instant have no order.
      [who, 'изменил(а) сообщение', id, 'Reject'],
      [who, 'открыл(а) сообщение', id, '—'],
      [who, 'открыл(а) сообщение', id, '—'],
    ])
    expect(await audit('what=list+taken')).toEqual([[who, 'скачал(а) список', '—', 'queue?list=open, 0 × 8']])
    expect(await audit('what=refused')).toEqual([['Сотрудник analyst', 'не хватило прав', '—', 'GET queue']])
    const { html } = await administrator.open('audit')
    expect(html).not.toMatch(/Гражданская|z@example|помогите|реклама/)
  })

  it('is searched by person and days, and the search is noted', async () => {
    await audit(`who=analyst`)
    expect(await audit('who=analyst')).toEqual([['Сотрудник analyst', 'не хватило прав', '—', 'GET queue']])
    expect(await audit('from=2026-02-01&to=2026-03-01')).toEqual([])
    expect((await audit('what=audit+searched&who=administrator')).length).toBeGreaterThan(3)
    for (const query of ['what=everything', 'case=all', 'from=2026-03-05&to=2026-03-01', 'after=J', 'all=yes'])
      expect([query, (await administrator.open(`audit?${query}`)).status]).toEqual([query, 400])
  })
})

describe('keys of integrators', () => {
  const make = async (page: Page, kind = 'live') => {
    const { id: integrator } = work.region.integrators.find((one) => one.id === 'portal')!
    return administrator.send(page, 'name="kind"', { integrator, kind, name: 'Проба' })
  }
  const keyIn = ({ html }: Page) => /<code class="key">([^<]+)</.exec(html)?.[1]
  const opens = async (key: string | undefined) =>
    (await fetch(`${work.engine.apiUrl}/v1/cases`, { headers: { Authorization: `Bearer ${key}` } })).status
  const idsIn = ({ html }: Page) => [...html.matchAll(/<h3><code>(\w+)<\/code>/g)].map(([, one]) => one!)
  const act = (page: Page, one: string, action: string) =>
    administrator.send(page, `keys/${one}`, { action, sure: 'yes' })

  it('are made, shown once, and open the API; the same form again makes none', async () => {
    const page = await administrator.open('keys')
    const made = await make(page)
    const key = keyIn(made)
    expect([made.status, await opens(key)]).toEqual([200, 200])
    expect((await administrator.open('keys')).html).not.toContain(key)
    const again = await make(page)
    expect([again.status, keyIn(again), idsIn(again).length]).toEqual([409, undefined, 1])
  })

  it('are replaced, the old one for a while beside the new; revoked, they open nothing', async () => {
    const page = await administrator.open('keys')
    const [old = ''] = idsIn(page)
    const rotated = await act(page, old, 'rotate')
    const key = keyIn(rotated)
    expect([rotated.status, await opens(key), idsIn(rotated).length]).toEqual([200, 200, 2])
    const [, fresh = ''] = idsIn(rotated)
    const unsure = await administrator.send(await administrator.open('keys'), `keys/${fresh}`, { action: 'revoke' })
    expect([unsure.status, await opens(key)]).toEqual([422, 200])
    const revoked = await act(await administrator.open('keys'), fresh, 'revoke')
    expect([revoked.status, await opens(key)]).toEqual([200, 401])
    const taken = (await audit()).filter(([, what]) => what?.includes('ключ')).sort()
    expect(taken).toEqual([
      ['Сотрудник administrator', 'заменил(а) ключ', '—', old],
      ['Сотрудник administrator', 'отозвал(а) ключ', '—', fresh],
      ['Сотрудник administrator', 'создал(а) ключ', '—', 'portal live'],
    ])
  })
})

describe('where the audit cannot be written', () => {
  it('a case is not shown, not changed, and a list is not given', async () => {
    const folder = join(work.dataDir, 'without-audit')
    cpSync(inject('assembly'), folder, { recursive: true })
    for (const name of globSync('*.template.json', { cwd: folder })) {
      const file = join(folder, name)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"J#*"', '"nothing*"'))
    }
    const other = await regionAtWork('2026-03-02T07:00:00Z', change, true, folder)
    try {
      const { id: caseId } = (await (await other.post({ text: 'Что-то не так' })).json()) as { id: string }
      await other.engine.idle()
      const console = await signIn(other, other.region.operators[0]!.email)
      const shown = await console.open(`cases/${caseId}`)
      expect([shown.status, shown.html.includes('Что-то не так')]).toEqual([500, false])
      expect((await console.open('table?list=open')).status).toBe(500)
      const { length } = (await other.get(caseId)).history
      const form = await console.open('queue?list=triage')
      const [, token = ''] = /name="token" value="([^"]+)"/.exec(form.html) ?? []
      const reply = await fetch(`${other.engine.apiUrl}/console/cases/${caseId}`, {
        method: 'POST',
        headers: { Cookie: console.cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          token,
          nonce: 'A'.repeat(16),
          action: 'reject',
          'reject-ground': GROUND,
          'reject-reason': 'Реклама',
          assignment: '0',
        }),
        redirect: 'manual',
      })
      expect([reply.status, (await other.get(caseId)).history.length]).toEqual([500, length])
    } finally {
      await other.end()
    }
  }, 60_000)
})

describe('models of routing', () => {
  const model = (version: string, day: number) => ({
    version,
    parts: 1,
    digest: '',
    putAt: `2026-03-0${day}T03:00:00.000Z`,
  })
  const noted = {
    ...{
      week: '2026-W09',
      at: '2026-03-01T03:00:00.000Z',
      outcome: 'promoted',
      learned: 412,
      unseen: 80,
      candidate: 'bbb',
    },
    ...{ current: 'aaa', topics: { rows: 80, current: 40, candidate: 55, better: 20, worse: 5 }, chance: 0.002 },
  }

  it('are shown with what came of each week; one tick goes back, noted, and the same form again does nothing', async () => {
    const [one, two] = [model('aaa', 1), model('bbb', 2)]
    const head = { ...two, before: one, kept: [two, one] }
    for (const Item of [
      { ...modelKeys.head, head },
      { ...modelKeys.week(noted.week), noted },
    ])
      await work.document.send(new PutCommand({ TableName: work.tableName, Item }))
    const page = await administrator.open('models')
    expect(page.html).toMatch(/<code>bbb<\/code> \(работает сейчас\)[\s\S]*Обучена на неделе 2026-W09, сообщений: 412/)
    expect(page.html).toContain(
      'Тема верна из 80: новая 55, aaa 40. Верна только новая: 20, только прежняя: 5; случайно так бывает в 0.2 %.',
    )
    expect((await administrator.send(page, 'value="aaa"', { to: 'aaa' })).status).toBe(422)
    const back = await administrator.send(page, 'value="aaa"', { to: 'aaa', sure: 'yes' })
    expect(back.html).toMatch(/Модель возвращена[\s\S]*<code>aaa<\/code> \(работает сейчас\)/)
    expect((await administrator.send(page, 'value="aaa"', { to: 'aaa', sure: 'yes' })).status).toBe(409)
    expect(await audit('what=model+changed')).toEqual([
      ['Сотрудник administrator', 'вернул(а) другую модель', '—', 'bbb → aaa'],
    ])
  })
})
