// What keeps somebody out of a page, by axe: its rule and where it is broken. Called by the tests in a browser.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** Rules whose verdict follows from colours and from what scrolls. */
const bySight = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable']

/** @param rules all, or only those whose verdict differs from sight to sight */
export async function faultsIn(page: Page, rules: 'all rules' | 'rules by sight' = 'all rules'): Promise<string[]> {
  // A tab keeps it when it is given another page.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe)
  return page.evaluate(
    async (runOnly) => {
      const { run } = (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe
      // Of what passes one place is enough: to name each takes most of the time.
      const { violations } = await run({ resultTypes: ['violations'], ...(runOnly && { runOnly }) })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    },
    rules === 'all rules' ? undefined : bySight,
  )
}

/**
 * Scheme, width in pixels, how many times as large the letters are, and which rules are tried there: what is written in a page is the
 * same in all of them but for what a width shows, and is read in the narrowest and the widest.
 */
export const sights = [
  ['light', 320, 1, 'all rules'],
  ['dark', 360, 1, 'rules by sight'],
  ['light', 1280, 2, 'rules by sight'],
  ['dark', 1280, 1, 'all rules'],
] as const
