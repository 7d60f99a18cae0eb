// A responder works through all their open cases from one mail; the link opens no case of anybody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const DAY = 86_400_000
let work: RegionAtWork
let link: string
const ids: string[] = []
let foreign: string

const office = (municipality: string) => work.region.organisations.find((one) => one.municipality === municipality)!
const topic = () => work.region.topics.find((one) => !one.important && !one.season)!.id
const submit = async (municipality: string, text: string) => {
  const reply = await work.post({
    text,
    topic: topic(),
    municipality,
    address: 'ул. Садовая, 5',
    author: { email: 'list@example.org' },
  })
  return ((await reply.json()) as { id: string }).id
}
const at = (path: string) => open(`${link}/${path}`)
const casesIn = ({ html }: Page) => [...html.matchAll(/href="[^"]*\/(95-[\w-]+)"/g)].map(([, id]) => id)
const hrefOf = ({ html, url }: Page, text: string) => {
  const [, href] = new RegExp(`<a (?:class="go" )?href="([^"]*)">(?:<b>)?${text}`).exec(html)!
  return new URL(href!.replaceAll('&amp;', '&'), url).href
}

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
  for (const text of ['Не горит фонарь у дома.', 'Нет света на лестнице.', 'Провода висят низко.']) {
    ids.push(await submit('groznyy', text))
    await work.engine.advance(DAY)
  }
  foreign = await submit('argun', 'Это чужое.')
  link = linkIn((await work.mails(office('groznyy').responder.email))[0]!.text, '/a/', work.engine.apiUrl)
}, 60_000)
afterAll(() => work.end())

describe('the list of open cases', () => {
  it('is behind the link of any of them, the most urgent first, with the citizen’s words and nothing of who they are', async () => {
    const page = await at('cases')
    expect([page.status, casesIn(page)]).toEqual([200, ids])
    expect(page.html).toContain('Нет света на лестнице.')
    expect(page.html).toContain('ул. Садовая, 5')
    expect(page.html).not.toContain('Это чужое.')
    expect(hrefOf(await open(link), 'Все открытые у вас')).toBe(`${link}/cases?of=${office('groznyy').id}`)
  })

  it('leads from case to case: what is done leads to the next', async () => {
    const first = await at(ids[0]!)
    expect(first.html).toContain('Не горит фонарь у дома.')
    const accepted = await send(first, 'value="accept"', { action: 'accept', 'sure-accept': 'yes' })
    expect(new URL(accepted.url).pathname).toContain(`/${ids[0]}`)
    expect((await work.get(ids[0]!)).status).toBe('in_progress')
    const second = await open(hrefOf(accepted, 'Следующее'))
    expect(second.url).toBe(`${link}/${ids[1]}`)
    const answered = await send(second, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Свет есть.' })
    expect((await work.get(ids[1]!)).status).toBe('answer_review')
    // What was answered is not on the list any more: the most urgent of the rest comes.
    expect((await open(hrefOf(answered, 'Следующее'))).url).toBe(`${link}/${ids[0]}`)
    expect(casesIn(await at('cases'))).toEqual([ids[0], ids[2]])
  })

  it('passes over what waits for its citizen: there is nothing to do', async () => {
    const question = { action: 'ask', question: 'Какой столб?' }
    const asked = await send(await at(ids[0]!), 'name="question"', question)
    expect((await work.get(ids[0]!)).status).toBe('clarification')
    expect((await open(hrefOf(asked, 'Следующее'))).url).toBe(`${link}/${ids[2]}`)
    // Nothing else is left: the list says so.
    expect((await open(`${link}/next?after=${ids[2]}`)).url).toContain(`${link}/cases`)
    const { question: shown } = (await work.get(ids[0]!)) as unknown as { question: { askedAt: string } }
    const replied = await fetch(`${work.engine.apiUrl}/v1/cases/${ids[0]}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${work.key}`, 'Idempotency-Key': 'reply', 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'Второй.', questionAt: shown.askedAt }),
    })
    expect(replied.status).toBe(200)
    expect((await work.get(ids[0]!)).status).toBe('in_progress')
  })

  it('looking changes nothing', async () => {
    const before = await Promise.all(ids.map((id) => work.get(id)))
    for (const path of ['cases', 'next', `next?after=${ids[2]}`, ids[2]!, `cases?after=nonsense`, 'cases?of=nobody'])
      for (const method of ['GET', 'HEAD']) expect((await fetch(`${link}/${path}`, { method })).status, path).toBe(200)
    expect(await Promise.all(ids.map((id) => work.get(id)))).toEqual(before)
  })
})

describe('the link', () => {
  it('opens no case that its holder never had', async () => {
    for (const path of [foreign, '95-260302-00000', 'x', '%23', '..%2f..%2fv1', `next/${ids[0]}`])
      expect((await at(path)).status, path).toBe(404)
    const page = await at(`next?after=${foreign}`)
    expect(page.html).not.toContain('Это чужое.')
    const sent = await fetch(`${link}/${foreign}`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'accept', 'sure-accept': 'yes', nonce: 'AAAAAAAAAAAAAAAA' }),
    })
    expect(sent.status).toBe(404)
    expect(
      (await fetch(`${link}/cases`, { method: 'POST', body: new URLSearchParams({ action: 'accept' }) })).status,
    ).toBe(404)
  })

  it('says of a case that was given on where it is, and leads on', async () => {
    const page = await at(ids[2]!)
    const asked = await send(page, 'name="handover-reason"', {
      action: 'handover',
      organisation: office('argun').id,
      'handover-reason': 'Это за рекой.',
    })
    expect(asked.html).toContain('Подтвердите, что это вы')
    const given = await work.typeCode(asked, office('groznyy').responder.email)
    expect(given.html).not.toContain('Провода висят низко.')
    expect((await open(hrefOf(given, 'Следующее'))).url).toBe(`${link}/${ids[0]}`)
    // Nothing but to take that back, for ten minutes.
    const after = await at(ids[2]!)
    expect([...after.html.matchAll(/name="action" value="([\w-]+)"/g)].map(([, action]) => action)).toEqual(['undo'])
  })

  it('shows no list when its time is over', async () => {
    await work.engine.advance(30 * DAY)
    const page = await at('cases')
    expect(page.status).toBe(410)
    expect(casesIn(page)).toEqual([])
  })
})
