// What stands at the foot of every page, and the page it leads to; the languages of a page and of its parts.
import { expect, it } from 'vitest'
import { AboutPage } from '../../functions/report/about-page.tsx'
import { ReportPage } from '../../functions/report/report-page.tsx'
import { RespondPage } from '../../functions/respond/respond-page.tsx'
import { ReviewPage } from '../../functions/review/review-page.tsx'
import { TrackPage } from '../../functions/track/track-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { assigned, fileAfter, nonce, region, request, visitTo } from './visits.ts'

const file = fileAfter([assigned])
const form = (asked: ReturnType<typeof request>, within: Region = region) =>
  document(<ReportPage request={asked} region={within} nonce={nonce} errors={{}} fields={{}} />)
const about = (language: 'ru' | 'en', within: Region) =>
  document(<AboutPage request={request({}, undefined, language)} region={within} />)

it('every page leads to who runs it, the policy, the terms of storage and accessibility', () => {
  const pages = [
    form(request()),
    about('ru', region),
    document(<TrackPage {...visitTo(file, 'track')} />),
    document(<TrackPage {...visitTo(file, 'track', { mailed: true })} />),
    document(<RespondPage {...visitTo(file, 'respond')} />),
    document(<ReviewPage {...visitTo(file, 'triage')} />),
  ]
  for (const html of pages) {
    const [footer = ''] = /<footer>.*<\/footer>/s.exec(html) ?? []
    expect([...footer.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      ...['who', 'policy', 'storage', 'accessibility'].map((part) => `https://otklik.example/about#${part}`),
      'https://otklik.example/public',
    ])
  }
  expect(form(request())).toMatch(/Подробнее: <a href="https:\/\/otklik.example\/about#policy">/)
})

it('says what the region’s file says, and what follows from it', () => {
  const chukotka = loadRegion('87')
  const html = about('en', chukotka)
  expect(html).toContain('A moderator may publish answers on some topics')
  expect(about('en', { ...chukotka, public: { ...chukotka.public!, answers: [] } })).not.toContain(
    'A moderator may publish',
  )
  for (const part of ['who', 'policy', 'storage', 'accessibility']) expect(html).toContain(`<h2 id="${part}">`)
  for (const said of [chukotka.about.who!['en']!, chukotka.about.policy!['en']!, 'for 730 days', 'for 14 days'])
    expect(html).toContain(said)
  const paragraphs = { ...region, about: { storage: { ru: 'Архив: <b>5 лет</b>.\n\nИ ещё.' } } }
  expect(about('ru', paragraphs)).toContain('<p>Архив: &lt;b&gt;5 лет&lt;/b&gt;.</p><p>И ещё.</p><p>Тексты')
  expect(about('ru', region)).toContain('Сервис ведёт Отклик. Телефон: +7 000 000-00-00.')
})

it('every page leads to the region’s other languages, and keeps what a mail’s button chose', () => {
  const links = (html: string) =>
    [...html.matchAll(/<a href="([^"]+)" lang="(\w\w)" hreflang/g)].map(([, ...one]) => one)
  expect(links(form(request()))).toEqual([['?lang=en', 'en']])
  expect(links(form(request({}, undefined, 'en')))).toEqual([['?lang=ru', 'ru']])
  expect(links(document(<TrackPage {...visitTo(file, 'track', { query: { do: 'solved', done: 'rate' } })} />))).toEqual(
    [['?do=solved&amp;lang=en', 'en']],
  )
  expect(links(form(request(), { ...region, languages: ['ru'] }))).toEqual([])
  expect(links(form(request({}, { text: 'Яма' })))).toEqual([])
})

it('marks what is in another language than the page: names, and what the citizen wrote', () => {
  const english = form(request({}, undefined, 'en'))
  expect(english).toContain('<b lang="ru">Отклик</b> <small lang="ru">Малая область</small>')
  expect(form(request())).toContain('<b>Отклик</b> <small>Малая область</small>')
})
