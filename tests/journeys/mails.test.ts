// Anybody may name any address: whoever reads its mails says whether the message is theirs, or wants no more, by HTTP and mail.
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmOwn, linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { regionAtWork, type RegionAtWork } from './region-at-work.ts'

const reader = 'r.reader@example.org'
const written = 'Срочно оплатите штраф по ссылке.'
let work: RegionAtWork

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const office = () => work.region.organisations.find((one) => one.municipality !== undefined)!
const read = async () => (await work.lastMail(reader)).text
const count = async () => (await work.mails(reader)).length
const ownPage = async () => open(linkIn(await read(), '/t/', work.engine.apiUrl))
const events = async (caseId: string) => (await work.get(caseId)).history.map(({ type }) => type)

async function post() {
  const topic = work.region.topics.find((one) => !one.important && !one.season)!.id
  const place = { topic, municipality: office().municipality, address: written }
  const reply = await work.post({ ...place, text: written, author: { name: written, email: reader } })
  const { id, trackUrl } = (await reply.json()) as { id: string; trackUrl: string }
  await work.engine.idle()
  return { id, trackUrl }
}

async function ask(caseId: string) {
  const mails = await work.mails(office().responder.email)
  const mail = mails.filter(({ subject }) => subject.includes(caseId)).at(-1)!
  const page = await open(linkIn(mail.text, '/a/', work.engine.apiUrl))
  await send(page, 'name="question"', { action: 'ask', question: 'Какой дом?' })
  await work.engine.idle()
}

describe('whoever is written to for another’s message', () => {
  let first: { id: string; trackUrl: string }
  let earlier: { id: string }
  let page: Page

  it('sees the number and how to have no more mails, and nothing that the sender wrote', async () => {
    first = await post()
    const mail = await work.lastMail(reader)
    expect(mail.text).toContain(first.id)
    expect(mail.text).toMatch(/Это были не вы\?[\s\S]*Больше не писать: \S+\/t\/\w{32}\?do=mails/)
    expect(mail.text + mail.html + mail.subject).not.toContain('штраф')
    page = await ownPage()
    expect([page.status, page.html.includes('Это ваше сообщение?'), page.html.includes('штраф')]).toEqual([
      ...[200, true, false],
    ])
  })

  it('changes nothing by opening the page or sending its form without a choice', async () => {
    expect((await send(page, 'value="mails"', { action: 'mails' })).status).toBe(422)
    expect(await events(first.id)).toEqual(['received', 'assigned'])
  })

  it('stops all mails to the address by one press, which a second press repeats', async () => {
    earlier = await post()
    const choice = { action: 'mails', mails: 'address' }
    for (const sent of [await send(page, 'value="mails"', choice), await send(page, 'value="mails"', choice)]) {
      expect([sent.status, sent.html.includes('Больше не пишем')]).toEqual([200, true])
    }
    expect(await events(first.id)).toEqual(['received', 'assigned', 'mails_stopped'])
  })

  it('gets none about a case that was there before; its responder is not kept waiting', async () => {
    const before = await count()
    await ask(earlier.id)
    await work.engine.advance(20 * 60_000)
    expect(await count()).toBe(before)
    expect(await work.get(earlier.id)).toMatchObject({ status: 'in_progress' })
    expect((await events(earlier.id)).at(-1)).toBe('undelivered')
    expect((await work.lastMail(office().responder.email)).text).toContain('не дошёл')
  })

  it('gets none about a later case, and whoever wrote it reads so', async () => {
    const before = await count()
    const { trackUrl } = await post()
    expect(await count()).toBe(before)
    expect((await open(trackUrl)).html).toContain('На эту почту нас просили больше не писать')
  })

  it('is known by no address in events, nor in what keeps the wish', async () => {
    const { Items = [] } = await work.document.send(new ScanCommand({ TableName: work.tableName }))
    const kept = Items.filter(({ pk, sk }) => String(pk).startsWith('A#') || String(sk).startsWith('E#'))
    const stop = kept.filter(({ sk }) => sk === 'STOP')
    expect([stop.length, JSON.stringify(kept).includes('r.reader')]).toEqual([1, false])
    const days = (Number(stop[0]!['ttl']) - work.engine.now() / 1000) / 86_400
    expect(Math.round(days)).toBe(365)
  })

  it('takes it back on the same page: the next case is told of, and in full once it is confirmed', async () => {
    page = await send(await open(page.url), 'value="again"', { action: 'again', 'sure-again': 'yes' })
    expect(page.html).toContain('Спасибо, адрес подтверждён')
    expect(page.html).toContain(written)
    const { id } = await post()
    expect(await read()).toContain(id)
    expect(await read()).not.toContain('штраф')
    await confirmOwn(await ownPage())
    await ask(id)
    expect(await read()).toContain('Какой дом?')
    expect(await events(id)).toEqual(['received', 'assigned', 'address_confirmed', 'accepted', 'clarification_asked'])
  })
})

describe('whoever wants no mails of one case', () => {
  it('hears nothing more of it, and of others as before', async () => {
    const { id, trackUrl } = await post()
    await send(await ownPage(), 'value="mails"', { action: 'mails', mails: 'case' })
    expect((await open(trackUrl)).html).toContain('Об этом сообщении нас просили больше не писать')
    expect(await events(id)).toEqual(['received', 'assigned', 'mails_stopped'])
    const { id: other } = await post()
    expect(await read()).toContain(other)
  })

  it('cannot be spoken for by the link that the sender of the message was given', async () => {
    const { id, trackUrl } = await post()
    const own = await open(trackUrl)
    const sent = await send(own, 'value="erase"', { action: 'mails', mails: 'mine' })
    expect([sent.status, own.html.includes('value="mails"')]).toEqual([422, false])
    expect(await events(id)).toEqual(['received', 'assigned'])
  })
})
