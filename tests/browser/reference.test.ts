// The reference page of the API, read by axe in light and dark, on a telephone and on a desk, with large letters; nothing is wider than
// the screen and nothing is asked of anybody.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { referenceFiles } from '../../lib/reference/page.ts'
import { loadRegion } from '../../regions/load.ts'
import { faultsIn, sights } from './axe.ts'
import { hasBrowser, launch } from './browser.ts'

const html = referenceFiles(loadRegion('95'))['reference.html']

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
    expect(await faultsIn(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect(asked).toEqual([])
    await page.close()
  })
})
