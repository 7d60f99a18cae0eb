// The public page as readers get it: what it says and leaves out, in which language, and how much of it there is.
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../functions/publish/cells.ts'
import { type Asked, figuresPage } from '../../functions/publish/figures-page.tsx'
import { loadRegion, regionCodes } from '../../regions/load.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { request } from '../web/visits.ts'

const chukotka = loadRegion('87')
const days = { from: '2026-01-01', to: '2026-03-05' }
const PAGE_BYTES = 20 * 1024
const MAP_BYTES = 16 * 1024

const page = (region: Region, cells: readonly Cell[], asked: Partial<Asked> = {}, language: Language = 'ru') =>
  figuresPage({
    region,
    request: request({}, undefined, language),
    asked: { period: 'quarter', show: 'open', ...asked },
    days,
    cells,
    topics: new Set(region.topics.map(({ id }) => id)),
  })
const cell = (topic: string, municipality: string | undefined, counts: Record<string, number>): Cell => ({
  topic,
  ...(municipality && { municipality }),
  counts,
})
const few = [
  cell('roads.pothole', 'bilibino', { received: 12, solved: 6, c2880: 6, open: 5, reopened: 1, rated: 5, score: 21 }),
  cell('roads.pothole', 'pevek', { received: 7, open: 7 }),
  cell('yards.playground', 'pevek', { received: 6, solved: 2, c60: 2, unanswered: 1, open: 3 }),
  cell('roads.pothole', undefined, { received: 5, open: 5 }),
]
/** The words of the rows of a table, a row each. */
const table = (html: string, id: string) => {
  const [, body = ''] = new RegExp(`aria-labelledby="${id}".*?<tbody>(.*?)</tbody>`, 's').exec(html) ?? []
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    row!
      .replace(/<[^>]+>/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  )
}
const onMap = (html: string) => [...html.matchAll(/<text [^>]+>(\d+)</g)].map(([, amount]) => amount)

describe('the page of a region', () => {
  const html = page(chukotka, few)

  it('says the same by topic, by place and on the map, and leads on', () => {
    const name = (id: string) => chukotka.municipalities.find((one) => one.id === id)!.name['ru']!
    expect(table(html, 'places')).toEqual([
      `${name('pevek')} 13 2 10 —`,
      `${name('bilibino')} 12 6 5 до 48 ч`,
      'место не указано 5 0 5 —',
    ])
    expect(table(html, 'topics').map((row) => row.replace(/^\D+/, ''))).toEqual(['24 6 17 до 48 ч', '6 2 3 —'])
    expect(onMap(html).sort()).toEqual(['10', '5'])
    expect(onMap(page(chukotka, few, { show: 'solved' })).sort()).toEqual(['2', '6'])
    expect(html).toContain('<a href="public/pevek">')
    expect(html).toContain('<a href="?topic=roads.pothole">')
    expect(html).toContain('4,2 из 5 (оценок: 5)')
    expect(html).toContain(chukotka.outlines!.attribution)
  })

  it('of one topic, and of one municipality, counts those alone', () => {
    const ofTopic = page(chukotka, few, { topic: 'yards.playground', period: 'year' })
    expect(table(ofTopic, 'places').map((row) => row.replace(/^\D+/, ''))).toEqual(['6 2 3 —'])
    expect(table(ofTopic, 'topics')).toEqual([])
    expect(ofTopic).toContain('<a href="https://otklik.example/public?period=year">')
    expect(ofTopic).toContain('<input type="hidden" name="topic" value="yards.playground"/>')
    const ofPlace = page(chukotka, few, { municipality: 'pevek' })
    expect(table(ofPlace, 'topics').map((row) => row.replace(/^\D+/, ''))).toEqual(['7 0 7 —', '6 2 3 —'])
    expect(ofPlace).not.toContain('<svg')
    expect(ofPlace).toContain('action="https://otklik.example/public/pevek"')
  })

  it('says nothing of too few', () => {
    const html = page(chukotka, few.slice(3), { municipality: 'bilibino' })
    expect(html).toContain('меньше 5')
    expect(html).not.toMatch(/<table|<svg|<dl/)
  })

  it('speaks the other language, and keeps what is shown', () => {
    const html = page(chukotka, few, { topic: 'roads.pothole' }, 'en')
    expect(html).toContain('<html lang="en">')
    expect(table(html, 'places').at(-1)).toBe('place not given 5 0 5 —')
    expect(html).not.toMatch(/undefined|NaN|\[object/)
  })
})

describe.each(regionCodes())('with everything it has, the page of %s', (code) => {
  const open = { topics: ['*'], atLeast: 5, embeddedBy: [] }
  const region: Region = { ...loadRegion(code), public: open }
  const all = region.topics.flatMap(({ id }) =>
    region.municipalities.map((place) => cell(id, place.id, { received: 1234, solved: 1001, c2880: 1001, open: 233 })),
  )
  const html = page(region, all)

  it('is one small request without a script, but for its map', () => {
    const map = /<svg.*<\/svg>/s.exec(html)![0]
    expect(Buffer.byteLength(map)).toBeLessThan(MAP_BYTES)
    expect(Buffer.byteLength(html) - Buffer.byteLength(map)).toBeLessThan(PAGE_BYTES)
    expect(html).not.toMatch(/<script|<link|src="(?!data:)|@import|url\(/)
    expect(html.match(/<h1/g)?.length).toBe(1)
  })

  it('lists every municipality, and so many topics as there is room for', () => {
    expect(table(html, 'places').length).toBe(region.municipalities.length)
    expect(table(html, 'topics').length).toBe(16)
    expect(table(html, 'topics').at(-1)).toContain('остальные темы вместе')
  })
})
