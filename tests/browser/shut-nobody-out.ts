// Pages of the console as one reader sees them: axe finds nothing that keeps them out, and nothing is wider than the window. SCREENS keeps the
// pictures. Used by the tests of the console in a browser.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { faultsIn, type sights } from './axe.ts'

type Each = (typeof sights)[number]
type Sight = readonly [Each[0], Each[1], Each[2], Each[3]]

export async function expectNobodyShutOut(
  browser: Browser,
  pages: ReadonlyMap<string, string>,
  [colorScheme, width, larger, rules]: Sight,
): Promise<void> {
  const tab = await browser.newPage({ viewport: { width: width / larger, height: 740 }, colorScheme })
  for (const [name, html] of pages) {
    await tab.setContent(html)
    expect(await faultsIn(tab, rules), name).toEqual([])
    expect(await tab.evaluate<number>('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width / larger)
    const folder = process.env['SCREENS']
    if (folder && larger === 1 && (width === 360 || width === 1280))
      await tab.screenshot({ path: join(folder, `console-${name}-${width}.png`), fullPage: true })
  }
  await tab.close()
}
