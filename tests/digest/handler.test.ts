// Notices that waited are queued as mails once, however many there are, and again only when their mail should have gone.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import type { DigestMessage } from '../../functions/contract/queued.ts'
import { handler } from '../../functions/digest/handler.ts'
import { now } from '../../functions/edge/now.ts'
import { sendAll } from '../../functions/queues/send.ts'
import { claimNotice, keepNotice } from '../../functions/store/notices.ts'
import { keys } from '../../functions/store/table.ts'
import { catchLog, lambdaContext } from '../edge/events.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

let at: TestTable
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => (name === 'TABLE_NAME' ? at.tableName : name === 'MAILS_PER_SECOND' ? '2' : name),
  environmentIfSet: () => undefined,
}))
vi.mock('../../functions/edge/now.ts', () => ({ now: vi.fn() }))
vi.mock('../../functions/queues/send.ts', () => ({ sendAll: vi.fn() }))

const MINUTE = 60_000
const MORNING = '2026-03-03T05:00:00.000Z'
const READERS = 30
const EACH = 26
const all = Array.from({ length: READERS * EACH }, (_, index) => ({
  caseId: `99-260302-${String(index).padStart(5, '0')}`,
  recipient: `responder-${index % READERS}`,
}))

let queued: DigestMessage[] = []
beforeAll(async () => {
  at = await startTable()
  catchLog()
  const evening = '2026-03-02T19:00:00.000Z'
  await Promise.all(
    all.map(({ caseId, recipient }) => keepNotice({ ...about(caseId, recipient, evening), until: MORNING })),
  )
}, 60_000)
afterAll(() => at.end())
beforeEach(() => {
  queued = []
  vi.mocked(sendAll).mockImplementation((_queue, messages) => {
    queued.push(...(messages as DigestMessage[]))
    return Promise.resolve([])
  })
})

function about(caseId: string, recipient: string, instant: string) {
  const notice = { recipient, kind: 'work', link: 'respond' } as const
  return { tableName: at.tableName, caseId, seq: 2, notice, at: instant, attempts: 0, refusals: 0 }
}
async function run(instant: string, leftMs: number[] = [200_000]) {
  vi.mocked(now).mockReturnValue(instant)
  await handler({} as never, lambdaContext(...leftMs))
  return queued.flatMap(({ recipient, notices }) => notices.map(({ caseId }) => `${recipient} ${caseId}`)).sort()
}
const names = all.map(({ recipient, caseId }) => `${recipient} ${caseId}`).sort()

it('goes on in the next run where time ran out, and queues each notice once', async () => {
  const first = await run(MORNING, [200_000, 200_000, 200_000, 10_000])
  expect([queued.length, first.length < names.length]).toEqual([20, true])
  const second = await run(later(MORNING, 5 * MINUTE))
  expect([...first, ...second].filter((one, index, both) => both.indexOf(one) === index).sort()).toEqual(names)
  expect(queued.length).toBe(2 * READERS)
})

it('leaves them alone while their mails are on their way, and gathers again what did not go', async () => {
  expect(await run(later(MORNING, 9 * MINUTE))).toEqual([])
  const { caseId, recipient } = all[0]!
  await claimNotice({ ...about(caseId, recipient, later(MORNING, 6 * MINUTE)), link: { ...keys.link('hash') } })
  const again = await run(later(MORNING, 20 * MINUTE))
  expect(again).toEqual(names.filter((name) => name !== `${recipient} ${caseId}`))
})

it('gives those behind many others more time', async () => {
  const until = async ({ caseId, recipient }: (typeof all)[number]) =>
    Date.parse(String((await at.get(keys.notice(caseId, 2, recipient)))!['gatheredUntil']))
  expect((await until(all.at(-1)!)) - (await until(all[1]!))).toBeGreaterThan(30_000)
})
