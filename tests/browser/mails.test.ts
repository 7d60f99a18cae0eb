// Every letter to citizens and to officials as one sheet each, as a mail program on a narrow telephone shows them: none is wider than its
// window. SCREENS=docs/screens keeps the pictures.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letterHtml } from '../../functions/mail/blocks.tsx'
import { confirmed, lives, region, tell, type Told } from '../mail/every-letter.ts'
import { hasBrowser, launch } from './browser.ts'

const WIDTH = 320
/** With an address longer than the window, as people paste them. */
const said =
  'Вот видео: https://video.example/w/0123456789abcdefghijklmnopqrstuvwxyz-0123456789 Во дворе дома 5 по улице Садовой третью неделю не горят фонари, вечером не видно, куда ставить ногу.'

/** One of each kind, of a confirmed address. */
const letters = [
  ...new Map(
    lives(said)
      .flatMap((life) => tell(confirmed(life), said))
      .filter(({ language }) => language === 'ru')
      .map((told) => [`${told.official} ${told.kind}`, told] as const),
  ).values(),
]

/** Makes each frame as high as its letter; in the browser. */
const widthsOfFrames = `[...document.querySelectorAll('iframe')].map((frame) => {
  const { documentElement } = frame.contentDocument
  frame.style.height = documentElement.scrollHeight + 2 + 'px'
  return documentElement.scrollWidth
})`

const sheet = (some: readonly Told[]) =>
  `<!doctype html><meta charset="utf-8"><style>
    body { font: 14px sans-serif; display: flex; flex-wrap: wrap; gap: 16px; align-items: start; margin: 16px; width: 2080px }
    figure { margin: 0; width: ${WIDTH}px } iframe { border: 1px solid #888; width: ${WIDTH}px }
  </style>${some
    .map(({ kind, letter }) => {
      const html = letterHtml(letter, 'ru', region).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
      return `<figure><figcaption><b>${kind}</b> ${letter.subject.replaceAll('<', '&lt;')}</figcaption><iframe srcdoc="${html}"></iframe></figure>`
    })
    .join('')}`

describe.skipIf(!hasBrowser)('letters', () => {
  let browser: Browser
  beforeAll(async () => void (browser = await launch()))
  afterAll(() => browser?.close())

  it.each([
    ['citizens', false],
    ['officials', true],
  ] as const)('to %s fit a narrow telephone', async (name, official) => {
    const some = letters.filter((one) => one.official === official)
    const page = await browser.newPage({ viewport: { width: 2112, height: 900 } })
    await page.setContent(sheet(some))
    const widths = await page.evaluate<number[]>(widthsOfFrames)
    const folder = process.env['SCREENS']
    if (folder) await page.screenshot({ path: join(folder, `mails-${name}.png`), fullPage: true })
    expect(some.filter((_, at) => widths[at]! > WIDTH).map(({ kind }) => kind)).toEqual([])
    expect(widths.length).toBeGreaterThan(10)
  })
})
