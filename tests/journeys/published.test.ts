// An answer from the moderator's tick to the public pages and off them again, over HTTP and by mail alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, openOwn, type Page, send } from '../../tools/visitor.ts'
import { readXml } from '../../tools/open311/strict-xml.ts'
import { type Addressee, type RegionAtWork, regionAtWork } from './region-at-work.ts'

let work: RegionAtWork
const citizen = 'z.citizen@example.org'
const site = 'https://city.example'
const open95 = (topics: RegionAtWork['region']['topics']) =>
  topics.filter((one) => !one.important && !one.season && !one.sensitive)
const topic = () => open95(work.region.topics)[0]!.id
const responder = () => work.region.organisations.find((one) => one.municipality === 'groznyy')!.responder.email
const follow = async (to: Addressee, purpose: '/a/' | '/r/' | '/t/'): Promise<Page> =>
  (purpose === '/t/' ? openOwn : open)(linkIn((await work.lastMail(to)).text, purpose, work.engine.apiUrl))
const visit = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const reply = await fetch(`${work.engine.apiUrl}${path}`, { headers, method })
  return { status: reply.status, headers: reply.headers, html: await reply.text() }
}
const namesOn = (html: string) => [
  ...new Set([...html.matchAll(/\/public\/answers\/([a-f\d]{16})"/g)].map(([, as]) => as!)),
]
const shownAt = async () => {
  const [list, feed, embedded] = await Promise.all([
    visit('/public/answers?municipality=groznyy'),
    visit(`/public/answers.atom?topic=${topic()}`),
    visit('/public/embed'),
  ])
  return [namesOn(list.html), namesOn(feed.html), namesOn(embedded.html)]
}

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => {
    const own = open95(region.topics)[0]!.id
    return {
      ...region,
      languages: ['ru', 'en'],
      public: { topics: ['*'], answers: [own], atLeast: 3, embeddedBy: [site] },
    }
  })
})
afterAll(() => work.end())

async function answeredCase(text: string): Promise<Page> {
  await work.post({
    ...{ text, topic: topic(), municipality: 'groznyy' },
    author: { name: 'Зарина Гражданкина', email: citizen, phone: '+7 900 000-00-00' },
  })
  await work.engine.idle()
  await send(await follow(responder(), '/a/'), 'name="answer"', {
    ...{ action: 'answer', kind: 'done' },
    answer: 'Уважаемая Зарина Гражданкина! Лампу <b>заменили</b> & проверили. Иванов И. И., тел. 8 928 123-45-67',
  })
  return follow(work.region.moderators, '/r/')
}

describe('an answer', () => {
  let as: string
  let moderators: Page
  const approve = { action: 'approve', 'sure-approve': 'yes' }

  it('comes before its moderator with names and numbers hidden, and is published by nobody’s default', async () => {
    moderators = await answeredCase('Не горит фонарь у дома 5, кв. 12. Звоните 8 900 000-00-00, Зарина.')
    const [form] = moderators.html.match(/<form[^>]*>(?:(?!<\/form>).)*value="approve".*?<\/form>/s)!
    expect(form).toContain('Не горит фонарь у дома 5, кв. ••. Звоните • ••• •••-••-00, •••.')
    expect(form).toContain(
      'Уважаемая •••! Лампу &lt;b&gt;заменили&lt;/b&gt; &amp; проверили. •••, тел. • ••• •••-••-67',
    )
    expect(form).toMatch(/<input type="checkbox" name="publish-too" value="yes"\/>/)
    expect(await shownAt()).toEqual([[], [], []])
  })

  it('is not published with what tells who its citizen is', async () => {
    const texts = { 'approve-question': 'Фонарь Зарины Гражданкиной', 'approve-answer': 'Звоните 8 (900) 000-00-00' }
    const page = await send(moderators, 'value="approve"', { ...approve, ...texts, 'publish-too': 'yes' })
    expect([page.status, page.html.match(/role="alert".*?<\/section>/s)![0].match(/<p>/g)!.length]).toEqual([422, 2])
    expect(page.html).toContain('Зарины, Гражданкиной')
    expect(page.html).toContain('+7 900 000-00-00')
    expect(await shownAt()).toEqual([[], [], []])
  })

  it('is published as the moderator words it, by the press that approves it', async () => {
    const texts = {
      'approve-question': 'Не горит фонарь <b>у дома 5</b> & дальше.',
      'approve-answer': 'Лампу заменили.',
    }
    const page = await send(moderators, 'value="approve"', { ...approve, ...texts, 'publish-too': 'yes' })
    expect(page.html).toContain('Ответ опубликован')
    as = /\/public\/answers\/([a-f\d]{16})/.exec(page.html)![1]!
    expect(await shownAt()).toEqual([[as], [as], [as]])
    const one = await visit(`/public/answers/${as}`)
    expect(one.html).toContain('Не горит фонарь &lt;b&gt;у дома 5&lt;/b&gt; &amp; дальше.')
    expect(one.html).not.toMatch(/95-2603|Зарин|Гражданк|Иванов|900 000/)
    const own = await follow(citizen, '/t/')
    expect(own.html).toContain('Лампу &lt;b&gt;заменили&lt;/b&gt; &amp; проверили')
    expect(own.html).toContain('Ответ опубликован на сайте')
  })

  it('is kept by readers who ask each time, and sent again only when it changed', async () => {
    for (const path of [`/public/answers/${as}`, '/public/answers', '/public/answers.atom', '/public/embed']) {
      const { headers } = await visit(path)
      expect([path, headers.get('cache-control')]).toEqual([path, 'public, no-cache'])
      const again = await visit(path, { 'If-None-Match': headers.get('etag')! })
      expect([again.status, again.html]).toEqual([304, ''])
    }
  })

  it('J1 is in a feed that a strict reader takes', async () => {
    const { headers, html } = await visit('/public/answers.atom')
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const entry = readXml(html).children.find(({ name }) => name === 'entry')!
    expect(entry.children.find(({ name }) => name === 'title')!.text).toBe('Не горит фонарь <b>у дома 5</b> & дальше.')
  })

  it('is taken off, changed and put back by whoever has the moderator’s link', async () => {
    let page = await open(moderators.url)
    page = await send(page, 'value="unpublish"', { action: 'unpublish', 'sure-unpublish': 'yes' })
    expect(page.html).toContain('Ответ снят с публикации')
    expect([await shownAt(), (await visit(`/public/answers/${as}`)).status]).toEqual([[[], [], []], 404])
    const texts = { 'publish-question': 'Фонарь.', 'publish-answer': 'Лампу заменили 2 марта.' }
    page = await send(page, 'value="publish"', { action: 'publish', 'sure-publish': 'yes', ...texts })
    expect(await shownAt()).toEqual([[as], [as], [as]])
    page = await send(page, 'value="publish"', {
      ...{ action: 'publish', 'sure-publish': 'yes', ...texts },
      'publish-answer': 'Лампу заменили 3 марта.',
    })
    expect((await visit(`/public/answers/${as}`)).html).toContain('Лампу заменили 3 марта.')
  })

  it('is gone at once when its citizen sends the case back, and again when they have it erased', async () => {
    await send(await follow(citizen, '/t/'), 'value="rate"', {
      ...{ action: 'rate', score: '2', solved: 'return', comment: 'Не горит.' },
    })
    expect([await shownAt(), (await visit(`/public/answers/${as}`)).status]).toEqual([[[], [], []], 404])

    const other = await answeredCase('Не горит второй фонарь.')
    const texts = { 'approve-question': 'Второй фонарь.', 'approve-answer': 'Заменили.' }
    await send(other, 'value="approve"', { ...approve, ...texts, 'publish-too': 'yes' })
    const [[second]] = (await shownAt()) as [[string]]
    expect(second).toBeDefined()
    await send(await follow(citizen, '/t/'), 'value="erase"', { action: 'erase', 'sure-erase': 'yes' })
    expect([await shownAt(), (await visit(`/public/answers/${second}`)).status]).toEqual([[[], [], []], 404])
  })
})

describe('the addresses of answers', () => {
  it.each([
    '/public/answers/0000000000000000',
    '/public/answers/%3Cscript%3E',
    '/public/answers?municipality=nowhere',
    '/public/answers?topic=health.ambulance',
    '/public/answers.atom?topic=health.ambulance',
    '/public/answers.atom?topic=%3Cscript%3E',
  ])('lead nowhere else than they say: %s', async (path) => {
    const { status, html } = await visit(path)
    expect(status).toBe(404)
    expect(html).not.toContain('<script')
  })

  it('are asked and nothing else', async () => {
    for (const path of ['/public/answers', '/public/answers.atom', '/public/embed']) {
      expect((await visit(path, {}, 'HEAD')).html).toBe('')
      expect((await visit(path, {}, 'POST')).status).toBe(405)
    }
    expect((await visit('/public/answers?after=x')).status).toBe(200)
  })
})

describe('J2 frames', () => {
  it('show the embedded page to the sites that the region’s file names, without cookies or forms', async () => {
    const { headers, html } = await visit('/public/embed?lang=en', { Cookie: 'lang=ru' })
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${site};`)
    expect([headers.get('x-frame-options'), headers.get('set-cookie'), headers.get('vary')]).toEqual([
      null,
      null,
      'Accept-Encoding, Accept-Language',
    ])
    expect(html).toContain('<html lang="en">')
    expect(html).not.toContain('<form')
    const kept = await visit('/public/embed', { Cookie: 'lang=en', 'Accept-Language': 'ru' })
    expect(kept.html).toContain('<html lang="ru">')
    const wrong = await visit('/public/embed?topic=no.such&lang=en')
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([404, null])
  })

  it.each([
    '/public',
    '/public/groznyy',
    '/public/answers',
    '/public/answers/x',
    '/public/answers.atom',
    '/report',
    '/about',
  ])('show nothing else: %s', async (path) => {
    const { headers } = await visit(path)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
  })
})
