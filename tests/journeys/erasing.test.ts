// A citizen has their data erased from their own page; of an appeal the law wants answered an operator decides.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, openOwn, type Page, send } from '../../tools/visitor.ts'
import { type Addressee, type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
const citizen = 'z.citizen@example.org'
const words = 'Во дворе у Зарины Гражданки не горят фонари.'

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z')
})
afterAll(() => work.end())

const municipality = () => work.region.municipalities[0]!.id
const responder = () => work.region.organisations.find((one) => one.municipality === municipality())!.responder.email
const topic = () => work.region.topics.find((one) => !one.important)!.id
const follow = async (to: Addressee, purpose: '/a/' | '/r/' | '/t/'): Promise<Page> =>
  (purpose === '/t/' ? openOwn : open)(linkIn((await work.lastMail(to)).text, purpose, work.engine.apiUrl))
const written = /Зарин|Фонари/

async function post(key: string, regime: 'message' | 'statutory') {
  const reply = await work.post(
    {
      ...{ text: words, topic: topic(), municipality: municipality(), regime },
      author: { name: 'З. Гражданка', email: citizen, phone: '+7 900 000-00-00' },
    },
    key,
  )
  const { id } = (await reply.json()) as { id: string }
  await work.engine.idle()
  return id
}

describe('a message', () => {
  let caseId: string
  let page: Page

  it('is worked on', async () => {
    caseId = await post('message', 'message')
    await send(await follow(responder(), '/a/'), 'name="answer"', {
      ...{ action: 'answer', kind: 'done', answer: 'Фонари у Зарины заменены.' },
    })
    expect((await work.get(caseId)).status).toBe('answer_review')
  })

  it('is erased by nobody who did not choose so', async () => {
    page = await follow(citizen, '/t/')
    expect(page.html).toContain(words)
    page = await send(page, 'value="erase"', { action: 'erase' })
    expect(page.status).toBe(422)
    expect((await work.get(caseId)).status).toBe('answer_review')
  })

  it('ends and is empty for everybody when the citizen says so', async () => {
    const drafted = await follow(work.region.moderators, '/r/')
    page = await send(page, 'value="erase"', { action: 'erase', 'sure-erase': 'yes' })
    expect([page.status, page.html.includes('Просьба принята')]).toEqual([200, true])
    const view = await work.get(caseId)
    expect(view).toMatchObject({ status: 'closed', outcome: 'withdrawn', answer: null })
    expect(view.history.slice(-2).map(({ type, by }) => [type, by])).toEqual([
      ['closed', 'citizen'],
      ['erased', 'citizen'],
    ])
    const responders = await follow(responder(), '/a/')
    expect((await work.lastMail(responder())).text).toContain('Житель отозвал сообщение')
    const review = await open(drafted.url)
    for (const { html, status } of [await open(page.url), responders, review]) {
      expect(status).toBe(200)
      expect(html).not.toMatch(written)
    }
    expect(review.html).toContain('(текст удалён)')
    expect(JSON.stringify(view)).not.toMatch(written)
  })

  it('is not brought back by its sender’s second try, and takes no answer any more', async () => {
    expect(await post('message', 'message')).toBe(caseId)
    expect((await work.get(caseId)).history.at(-1)!.type).toBe('erased')
    expect((await open(page.url)).html).not.toContain('value="erase"')
  })
})

describe('an appeal under the law', () => {
  it('is erased when an operator agrees', async () => {
    const caseId = await post('appeal', 'statutory')
    let page = await send(await follow(citizen, '/t/'), 'value="erase"', { action: 'erase', 'sure-erase': 'yes' })
    expect(page.html).toContain('Просьба передана оператору')
    expect((await work.get(caseId)).status).toBe('assigned')

    page = await follow(work.region.operators, '/r/')
    expect(page.html).toContain('Житель просит удалить его данные')
    page = await send(page, 'value="keep"', { action: 'keep', 'keep-reason': 'Сначала ответим.' })
    expect(page.html).toContain('В удалении отказано')
    expect((await work.lastMail(citizen)).text).toContain('Сначала ответим.')

    await send(await follow(citizen, '/t/'), 'value="erase"', { action: 'erase', 'sure-erase': 'yes' })
    page = await follow(work.region.operators, '/r/')
    page = await send(page, 'value="erase"', { action: 'erase', 'sure-erase': 'yes' })
    expect(page.html).toContain('Данные удалены')
    expect(await work.get(caseId)).toMatchObject({ status: 'closed', outcome: 'withdrawn' })
    expect(page.html).not.toMatch(written)
  })
})
