// The grown table of the bench: filled by as many processes as it takes, and nobody is told of what lies there.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, expect, it } from 'vitest'
import { unpack } from '../../functions/store/packed.ts'
import { startLocalRegion } from '../../tools/local-region.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'otklik-fill-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const fill = (count: number) =>
  spawnSync(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    'tools/bench/fill.ts',
    dataDir,
    '95',
    String(count),
  ]).status

it('holds as many closed cases as were asked for, after a second process went on, and no work waits there', async () => {
  expect([fill(3), fill(5), fill(4)]).toEqual([0, 0, 0])
  const { engine, document, tableName } = await startLocalRegion({ region: '95', dataDir, standing: true })
  const mails = (await (await fetch(`${engine.mailboxUrl}/api/mails`)).json()) as unknown[]
  const { Items = [] } = await document.send(
    new ScanCommand({
      TableName: tableName,
      FilterExpression: 'sk = :snapshot AND begins_with(pk, :filled)',
      ExpressionAttributeValues: { ':snapshot': 'S', ':filled': 'C#95-2601' },
    }),
  )
  await engine.stop()
  const cases = Items.map(({ pk, check, state }): unknown[] => [
    pk,
    check,
    (unpack(state) as { status: string }).status,
  ]).sort()
  expect(cases).toEqual(
    ['00000', '00001', '00002', '00003', '00004'].map((n) => [`C#95-260101-${n}`, undefined, 'closed']),
  )
  // Those of the one life that was lived.
  expect(mails.length).toBe(4)
})
