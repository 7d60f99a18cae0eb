// The bench of comments: a region of its own, filled with comments and screened, and what became of them as lines to print. Called by npm run bench --
// --comments.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Region } from '../../regions/schema.ts'
import { startLocalRegion } from '../local-region.ts'
import { CapacityProxy } from './capacity-proxy.ts'
import { commentInBursts, inventComments } from './comments.ts'
import type { BillLine } from './life.ts'

type Line = readonly [what: string, ...figures: (string | number)[]]

/** @param file a CSV whose column `text` is written instead of invented comments */
export async function commentLines(dataDir: string, region: Region, count: number, file?: string) {
  const proxy = new CapacityProxy()
  const local = await startLocalRegion({
    ...{ region: region.code, dataDir, startAt: '2026-03-02T07:00:00Z', standing: true },
    tableProxy: (url) => proxy.start(url),
  })
  try {
    const texts = file ? textsOf(file).slice(0, count) : inventComments(region, count)
    const commented = await commentInBursts(local, region, proxy.total, texts)
    const { written, cases, heardMs, waitSeconds, screenedMs, noCase, toCase, differences } = commented
    const ms = ([p50, p95]: readonly [number, number]) => [`p50 ${p50.toFixed(0)} ms`, `p95 ${p95.toFixed(0)} ms`]
    const lines: Line[] = [
      ['comments written', written],
      ['of these problems', cases],
      ['reply to a network', ...ms(heardMs)],
      ['all wait for a moderator after', `${waitSeconds.toFixed(1)} s`],
      ['a press of the moderator', ...ms(screenedMs)],
      ...billLines('1,000 that become no case', noCase),
      ...billLines('1,000 that become cases', toCase),
      ['differences', differences.length],
    ]
    return { ...commented, lines }
  } finally {
    await local.engine.stop()
    proxy.stop()
  }
}

function billLines(what: string, lines: readonly BillLine[]): Line[] {
  const dollars = lines.reduce((sum, line) => sum + line.dollars, 0)
  const parts = lines.filter(({ amount }) => amount > 0)
  return [
    [what, `$${dollars.toFixed(3)}`],
    ...parts.map((line): Line => [
      `  ${line.service}`,
      line.amount.toFixed(2),
      line.unit,
      `$${line.dollars.toFixed(4)}`,
    ]),
  ]
}

/** Each once, as the bench tells comments apart by their words. */
function textsOf(file: string): string[] {
  const rows = parse<{ text?: string }>(readFileSync(file), { columns: true, bom: true, relax_column_count: true })
  return [...new Set(rows.flatMap(({ text }) => text?.trim() || []))]
}
