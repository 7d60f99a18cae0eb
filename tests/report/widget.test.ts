// The button for other sites, and what search engines find: the form, in each language, and nothing behind a link.
import * as fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { expect, it, vi } from 'vitest'
import { palette } from '../../regions/palette.ts'
import type { Region } from '../../regions/schema.ts'
import { httpEvent, lambdaContext } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'

const little = littleRegion()
const region: Region = {
  ...little,
  languages: ['ru', 'en'],
  public: { topics: ['*'], answers: [], atLeast: 5, embeddedBy: [] },
}
vi.mock('../../functions/edge/environment.ts', () => ({ deployedRegion: () => region }))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
const { handler } = await import('../../functions/report/handler.tsx')
const { buttonOf, codeOf } = await import('../../functions/report/widget-page.tsx')

const base = 'https://abc123.execute-api.eu-central-1.amazonaws.com'
const get = async (path: string, query: Record<string, string> = {}, resource = '/{proxy+}') => {
  const event = httpEvent({ path, resource, queryStringParameters: query, headers: { Accept: 'text/html' } }, { path })
  const { statusCode, headers, body } = await handler(event, lambdaContext())
  return { statusCode, body, headers: headers as Record<string, string> }
}
const [topic, municipality] = [little.topics[0]!.id, little.municipalities[0]!.id]
const filled = { topic, municipality, address: 'ул. Мира, 5' }

it('is a link with what was chosen, and opens the form with that filled in', async () => {
  const { statusCode, body, headers } = await get('/widget', { ...filled, label: 'Сообщить <о яме>' })
  expect([statusCode, headers['X-Robots-Tag']]).toEqual([200, 'noindex'])
  const address = `${base}/report?${new URLSearchParams(filled).toString()}`
  const { style } = buttonOf(region, { base, query: {}, language: 'ru' })
  const code = `<a href="${address.replaceAll('&', '&amp;')}" target="_blank" rel="noopener" style="${style}">Сообщить &lt;о яме&gt;</a>`
  expect(codeOf(buttonOf(region, { base, query: { ...filled, label: 'Сообщить <о яме>' }, language: 'ru' }))).toBe(code)
  const shown = /<textarea id="code"[^>]*>\n([^<]*)<\/textarea>/.exec(body)![1]!
  expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(
    code,
  )
  const form = await get('/report', filled, '/report')
  expect(form.body).toContain(`value="${topic}" selected=""`)
  expect(form.body).toContain('value="ул. Мира, 5"')
})

it('needs no script, no frame and no style of ours, and its page keeps the promises of all pages', async () => {
  const { body, headers } = await get('/widget', filled)
  const code = codeOf(buttonOf(region, { base, query: filled, language: 'ru' }))
  expect(code).not.toMatch(/<script|<iframe|class=|onclick/)
  expect(headers['Content-Security-Policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(body).not.toContain('<script')
})

it('whatever a button says, its code is one link with one text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (label, address) => {
      const code = codeOf(buttonOf(region, { base, query: { label, address }, language: 'ru' }))
      const { children } = parseDocument(code)
      expect(children).toHaveLength(1)
      const [link] = children as { name?: string; attribs?: Record<string, string>; children?: { type: string }[] }[]
      expect([link!.name, Object.keys(link!.attribs!), link!.children!.map(({ type }) => type)]).toEqual([
        ...['a', ['href', 'target', 'rel', 'style'], ['text']],
      ])
      expect(link!.attribs!['href']!.startsWith(`${base}/report`)).toBe(true)
    }),
  )
})

it('what the region does not know is left out of the link, and named', async () => {
  const { body } = await get('/widget', { topic: 'mars', address: 'ул. Мира, 5' })
  expect(body).toContain('<p class="note">')
  expect(buttonOf(region, { base, query: { topic: 'mars' }, language: 'ru' }).address).toBe(`${base}/report`)
})

it('the form is found by a search as one page in each language, however a link fills it in', async () => {
  const links = (address: string) =>
    `<link rel="canonical" href="${address}"/><link rel="alternate" hreflang="ru" href="${base}/report"/><link rel="alternate" hreflang="en" href="${base}/report?lang=en"/>`
  const queries: Record<string, string>[] = [{}, filled, { utm_source: 'vk' }]
  for (const query of queries) {
    const { body, headers } = await get('/report', query, '/report')
    expect(headers['X-Robots-Tag']).toBe('all')
    expect(body).toContain(links(`${base}/report`))
    expect(body).toMatch(/<meta name="description" content="[^"]{20,}"/)
    expect(body).not.toContain('noindex')
  }
  expect((await get('/report', { lang: 'en' }, '/report')).body).toContain(links(`${base}/report?lang=en`))
  // What a link says wrongly is not what anybody looks for.
  expect((await get('/report', { topic: 'mars' }, '/report')).body).toContain('noindex')
})

it('robots may look at all, and are told the pages that are for everybody', async () => {
  const robots = await get('/robots.txt')
  expect([robots.statusCode, robots.body]).toEqual([
    ...[200, `User-agent: *\nDisallow:\n\nSitemap: ${base}/sitemap.xml\n`],
  ])
  const { body } = await get('/sitemap.xml')
  const pages = [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, page]) => page)
  expect(pages).toEqual(['report', 'about', 'public', 'public/answers'].map((page) => `${base}/${page}`))
})

it('a tab has a picture in the region’s colour, whoever looks', async () => {
  const { statusCode, headers, body } = await get('/favicon.ico')
  expect([statusCode, headers['Content-Type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
  expect(body).toContain(`fill="${little.look.accent?.light ?? palette.light.accent}"`)
})
