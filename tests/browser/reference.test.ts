// The reference page of the API, on a telephone and on a desk, in light and dark, with large letters: nothing is wider than the screen
// and nothing is asked of anybody. Read by axe in the narrowest light and the widest dark sight: the page is long, and differs in nothing else.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { referenceFiles } from '../../lib/reference/page.ts'
import { loadRegion } from '../../regions/load.ts'
import { faultsIn, sights } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'

const html = referenceFiles(loadRegion('95'))['reference.html']

const isRead = (scheme: string, width: number) => width === (scheme === 'light' ? 320 : 1280)

describe.skipIf(!hasBrowser)('the reference page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it.each(sights)('%s, %i pixels wide, letters %i times as large', async (colorScheme, width, letters) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.setContent(html)
    await page.addStyleTag({ content: `html{font-size:${letters * 100}%}body{font-size:${letters * 17}px}` })
    await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    if (isRead(colorScheme, width)) expect(await faultsIn(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect(asked).toEqual([])
    await page.close()
  })
})
