// What one case's life asks of the table, of queues, of timers and by mail is written in docs/cost.json, and what `record` asks of the table for
// messages that come at once: whoever adds a write, a read or a mail changes that file (`npm test -- tests/bench -u`), and so whoever reads the change
// sees it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { CapacityProxy } from '../../tools/bench/capacity-proxy.ts'
import { lifeBill } from '../../tools/bench/life.ts'
import { recordAtOnce } from '../../tools/bench/record-at-once.ts'
import { startLocalRegion } from '../../tools/local-region.ts'

it('one life, lived at once and four weeks watched, and ten messages put on record at once, cost what docs/cost.json says', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-cost-'))
  const proxy = new CapacityProxy()
  const { engine, ...local } = await startLocalRegion({
    region: '95',
    dataDir,
    startAt: '2026-02-02T07:00:00Z',
    standing: true,
    tableProxy: (url) => proxy.start(url),
  })
  const { used, operations } = await lifeBill({ engine, ...local }, loadRegion('95'), proxy.total, 1, 'at once')
  const recorded = await recordAtOnce({ engine, ...local }, loadRegion('95'), proxy.total)
  await engine.stop()
  proxy.stop()
  rmSync(dataDir, { recursive: true, force: true })

  // Time is no count, and the length of a line is not the same each time.
  const { gigabyteSeconds: _, logBytes: __, ...counts } = used
  await expect(`${JSON.stringify({ ...counts, operations, recorded }, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/cost.json',
  )
})
