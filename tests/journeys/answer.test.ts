// A case from message to close, by HTTP and mail alone: nobody here has an account, only the links they were sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, openOwn, type Page, send } from '../../tools/visitor.ts'
import { type Addressee, type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
let caseId: string
let trackUrl: string
const citizen = 'z.citizen@example.org'

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const municipality = () => work.region.municipalities[0]!.id
const responder = () => work.region.organisations.find((one) => one.municipality === municipality())!.responder.email
const moderator = () => work.region.moderators
const topic = () => work.region.topics.find((one) => !one.important)!.id
const follow = async (to: Addressee, purpose: '/a/' | '/r/' | '/t/'): Promise<Page> =>
  (purpose === '/t/' ? openOwn : open)(linkIn((await work.lastMail(to)).text, purpose, work.engine.apiUrl))
const status = async () => (await work.get(caseId)).status

describe('a message', () => {
  it('becomes a case that the responder and the citizen hear of', async () => {
    const message = {
      text: 'Во дворе не горят фонари.',
      topic: topic(),
      municipality: municipality(),
      author: { name: 'З. Гражданка', email: citizen, phone: '+7 900 000-00-00' },
    }
    const reply = await work.post(message, 'the-message')
    expect(reply.status).toBe(201)
    const made = (await reply.json()) as { id: string; trackUrl: string }
    caseId = made.id
    trackUrl = made.trackUrl
    expect(caseId).toMatch(/^95-260302-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(await status()).toBe('assigned')
    const mail = await work.lastMail(responder())
    expect(mail.text).toContain('Во дворе не горят фонари.')
    expect(mail.text + mail.html).not.toMatch(/Гражданка|example\.org|900 000/)
    expect((await work.lastMail(citizen)).subject).toContain(caseId)
  })

  it('is one case when it is posted twice', async () => {
    const again = await work.post(
      {
        text: 'Во дворе не горят фонари.',
        topic: topic(),
        municipality: municipality(),
        author: { name: 'З. Гражданка', email: citizen, phone: '+7 900 000-00-00' },
      },
      'the-message',
    )
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.json()).toMatchObject({ id: caseId, trackUrl })
    expect((await work.mails(responder())).length).toBe(1)
  })

  it('is accepted, asked about, clarified and answered', async () => {
    let page = await follow(responder(), '/a/')
    page = await send(page, 'value="accept"', { action: 'accept', 'sure-accept': 'yes' })
    expect(page.status).toBe(200)
    expect(await status()).toBe('in_progress')

    page = await send(await follow(responder(), '/a/'), 'name="question"', {
      action: 'ask',
      question: 'Какой номер дома?',
    })
    expect(await status()).toBe('clarification')
    const clocks = (await work.get(caseId)).deadlines
    expect(clocks.find((one) => one.clock === 'finalAnswer')?.paused).toBe(true)

    const asked = await follow(citizen, '/t/')
    expect(asked.html).toContain('Какой номер дома?')
    await send(asked, 'name="text"', { action: 'clarify', text: 'Дом 5.' })
    expect(await status()).toBe('in_progress')

    page = await follow(responder(), '/a/')
    expect(page.html).toContain('Дом 5.')
    await send(page, 'name="answer"', { action: 'answer', kind: 'done', answer: 'Фонари заменены вчера вечером.' })
    expect(await status()).toBe('answer_review')
  })

  it('gets its answer only after a moderator approved it', async () => {
    expect((await open(linkIn((await work.lastMail(citizen)).text, '/t/', work.engine.apiUrl))).html).not.toContain(
      'Фонари заменены',
    )
    let page = await follow(moderator(), '/r/')
    expect(page.html).toContain('Фонари заменены вчера вечером.')
    await send(page, 'value="return"', { action: 'return', reason: 'Назовите улицу.' })
    expect(await status()).toBe('rework')

    page = await follow(responder(), '/a/')
    expect(page.html).toContain('Назовите улицу.')
    await send(page, 'name="answer"', {
      action: 'answer',
      kind: 'done',
      answer: 'Фонари на Садовой заменены вчера вечером.',
    })
    await send(await follow(moderator(), '/r/'), 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
    expect(await status()).toBe('resolved')
    expect((await work.lastMail(citizen)).text).toContain('Фонари на Садовой заменены вчера вечером.')
  })

  it('is sent back with a rating of 2, answered again and closed', async () => {
    await send(await follow(citizen, '/t/'), 'value="rate"', {
      action: 'rate',
      score: '2',
      solved: 'return',
      comment: 'Один фонарь не горит.',
    })
    expect(await status()).toBe('assigned')
    await send(await follow(responder(), '/a/'), 'name="answer"', {
      action: 'answer',
      kind: 'done',
      answer: 'Последний фонарь заменён.',
    })
    await send(await follow(moderator(), '/r/'), 'value="approve"', { action: 'approve', 'sure-approve': 'yes' })
    await send(await follow(citizen, '/t/'), 'value="rate"', { action: 'rate', score: '5', solved: 'yes' })
    const closed = await work.get(caseId)
    expect(closed).toMatchObject({ status: 'closed', outcome: 'solved', rating: { score: 5, solved: true } })
    expect(closed.notices.every((notice) => notice.status === 'sent' && notice.attempts === 1)).toBe(true)
  })

  it('tells its whole history', async () => {
    const types = (await work.get(caseId)).history.map((entry) => entry.type)
    expect(types).toEqual([
      'received',
      'assigned',
      'accepted',
      'clarification_asked',
      'address_confirmed',
      'clarified',
      'answered',
      'answer_returned',
      'answered',
      'answer_approved',
      'rated',
      'reopened',
      'accepted',
      'answered',
      'answer_approved',
      'rated',
      'closed',
    ])
  })
})
