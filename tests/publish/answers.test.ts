// The pages of published answers as readers get them: what they say, hostile words inert, small whatever is on them.
import { describe, expect, it } from 'vitest'
import type { PublicAnswer } from '../../functions/case/publication.ts'
import { answerPage } from '../../functions/publish/answer-page.tsx'
import { answersPage } from '../../functions/publish/answers-page.tsx'
import { embedPage } from '../../functions/publish/embed-page.tsx'
import { titleOf } from '../../functions/publish/entry.tsx'
import { tagged } from '../../functions/publish/tagged.ts'
import { PUBLIC_LIMITS } from '../../functions/web/desk/for-the-public.ts'
import { loadRegion, regionCodes } from '../../regions/load.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { request } from '../web/visits.ts'

const PAGE_BYTES = 20 * 1024
const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
const region: Region = { ...loadRegion('87'), public: { topics: ['*'], answers: ['*'], atLeast: 5, embeddedBy: [] } }
const answerOf = (more: Partial<PublicAnswer> = {}): PublicAnswer => ({
  ...{ as: 'a1b2c3d4e5f60718', since: '2026-03-03T08:00:00.000Z', at: '2026-03-03T08:00:00.000Z', language: 'ru' },
  ...{ question: 'Яма на дороге.', text: 'Засыпана.', topic: 'roads.pothole', municipality: 'pevek' },
  ...{ organisation: region.organisations[0]!.id, receivedOn: '2026-03-01', answeredOn: '2026-03-03', sort: 'done' },
  ...more,
})
const one = (answer: PublicAnswer, language: Language = 'ru') =>
  answerPage({ region, request: request({}, undefined, language), answer })
const list = (answers: readonly PublicAnswer[], within = region, next?: string) =>
  answersPage({
    ...{ region: within, request: request(), list: { municipality: 'pevek' }, isFirst: true },
    page: { answers, ...(next && { next }) },
  })
const embed = (answers: readonly PublicAnswer[]) =>
  embedPage({
    ...{ region, request: request(), list: {}, days: { from: '2026-01-01', to: '2026-03-05' } },
    ...{ total: undefined, answers },
  })
const facts = (html: string) =>
  [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, value]) => [name, value!.replace(/<[^>]+>/g, '')])

describe('the page of an answer', () => {
  it('says what was asked and answered, by which organisation, and what happened when', () => {
    const html = one(answerOf({ solved: false, at: '2026-03-05T08:00:00.000Z' }))
    expect(html).toContain('<h1>Яма на дороге.</h1>')
    expect([...html.matchAll(/<blockquote>(.*?)<\/blockquote>/g)].map(([, text]) => text)).toEqual([
      'Яма на дороге.',
      'Засыпана.',
    ])
    expect(facts(html)).toEqual([
      ['Тема', region.topics.find(({ id }) => id === 'roads.pothole')!.name['ru']],
      ['Где', region.municipalities.find(({ id }) => id === 'pevek')!.name['ru']],
      ['Сообщение пришло', '01.03.2026'],
      ['Кто ответил', region.organisations[0]!.name['ru']],
      ['Когда ответили', '03.03.2026'],
      ['Что ответили', 'Сделано'],
      ['Что сказал житель', 'Вопрос не решён'],
      ['Опубликовано', '03.03.2026'],
      ['Изменено', '05.03.2026'],
    ])
    expect(html).toContain(
      '<link rel="alternate" type="application/atom+xml" href="https://otklik.example/public/answers.atom"',
    )
  })

  it('leaves out what is not known, and speaks the other language around the words of people', () => {
    const { municipality: _, organisation: __, sort: ___, ...bare } = answerOf()
    expect(facts(one(bare)).map(([name]) => name)).toEqual([
      'Тема',
      'Сообщение пришло',
      'Когда ответили',
      'Опубликовано',
    ])
    const english = one(answerOf(), 'en')
    expect(english).toContain('<html lang="en">')
    expect(english).toContain('<blockquote lang="ru">Засыпана.</blockquote>')
    expect(english).not.toMatch(/undefined|NaN|\[object/)
  })

  it('of the longest texts is small', () => {
    const html = one(answerOf({ question: 'ж'.repeat(PUBLIC_LIMITS.question), text: 'щ'.repeat(PUBLIC_LIMITS.answer) }))
    expect(Buffer.byteLength(html)).toBeLessThan(PAGE_BYTES)
  })
})

describe('every page with hostile words', () => {
  const hostile = answerOf({ question: HOSTILE, text: HOSTILE })
  it.each([
    ['one', one(hostile)],
    ['a list', list([hostile])],
    ['the embedded one', embed([hostile])],
  ])('shows them as words: %s', (_, html) => {
    expect(html).toContain('&lt;script&gt;')
    expect(html.replace(/<img src="data:/, '')).not.toMatch(/<script|<img/)
    expect(html).not.toMatch(/"><(script|img src=x)/)
    expect(html.match(/<h1/g)?.length).toBe(1)
  })
})

describe('the list', () => {
  it.each(regionCodes())('of %s leads on, tells programs where its feed is, and is small', (code) => {
    const within: Region = { ...loadRegion(code), public: region.public }
    const longest = within.topics.toSorted((a, b) => b.name['ru']!.length - a.name['ru']!.length)[0]!.id
    const some = Array.from({ length: 10 }, () => answerOf({ topic: longest, question: 'слово '.repeat(60) }))
    const html = list(some, within, '2026-03-03T08:00:00.000Z#a1')
    expect(Buffer.byteLength(html)).toBeLessThan(PAGE_BYTES)
    expect(html.match(/\/public\/answers\/a1b2c3d4e5f60718"/g)?.length).toBe(10)
    expect(html).toContain('href="https://otklik.example/public/answers.atom?municipality=pevek"')
    expect(html).toContain('?municipality=pevek&amp;after=2026-03-03T08%3A00%3A00.000Z%23a1"')
  })

  it('of nothing says so', () => {
    expect(list([])).toContain('Здесь пока ничего не опубликовано.')
  })
})

describe('J2 the embedded page', () => {
  it('has no form and no script, and its links open beside the site', () => {
    const html = embed([answerOf()])
    expect(html).not.toMatch(/<form|<script|<input|<button/)
    const links = html.match(/<a [^>]*>/g)!
    expect(links.length).toBe(3)
    for (const link of links) expect(link).toContain('target="_blank" rel="noopener"')
  })
})

it('a title is the beginning of a question, cut between words and no character in two', () => {
  expect(titleOf(' Яма\n на   дороге ')).toBe('Яма на дороге')
  expect(titleOf('слово '.repeat(30))).toBe(`${'слово '.repeat(15).trim()}…`)
  expect(titleOf(`${'я'.repeat(89)}😀${'я'.repeat(40)}`)).toBe(`${'я'.repeat(89)}…`)
})

describe('a reply with a tag', () => {
  const reply = { status: 200, headers: { 'Content-Type': 'text/html' }, body: 'текст' }
  const asked = (known?: string) => {
    const plain = request()
    return tagged(
      { ...plain, headers: { ...plain.headers, ...(known && { 'if-none-match': known }) } },
      reply,
      'Cookie',
    )
  }
  const tag = asked().headers!['ETag']!

  it('is sent whole to whoever does not know it, and asked about before each use', () => {
    expect(asked('"other"')).toEqual({
      ...{ status: 200, body: 'текст' },
      headers: {
        ...{ 'Content-Type': 'text/html', ETag: tag, 'X-Robots-Tag': 'all' },
        ...{ 'Cache-Control': 'public, no-cache', Vary: 'Accept-Encoding, Cookie' },
      },
    })
  })

  it.each([tag, `W/${tag}`, `"other", ${tag}`, '*'])('is not sent again to whoever has %s', (known) => {
    expect(asked(known)).toMatchObject({ status: 304, body: '', headers: { ETag: tag } })
  })
})
