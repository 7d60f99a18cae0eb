// The digest as notify gets it: what is no longer true is dropped, and what cannot be made is not gathered for ever.
import { beforeEach, expect, it, vi } from 'vitest'
import { handler } from '../../functions/notify/handler.ts'
import { deliverTogether } from '../../functions/notify/deliver.ts'
import { loadCaseFile } from '../../functions/store/load.ts'
import { catchLog, lambdaContext, queueEvent } from '../edge/events.ts'
import { assigned, caseId, outbox, record, region, responder } from './outbox.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => name,
  deployedRegion: () => region,
}))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
vi.mock('../../functions/store/load.ts', () => ({ loadCaseFile: vi.fn() }))
vi.mock('../../functions/notify/deliver.ts', () => ({
  deliverTogether: vi.fn(() => Promise.resolve()),
  deliver: vi.fn(),
}))

beforeEach(() => {
  vi.restoreAllMocks()
  logged = catchLog()
})
let logged: ReturnType<typeof catchLog>

const post = (receives: number, ...seqs: number[]) => {
  const batch = queueEvent({ v: 1, recipient: responder, notices: seqs.map((seq) => ({ caseId, seq })) })
  Object.assign(batch.Records[0]!, { attributes: { ApproximateReceiveCount: String(receives) } })
  return handler(batch, lambdaContext()) as Promise<{ batchItemFailures: unknown[] }>
}

it('sends what is still true and drops the rest', async () => {
  const file = assigned([record({ status: 'waiting' })])
  vi.mocked(loadCaseFile).mockResolvedValue(file)
  const { lines } = outbox([])
  expect((await post(1, 1, 2)).batchItemFailures).toEqual([])
  expect(lines).toEqual(['end A1 skipped'])
  expect(vi.mocked(deliverTogether).mock.lastCall![0].map(({ seq, notice }) => [seq, notice.recipient])).toEqual([
    [2, responder],
  ])
})

it('tries three times what cannot be made, then leaves it to the sweep; the others are not held up', async () => {
  vi.mocked(loadCaseFile).mockResolvedValue(assigned())
  for (const receives of [1, 2, 3]) {
    const { lines } = outbox([])
    expect((await post(receives, 9, 2)).batchItemFailures).toHaveLength(1)
    expect(lines).toEqual([])
    expect(vi.mocked(deliverTogether).mock.lastCall![0].map(({ seq }) => seq)).toEqual([2])
  }
  const { lines } = outbox([])
  expect((await post(4, 9, 2)).batchItemFailures).toEqual([])
  expect(lines).toEqual(['end A9 failed'])
  expect(logged().find(({ message }) => message === 'notice not made')).toMatchObject({ caseId, seq: 9 })
})
