// What keeps somebody out of a page, by axe: its rule and where it is broken. Called by the tests in a browser.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

export async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe
    // Of what passes one place is enough: to name each takes most of the time.
    const { violations } = await run({ resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

/** Scheme, width in pixels, and how many times as large the letters are. */
export const sights = [
  ['light', 320, 1],
  ['dark', 360, 1],
  ['light', 1280, 2],
  ['dark', 1280, 1],
] as const
