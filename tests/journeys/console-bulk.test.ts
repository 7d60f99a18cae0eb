// Acting on many cases of a list: what will happen is shown for each, each has its own result, one refusal stops nothing, and a form that is
// sent twice does it once.
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpack } from '../../functions/store/packed.ts'
import { clientAt } from '../../tools/region-client.ts'
import type { Page } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

let work: RegionAtWork
let operator: Console
let colleague: Console
let moderator: Console
let topic: string
let offices: RegionAtWork['region']['organisations']
beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  topic = work.region.topics.find((one) => !one.important && !one.season && !one.sensitive)!.id
  offices = work.region.organisations.filter(({ municipality }) => municipality)
  operator = await signIn(work, work.region.operators[0]!.email)
  colleague = await signIn(work, work.region.operators[1]!.email)
  moderator = await signIn(work, work.region.moderators[0]!.email)
}, 60_000)
afterAll(() => work.end())

let sent = 0
/** Cases that wait for an operator: their topic is known, their place is not. */
const waiting = async (count: number, more: object = { topic }) => {
  const messages = Array.from({ length: count }, () => ({
    ...{ text: `Не горит фонарь номер ${(sent += 1)}`, author: { email: `citizen-${sent}@example.org` } },
    ...more,
  }))
  const posted = await clientAt(work.engine.apiUrl, work.key).postMessages(
    messages.map((message, index) => ({ idempotencyKey: `bulk-${sent - index}`, message })),
  )
  await work.engine.idle()
  return posted.map(({ accepted }) => accepted!.id)
}
const ticked = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [`case-${id}`, 'yes']))
const begin = async (who: Console, act: string, ids: readonly string[], list = 'triage') =>
  who.send(await who.open(`queue?list=${list}`), 'name="act"', { act, ...ticked(ids) })
const plan = (who: Console, page: Page, values: Record<string, string>) => who.send(page, 'value="plan"', values)
/** What the last column says of each case. */
const resultsIn = ({ html }: Page) =>
  Object.fromEntries(
    [...html.matchAll(/<th scope="row">(?:<a[^>]*>)?(95-[\w-]+)(?:<\/a>)?<\/th><td>.*?<\/td><td>(.*?)<\/td>/gs)].map(
      ([, id, says]) => [id!, says!.replaceAll(/<[^>]+>/g, '')],
    ),
  )
/** How often something happened to each case. */
const happened = async (type: string) => {
  const counts = new Map<string, number>()
  let start: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await work.document.send(
      new ScanCommand({
        TableName: work.tableName,
        FilterExpression: 'begins_with(sk, :event) AND begins_with(pk, :case)',
        ExpressionAttributeValues: { ':event': 'E#', ':case': 'C#' },
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    const such = Items.filter(({ event }) => (unpack(event) as { type: string }).type === type)
    for (const { pk } of such) counts.set(String(pk).slice(2), (counts.get(String(pk).slice(2)) ?? 0) + 1)
    start = LastEvaluatedKey
  } while (start)
  return counts
}

describe('fifty cases, of which three cannot be done', () => {
  let good: string[]
  let unclear: string
  let changed: string
  const forged = '95-260302-ZZZZZ'
  let confirm: Page
  let result: Page
  beforeAll(async () => {
    good = await waiting(47)
    ;[changed] = (await waiting(1)) as [string]
    ;[unclear] = (await waiting(1, { text: 'Что-то не так, помогите' })) as [string]
  }, 120_000)

  it('each is told what will happen to it, or why it will not', async () => {
    const all = [...good, changed, unclear, forged]
    const list = await operator.open('queue?list=triage&tick=all')
    expect(list.html.match(/type="checkbox" name="case-[\w-]+" value="yes" checked/g)).toHaveLength(49)
    const fields = await begin(operator, 'assign', all)
    expect(fields.html).toContain('50 сообщений')
    confirm = await plan(operator, fields, { organisation: offices[0]!.id })
    const said = resultsIn(confirm)
    expect(Object.keys(said).sort()).toEqual(all.sort())
    expect(said[good[0]!]).toMatch(new RegExp(`^→ ${offices[0]!.name['ru']}. Тема: .+ Ответ до: .+марта`))
    expect([said[unclear], said[forged]].map((one) => one!.slice(0, 13))).toEqual(['Не получится.', 'Не получится.'])
    expect(confirm.html).toContain('Сделать: 48 сообщений')
    expect((await happened('assigned')).size).toBe(0)
  })

  it('those that can be done are done once, though the form is sent twice at once; the others say why', async () => {
    const theirs = await colleague.open(`cases/${changed}`)
    await colleague.send(theirs, 'name="organisation"', {
      ...{ action: 'assign', topic, municipality: offices[1]!.municipality!, organisation: offices[1]!.id },
    })
    const both = await Promise.all([1, 2].map(() => operator.send(confirm, 'value="do"')))
    result = both[0]!
    for (const page of both) {
      expect([page.status, /Сделано: (\d+) из (\d+)/.exec(page.html)?.slice(1)]).toEqual([200, ['47', '50']])
      const said = resultsIn(page)
      expect(good.map((id) => said[id])).toEqual(good.map(() => 'Сделано.'))
      expect(said[changed]).toContain('Его изменили, пока вы решали')
      expect(said[unclear]).toContain('Тема неизвестна')
      expect(said[forged]).toContain('нет среди ваших')
    }
    const counts = await happened('assigned')
    expect(good.map((id) => counts.get(id))).toEqual(good.map(() => 1))
    expect([counts.get(changed), counts.get(unclear)]).toEqual([1, undefined])
  })

  it('each change is noted with who made it, and as one of many', async () => {
    const { Items = [] } = await work.document.send(
      new ScanCommand({
        TableName: work.tableName,
        FilterExpression: 'begins_with(pk, :audit) AND contains(about, :many)',
        ExpressionAttributeValues: { ':audit': 'J#', ':many': 'one of many' },
      }),
    )
    expect(Items.map(({ caseId }) => String(caseId)).sort()).toEqual(good.toSorted())
    expect(new Set(Items.map(({ who, about }) => `${who} ${about}`)).size).toBe(1)
  })

  it('trying again touches the three that are left', async () => {
    expect(result.html).toContain('Повторить с остальными: 3')
    const fields = await operator.send(result, 'Повторить')
    const again = await plan(operator, fields, { organisation: offices[0]!.id, topic })
    expect(Object.keys(resultsIn(again)).sort()).toEqual([changed, unclear, forged].sort())
    const done = await operator.send(again, 'value="do"')
    expect(/Сделано: (\d+) из (\d+)/.exec(done.html)?.slice(1)).toEqual(['2', '3'])
    const counts = await happened('assigned')
    expect([...good, changed, unclear].map((id) => counts.get(id))).toEqual([...good.map(() => 1), 2, 1])
  })
})

describe('other acts', () => {
  it('reject: a ground of one’s own needs its words, and the citizen is told', async () => {
    const ids = await waiting(2)
    const fields = await begin(operator, 'reject', ids)
    const wrong = await plan(operator, fields, { ground: 'other', reason: '' })
    expect([wrong.status, wrong.html.includes('value="other" checked')]).toEqual([422, true])
    const confirm = await plan(operator, wrong, { ground: 'other', reason: 'Фонари чинят с утра.' })
    expect(Object.values(resultsIn(confirm))).toEqual(
      ids.map(() => 'Будет отклонено, житель узнает причину: Фонари чинят с утра.'),
    )
    await operator.send(confirm, 'value="do"')
    for (const id of ids) expect(await work.get(id)).toMatchObject({ status: 'rejected' })
    expect((await work.lastMail(`citizen-${sent}@example.org`)).text).toContain('Мы закрыли ваше сообщение')
    expect((await operator.open(`cases/${ids[0]}`)).html).toContain('Фонари чинят с утра.')
  })

  it('merge: all become part of the one that is named, which stays as it is', async () => {
    const ids = (await waiting(3)).sort()
    const [main, ...others] = ids as [string, string, string]
    const fields = await begin(operator, 'merge', ids)
    expect(fields.html).toContain(`value="${main}"`)
    expect((await plan(operator, fields, { into: '95-260302-00000' })).status).toBe(422)
    const confirm = await plan(operator, fields, { into: main })
    const done = await operator.send(confirm, 'value="do"')
    expect(resultsIn(done)).toEqual({
      [main]: 'Главное: остаётся как есть.',
      ...Object.fromEntries(others.map((id) => [id, 'Сделано.'])),
    })
    for (const id of others) expect((await work.get(id)).status).toBe('merged')
    const { history } = await work.get(main)
    expect(history.filter(({ type }) => type === 'joined')).toHaveLength(2)
  })

  it('hand to a colleague: theirs from then on, and in nobody else’s list of their own', async () => {
    const ids = await waiting(2)
    const to = work.region.operators[1]!.id
    const confirm = await plan(operator, await begin(operator, 'pass', ids), { to })
    expect(Object.values(resultsIn(confirm))).toEqual(ids.map(() => `Будет у: ${work.region.operators[1]!.name}.`))
    await operator.send(confirm, 'value="do"')
    const mine = async (who: Console) => {
      const { html } = await who.open('queue?list=mine')
      return ids.map((id) => html.includes(id))
    }
    expect([await mine(colleague), await mine(operator)]).toEqual([
      [true, true],
      [false, false],
    ])
    expect((await operator.open(`cases/${ids[0]}`)).html).toContain(
      `Передано коллеге: ${work.region.operators[1]!.name}`,
    )
  })
})

describe('the form', () => {
  it('does nothing with no rows, with more than fifty, or without an act', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `95-260302-${String(index).padStart(5, '0')}`)
    for (const [act, ids, status] of [
      ['assign', [], 422],
      ['assign', many, 422],
      ['erase', many.slice(0, 1), 400],
    ] as const) {
      const page = await begin(operator, act, ids, 'open')
      expect([act, ids.length, page.status]).toEqual([act, ids.length, status])
    }
  })

  it('offers a moderator to hand over, and refuses them the rest', async () => {
    const [id] = (await waiting(1)) as [string]
    const { html } = await moderator.open('queue?list=open')
    expect([...html.matchAll(/name="act" value="(\w+)"/g)].map(([, act]) => act)).toEqual(['pass'])
    expect((await begin(moderator, 'assign', [id], 'open')).status).toBe(403)
    expect((await begin(moderator, 'pass', [id], 'open')).status).toBe(200)
  })
})
