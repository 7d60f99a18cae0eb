// Deadlines kept and missed, as an integrator reads them afterwards: by HTTP, with a key that opens nothing else.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newIntegratorKey } from '../../functions/intake/integrator-key.ts'
import { linkIn, open, send } from '../../tools/visitor.ts'
import { type Addressee, type RegionAtWork, regionAtWork } from './region-at-work.ts'

const DAY = 86_400_000
const WEEK = 'from=2026-03-02&to=2026-03-08'
let work: RegionAtWork
let key: string

const office = (municipality: string) => work.region.organisations.find((one) => one.municipality === municipality)!
const topic = () => work.region.topics.find((one) => !one.important && !one.season)!.id
const keyWith = async (...scopes: string[]) => {
  const made = newIntegratorKey({ integrator: 'dashboard', scopes }, randomBytes)
  await work.document.send(new PutCommand({ TableName: work.tableName, Item: made.item }))
  return made.key
}
const ask = (query: string, by = key) =>
  fetch(`${work.engine.apiUrl}/v1/statistics?${query}`, { headers: { Authorization: `Bearer ${by}` } })
interface Statistics {
  readonly groups: readonly Record<string, unknown>[]
  readonly total: Record<string, unknown>
}
const read = async (query: string) => (await (await ask(query)).json()) as Statistics

const submit = (municipality: string) => work.post({ text: 'Не горит фонарь.', topic: topic(), municipality })
const follow = async (to: Addressee, purpose: '/a/' | '/r/') =>
  open(linkIn((await work.lastMail(to)).text, purpose, work.engine.apiUrl))
const answer = async (municipality: string) => {
  const page = await follow(office(municipality).responder.email, '/a/')
  await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Фонарь заменён.' })
  await send(await follow(work.region.moderators, '/r/'), 'value="approve"', {
    action: 'approve',
    'sure-approve': 'yes',
  })
}

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  key = await keyWith('statistics:read')
  await submit('groznyy')
  await answer('groznyy')
  await submit('argun')
  await work.engine.advance(20 * DAY)
  await work.morning()
  await answer('argun')
  await work.engine.idle()
})
afterAll(() => work.end())

describe('the statistics', () => {
  it('say who kept the term of the answer', async () => {
    const { groups, total } = await read('from=2026-03-01&to=2026-03-31&by=organisation&clock=finalAnswer')
    const [groznyy, argun] = ['groznyy', 'argun'].map((one) => office(one))
    expect(groups.map(({ id, name, ended, onTime, late }) => ({ id, name, ended, onTime, late }))).toEqual(
      [
        { id: groznyy!.id, name: groznyy!.name, ended: 1, onTime: 1, late: 0 },
        { id: argun!.id, name: argun!.name, ended: 1, onTime: 0, late: 1 },
      ].sort((a, b) => a.id.localeCompare(b.id)),
    )
    expect(groups.find(({ id }) => id === groznyy!.id)).toMatchObject({
      onTimeShare: 1,
      paused: 0,
      extended: 0,
      cancelled: 0,
      medianHours: 0.25,
      p90Hours: 0.25,
      inCalendarTime: null,
    })
    expect(total).toMatchObject({ ended: 2, onTimeShare: 0.5, medianHours: 0.25 })
    expect(total['p90Hours']).toBeGreaterThan(80)
  })

  it('count each clock, on the days asked for alone', async () => {
    const clocks = async (days: string) =>
      (await read(`${days}&by=clock`)).groups.map(({ id, ended }) => `${String(id)} ${String(ended)}`).sort()
    expect(await clocks(WEEK)).toEqual([
      'acceptance 1',
      'answerReview 1',
      'assignment 2',
      'finalAnswer 1',
      'firstResponse 1',
    ])
    expect(await clocks('from=2026-03-09&to=2026-03-20')).toEqual([])
  })

  it('leave out what was not asked about', async () => {
    const of = async (filter: string) => (await read(`${WEEK}&${filter}`)).total['ended']
    expect(await of('municipality=groznyy')).toBe(5)
    expect(await of('municipality=argun')).toBe(1)
    expect(await of(`organisation=${office('groznyy').id}`)).toBe(3)
    expect(await of(`topic=${topic()}&clock=assignment`)).toBe(2)
    expect(await of('topic=no.such')).toBe(0)
  })

  it('say what became of cases, under the day they came and the day they ended', async () => {
    const cases = async (query: string) => (await read(`of=cases&${query}`)) as Statistics & { of: string }
    const march = await cases('from=2026-03-01&to=2026-03-31&by=municipality')
    const places = work.region.municipalities.filter(({ id }) => id === 'groznyy' || id === 'argun')
    const none = { solved: 0, unanswered: 0, reopened: 0, rated: 0, meanScore: null, medianHours: null }
    const { name } = work.region.topics.find(({ id }) => id === topic())!
    expect(march.of).toBe('cases')
    // Both are answered; that of Grozny was closed two weeks later, because its citizen said nothing.
    const groznyy = { received: 1, open: 0, ...none, solved: 1, medianHours: 0.25 }
    const argun = { received: 1, open: 0, ...none }
    expect(march.groups).toEqual(
      places
        .map((place) => ({ id: place.id, name: place.name, ...(place.id === 'groznyy' ? groznyy : argun) }))
        .sort((a, b) => a.id.localeCompare(b.id)),
    )
    expect(march.total).toEqual({ ...groznyy, received: 2 })
    const week = await cases(`${WEEK}&channel=api&municipality=groznyy`)
    expect(week.groups).toEqual([{ id: topic(), name, ...argun }])
    expect((await cases(`${WEEK}&by=channel&channel=form`)).groups).toEqual([])
  })

  it('name no case and no person', async () => {
    for (const query of ['by=clock', 'of=cases&by=channel']) {
      const text = await (await ask(`from=2026-03-01&to=2026-03-31&${query}`)).text()
      expect(text).not.toMatch(/95-26|@|responder/)
    }
  })
})

describe('the statistics are refused', () => {
  it.each([
    ['without a day', 'to=2026-03-08', '/from'],
    ['for a day there is not', 'from=2026-02-30&to=2026-03-08', '/from'],
    ['backwards', 'from=2026-03-08&to=2026-03-02', '/to'],
    ['for more than 366 days', 'from=2026-01-01&to=2027-01-02', '/to'],
    ['by something else', `${WEEK}&by=citizen`, '/by'],
    ['of a clock that is not official', `${WEEK}&clock=rating`, '/clock'],
    ['with a misspelt filter', `${WEEK}&organization=x`, '/organization'],
    ['of something else', `${WEEK}&of=persons`, '/of'],
    ['of deadlines by channel', `${WEEK}&by=channel`, '/by'],
    ['of cases by organisation', `${WEEK}&of=cases&by=organisation`, '/by'],
    ['of cases of an organisation', `${WEEK}&of=cases&organisation=x`, '/organisation'],
    ['with a filter that is no identifier', `${WEEK}&topic=a%23b`, '/topic'],
  ])('%s', async (_, query, pointer) => {
    const reply = await ask(query)
    expect(reply.status).toBe(422)
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    expect(((await reply.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer)
  })

  it('to a key without the scope, which in turn opens no case', async () => {
    expect((await ask(WEEK, await keyWith('cases:read'))).status).toBe(403)
    expect((await ask(WEEK, work.key)).status).toBe(200)
    const reply = await fetch(`${work.engine.apiUrl}/v1/cases/95-260302-00000`, {
      headers: { Authorization: `Bearer ${key}` },
    })
    expect(reply.status).toBe(403)
  })
})

it('npm run statistics prints them', async () => {
  const days = ['--from', '2026-03-02', '--to', '2026-03-08']
  const command = ['tools/statistics.ts', '--url', work.engine.apiUrl, '--key', key, ...days]
  const { stdout } = await promisify(execFile)(process.execPath, [...command, '--by', 'municipality'])
  expect(stdout).toContain('Deadlines from 2026-03-02 to 2026-03-08, by municipality')
  expect(stdout).toMatch(/Грозн\S* +.* 5 +100\.0 % +0 .*≤ 0\.25 h/)
  expect(stdout).toMatch(/total +6 /)
  const ofCases = await promisify(execFile)(process.execPath, [...command, '--of', 'cases', '--by', 'channel'])
  expect(ofCases.stdout).toContain('Cases from 2026-03-02 to 2026-03-08, by channel')
  expect(ofCases.stdout).toMatch(/api +2 +0 +0 +0 +0 +0 +— +—/)
  const refused = promisify(execFile)(process.execPath, [...command, '--clock', 'nothing'])
  await expect(refused).rejects.toThrow('/clock')
})
