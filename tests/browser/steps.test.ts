// The steps of the form, what stands behind a code, "not me", one's data and links, in Russian and English: read by axe in light and dark, on
// a telephone and on a desk, with large letters, and walked through by keyboard. SCREENS=docs/screens keeps the pictures.
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkIn, open, type Page, send } from '../../tools/visitor.ts'
import { type RegionAtWork, regionAtWork } from '../journeys/region-at-work.ts'
import { faultsIn, sights } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'

/** As it is made and as it travels. The form holds the whole lists of municipalities and topics, a responder's page that of organisations. */
const PAGE_BYTES = 24 * 1024
const SENT_BYTES = 8 * 1024

/** Gives each thing that acts a name, the radios of one question one name, and tells them; in the browser. */
const markThings = `[...new Set(
  [...document.querySelectorAll('a[href], button:not([tabindex="-1"]), input:not([type=hidden], [tabindex="-1"]), select, textarea, summary')]
    .filter((one) => one.checkVisibility())
    .map((one, at) => (one.dataset.at = one.type === 'radio' ? 'radio ' + one.name : String(at))),
)]`

describe.skipIf(!hasBrowser)('pages between others', () => {
  let work: RegionAtWork
  let browser: Browser
  let pages: Readonly<Record<string, Page>>

  beforeAll(async () => {
    const opened = { topics: ['*'], atLeast: 3, embeddedBy: [] }
    work = await regionAtWork(
      '2026-03-02T07:00:00Z',
      (region) => ({ ...region, languages: ['ru', 'en'], public: opened }),
      false,
    )
    browser = await launch()
    pages = { ...(await pagesIn('ru')), ...(await pagesIn('en')) }
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await work?.end()
  })

  /** By a citizen who leaves a telephone, and the responder who has their message. */
  async function pagesIn(language: 'ru' | 'en'): Promise<Record<string, Page>> {
    const at = (url: string) => open(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`)
    const { apiUrl } = work.engine
    const form = await at(`${apiUrl}/report`)
    const map = await send(
      { ...form, html: form.html.replace(/action="[^"]*"/, `action="${apiUrl}/form/place?lang=${language}"`) },
      'name="text"',
      {},
    )
    const text = `На Садовой не горит фонарь, и мусор не вывозят (${language}).`
    const check = await send(form, 'name="text"', {
      text,
      municipality: 'groznyy',
      phone: '+7 928 000-11-22',
      name: 'Зара',
    })
    const track = await send(check, 'name="nonce"', { 'topic-found': 'yards.lighting' })
    await work.engine.idle()
    const id = /95-260302-\w{5}/.exec(track.html)![0]
    const people = work.region.organisations.map(({ responder }) => responder)
    const mail = (await work.mails(people)).findLast(
      ({ subject, text: words }) => subject.includes(id) && words.includes('/a/'),
    )!
    const own = linkIn(mail.text, '/a/', apiUrl)
    const code = await at(`${own}?do=call`)
    const proven = language === 'ru' ? await prove(code) : undefined
    return {
      [`report-${language}`]: form,
      [`report-map-${language}`]: map,
      [`report-topics-${language}`]: check,
      [`track-by-phone-${language}`]: track,
      [`code-${language}`]: code,
      ...(proven && { 'respond-call': proven, 'respond-not-me': await notMe(own) }),
      [`my-data-${language}`]: await at(`${track.url.split('?')[0]}/data`),
      [`my-${language}`]: await at(`${apiUrl}/my`),
      [`about-${language}`]: await at(`${apiUrl}/about`),
    }
  }

  async function prove(code: Page): Promise<Page> {
    const sent = await send(code, 'value="send"', { step: 'send', 'sure-code': 'yes' })
    const mails = await work.mails(work.region.organisations.map(({ responder }) => responder))
    const digits = /Код: (\d{6})/.exec(mails.findLast(({ text }) => text.startsWith('Код: '))!.text)![1]!
    return send(sent, 'value="enter"', { step: 'enter', code: digits })
  }

  async function notMe(own: string): Promise<Page> {
    const accepted = await send(await open(own), 'value="accept"', { action: 'accept', 'sure-accept': 'yes' })
    return open(`${own}?do=not-me-${/do=not-me-(\d+)/.exec(accepted.html)![1]}`)
  }

  it('are what they are called', () => {
    const heading = (name: string) => /<h1>([^<]*)/.exec(pages[name]!.html)?.[1]
    expect(Object.keys(pages).map((name) => `${name}: ${heading(name)}`)).toMatchInlineSnapshot(`
      [
        "report-ru: Сообщить о проблеме",
        "report-map-ru: Где это?",
        "report-topics-ru: Проверьте перед отправкой",
        "track-by-phone-ru: Ваше сообщение",
        "code-ru: Подтвердите, что это вы",
        "respond-call: Наружное освещение",
        "respond-not-me: Это были не вы?",
        "my-data-ru: Мои данные",
        "my-ru: Ссылки на мои сообщения",
        "about-ru: О сервисе",
        "report-en: Report a problem",
        "report-map-en: Where is it?",
        "report-topics-en: Check before you send",
        "track-by-phone-en: Your message",
        "code-en: Confirm that it is you",
        "my-data-en: My data",
        "my-en: The links of my messages",
        "about-en: About this service",
      ]
    `)
    expect(pages['respond-call']!.html).toContain('+7 928 000-11-22')
  })

  it.each(sights)(
    'shut nobody out: %s, %i pixels, letters %i times as large',
    async (colorScheme, width, larger, rules) => {
      const tab = await browser.newPage({ viewport: { width: width / larger, height: 740 }, colorScheme })
      for (const [name, { html }] of Object.entries(pages)) {
        expect(Buffer.byteLength(html), name).toBeLessThanOrEqual(PAGE_BYTES)
        expect(gzipSync(html).length, name).toBeLessThanOrEqual(SENT_BYTES)
        await tab.setContent(html)
        expect(await faultsIn(tab, rules), name).toEqual([])
        expect(await tab.evaluate<number>('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(
          width / larger,
        )
        const folder = process.env['SCREENS']
        if (folder && width === 320) await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
      }
      await tab.close()
    },
  )

  it('can be walked through by keyboard: each thing that acts is reached and seen to be', async () => {
    const tab = await browser.newPage({ viewport: { width: 360, height: 740 } })
    for (const [name, { html }] of Object.entries(pages)) {
      await tab.setContent(html)
      const all = await tab.evaluate<string[]>(markThings)
      const seen = new Set<string>()
      for (let press = 0; press < all.length + 5; press += 1) {
        await tab.keyboard.press('Tab')
        const [at, outline] = await tab.evaluate<[string, string]>(
          "[document.activeElement.dataset.at ?? '', getComputedStyle(document.activeElement).outlineStyle]",
        )
        if (at) expect(outline, `${name}: ${at}`).not.toBe('none')
        seen.add(at)
      }
      expect(
        all.filter((one) => !seen.has(one)),
        name,
      ).toEqual([])
    }
    await tab.close()
  })
})
