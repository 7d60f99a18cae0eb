// A mail that does not arrive, from SES's word to the next person's answer: nobody waits for somebody who was never told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, send } from '../../tools/visitor.ts'
import type { Region } from '../../regions/schema.ts'
import { regionAtWork, type RegionAtWork } from './region-at-work.ts'

let work: RegionAtWork

const atGroznyy = ({ organisations }: Region) =>
  organisations.find(({ kind, municipality }) => kind === 'municipality' && municipality === 'groznyy')!

const withDeadAddress = (region: Region): Region => ({
  ...region,
  organisations: region.organisations.map((one) =>
    one === atGroznyy(region)
      ? { ...one, responder: { ...one.responder, email: 'bounce+responder@groznyy.gov95.example' } }
      : one,
  ),
})

beforeAll(async () => {
  // Monday, 2 March 2026, 10:00 in Grozny.
  work = await regionAtWork('2026-03-02T07:00:00Z', withDeadAddress)
})
afterAll(() => work.end())

const office = () => atGroznyy(work.region)
const deputy = () => office().deputy!
const operator = (caseId: string) => work.desk(caseId).operators[0]!
const topic = () => work.region.topics.find((one) => !one.important && !one.season && one.id.startsWith('yards.'))!.id
const post = async (more: object = {}) => {
  const reply = await work.post({ text: 'Во дворе нет скамейки.', topic: topic(), municipality: 'groznyy', ...more })
  await work.engine.idle()
  return (await reply.json()) as { id: string; trackUrl: string }
}
const about = async (to: string, caseId: string) =>
  (await work.mails(to)).filter((mail) => mail.subject.includes(caseId))
const noticesOf = async (caseId: string) =>
  (await work.get(caseId)).notices.map(
    ({ recipient, organisation, kind, status }) => `${recipient} of ${organisation ?? 'none'} ${kind} ${status}`,
  )
const until = (local: string) => work.engine.advance(Date.parse(`${local}:00+03:00`) - work.engine.now())

describe('a responder whose address is gone', () => {
  let caseId: string

  it('is stood in for by the deputy, and the operator learns of the address; the case shows it all', async () => {
    caseId = (await post()).id
    expect((await work.get(caseId)).history.map(({ type }) => type)).toEqual(['received', 'assigned', 'undelivered'])
    expect((await noticesOf(caseId)).sort()).toEqual(
      [
        `responder of ${office().id} work bounced`,
        `deputy of ${office().id} undelivered sent`,
        'operator of none dead-address sent',
      ].sort(),
    )
    const [told] = await about(operator(caseId).email, caseId)
    expect(told!.text).toContain(office().responder.name)
  })

  it('is reminded and not reached again: the deputy is asked again, the operator is not told twice', async () => {
    await until('2026-03-02T14:30')
    expect((await work.get(caseId)).history.filter(({ type }) => type === 'undelivered').length).toBeGreaterThan(1)
    expect((await about(deputy().email, caseId)).length).toBeGreaterThan(1)
    expect((await noticesOf(caseId)).filter((one) => one.includes('dead-address'))).toHaveLength(1)
  })

  it('leaves the answer to the deputy, whose link acts', async () => {
    const [mail] = await about(deputy().email, caseId)
    const page = await open(linkIn(mail!.text, '/a/', work.engine.apiUrl))
    expect(mail!.text).toContain(office().responder.name)
    // Whose mails do not arrive is for operators to read.
    expect(page.html).not.toContain('адрес не работает')
    await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Скамейку поставили.' })
    expect((await work.get(caseId)).status).toBe('answer_review')
  })

  it('has a digest of many cases: when it comes back, each of them is asked of the deputy', async () => {
    await until('2026-03-02T21:00')
    const ids = [(await post()).id, (await post()).id, (await post()).id]
    await until('2026-03-03T08:36')
    await work.engine.idle()
    for (const id of ids) expect(await noticesOf(id)).toContain(`deputy of ${office().id} undelivered sent`)
    const subjects = (await work.mails(office().responder.email)).map(({ subject }) => subject)
    expect(subjects).toContain('Сообщения на сегодня: 3')
  })
})

describe('a citizen whose address is gone', () => {
  it('reads it on the page and is asked nothing; what is answered is there', async () => {
    await work.morning()
    const { id, trackUrl } = await post({ author: { email: 'bounce@simulator.amazonses.com' } })
    expect(await noticesOf(id)).toContain('citizen of none registered bounced')
    expect((await open(trackUrl)).html).toContain('Наши письма до вас не доходят')
    const [mail] = await about(deputy().email, id)
    expect((await open(linkIn(mail!.text, '/a/', work.engine.apiUrl))).html).not.toContain('name="question"')
  })

  it('who called our mail spam gets no more of them', async () => {
    const address = 'complaint+someone@example.org'
    const { id } = await post({ author: { email: address } })
    await work.get(id)
    const [mail] = await about(deputy().email, id)
    const page = await open(linkIn(mail!.text, '/a/', work.engine.apiUrl))
    await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Готово.' })
    const moderator = work.desk(id).moderators[0]!.email
    const review = (await about(moderator, id)).at(-1)!
    await send(await open(linkIn(review.text, '/r/', work.engine.apiUrl)), 'value="approve"', {
      action: 'approve',
      'sure-approve': 'yes',
    })
    expect((await work.get(id)).status).toBe('resolved')
    expect(await about(address, id)).toHaveLength(1)
  })
})
