// The public page over HTTP: figures as they come about, what may be kept and framed, and nothing where the region opens nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RegionAtWork, regionAtWork } from './region-at-work.ts'

const MINUTE = 60_000
let work: RegionAtWork
const topic = () => work.region.topics.find((one) => !one.important && !one.season)!.id
const visit = async (path: string, init?: RequestInit) => {
  const reply = await fetch(`${work.engine.apiUrl}${path}`, init)
  return { status: reply.status, headers: reply.headers, html: await reply.text() }
}
const post = async (amount: number) => {
  for (let count = 0; count < amount; count += 1)
    await work.post({ text: 'Не горит фонарь.', topic: topic(), municipality: 'groznyy' })
  await work.engine.idle()
}
const cells = (html: string) => [...html.matchAll(/<td>(\d+)<\/td>/g)].map(([, figure]) => Number(figure))

beforeAll(async () => {
  work = await regionAtWork('2026-03-02T07:00:00Z', (region) => {
    const group = region.topics.find((one) => !one.important && !one.season)!.id.split('.')[0]!
    return { ...region, public: { topics: [`${group}.*`], atLeast: 3, embeddedBy: ['https://city.example'] } }
  })
})
afterAll(() => work.end())

describe('the public page', () => {
  it('shows what came, after some minutes what came since, and may be kept as long', async () => {
    expect((await visit('/public')).html).toContain('меньше 3')
    await post(3)
    expect((await visit('/public')).html).toContain('меньше 3')
    await work.engine.advance(5 * MINUTE)
    const { status, headers, html } = await visit('/public?period=month')
    expect(status).toBe(200)
    expect(cells(html)).toEqual([3, 0, 3, 3, 0, 3])
    expect(headers.get('cache-control')).toBe('public, max-age=300')
    expect(headers.get('vary')).toBe('Accept-Encoding, Accept-Language, Cookie')
    expect(headers.get('x-robots-tag')).toBe('all')
    expect(cells((await visit('/public/groznyy?period=month')).html)).toEqual([3, 0, 3])
    expect((await visit('/public/argun')).html).toContain('меньше 3')
    expect(html).not.toMatch(/95-26|@example|Не горит/)
  })

  it('is not kept where it keeps a choice of language', async () => {
    const { headers } = await visit('/public?lang=ru')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('set-cookie')).toContain('lang=ru')
  })

  it('is set into sites by its embedded page alone, which needs no published answers', async () => {
    const { html, headers } = await visit('/public/embed')
    expect(html).toContain('<dd>3</dd>')
    expect(headers.get('content-security-policy')).toContain('frame-ancestors https://city.example;')
    expect((await visit('/public')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect((await visit('/report')).html).toContain('/public">')
    expect((await visit('/public/answers')).status).toBe(404)
  })

  it.each(['period=x&show=y', 'topic=no.such', 'topic=%3Cscript%3E', 'period=__proto__'])(
    'passes over what it does not know: %s',
    async (query) => {
      const { status, html } = await visit(`/public?${query}`)
      expect(status).toBe(200)
      expect(html).not.toMatch(/<script|no\.such|__proto__/)
    },
  )

  it('is asked and nothing else; an unknown place is nowhere', async () => {
    expect((await visit('/public', { method: 'HEAD' })).html).toBe('')
    expect((await visit('/public', { method: 'POST', body: '' })).status).toBe(405)
    expect((await visit('/public/nowhere')).status).toBe(404)
    expect((await visit('/public/%3Cscript%3E')).html).not.toContain('<script')
  })
})

it('where the region’s file opens nothing, there is no such page and no way to it', async () => {
  const closed = await regionAtWork('2026-03-02T07:00:00Z', undefined, false)
  const reply = await fetch(`${closed.engine.apiUrl}/public`)
  expect(reply.status).toBe(404)
  const form = await (await fetch(`${closed.engine.apiUrl}/report`)).text()
  expect(form).not.toContain('/public')
  await closed.end()
})
