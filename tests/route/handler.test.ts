// What route does with a message that fails each time it comes, and with one for a case of a cluster.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseEvent } from '../../functions/case/events.ts'
import { handler } from '../../functions/route/handler.ts'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { handle } from '../../functions/store/handle.ts'
import { loadEvent } from '../../functions/store/load-event.ts'
import { loadCaseFile } from '../../functions/store/load.ts'
import { catchLog, lambdaContext, queueEvent } from '../edge/events.ts'
import { assigned, at, caseId, region } from '../notify/outbox.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => name,
  deployedRegion: () => region,
}))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
vi.mock('../../functions/store/models.ts', () => ({ modelHead: () => Promise.resolve(undefined) }))
vi.mock('../../functions/routing/route-message.ts', () => ({ routeMessage: vi.fn() }))
vi.mock('../../functions/store/load.ts', () => ({ loadCaseFile: vi.fn() }))
vi.mock('../../functions/store/load-event.ts', () => ({ loadEvent: vi.fn() }))
vi.mock('../../functions/store/handle.ts', () => ({ handle: vi.fn() }))

let logged: ReturnType<typeof catchLog>
beforeEach(() => {
  vi.restoreAllMocks()
  vi.mocked(handle).mockReset().mockResolvedValue({ outcome: 'refused', code: 'not now' })
  logged = catchLog()
})

const receive = async (receives: number, message: object) => {
  const batch = queueEvent({ v: 1, caseId, ...message })
  Object.assign(batch.Records[0]!, { attributes: { ApproximateReceiveCount: String(receives) } })
  const { batchItemFailures } = (await handler(batch, lambdaContext())) as { batchItemFailures: unknown[] }
  return batchItemFailures.length === 0 ? 'done' : 'again'
}
const given = () => vi.mocked(handle).mock.calls.map(([{ caseId: id, command }]) => ({ caseId: id, command }))

describe('a message whose routing fails each time', () => {
  const { state, ...file } = assigned()
  const stuck = { ...file, state: { ...state, status: 'routing', topic: 'roads.pothole' } } as const
  const triage = (because: object[] = []) => ({
    ...{ outcome: 'triage', topic: 'roads.pothole', municipality: 'north', why: 'routing failed', because },
  })
  const given4 = [{ caseId, command: { type: 'Route', by: { role: 'system' }, routing: triage() } }]

  it('is tried three times and then goes to a person, with the reason and a count', async () => {
    vi.mocked(loadCaseFile).mockResolvedValue(stuck)
    vi.mocked(routeMessage).mockImplementation(() => {
      throw new Error('bad text')
    })
    for (const receives of [1, 2, 3]) expect(await receive(receives, { seq: 1 })).toBe('again')
    expect(given()).toEqual([])
    expect(await receive(4, { seq: 1 })).toBe('done')
    expect(given()).toEqual(given4)
    expect(logged().filter((line) => '_aws' in line)).toMatchObject([{ RoutingFailed: 1, region: '99', caseId }])
  })

  it('also when it is the table that does not take what was found', async () => {
    vi.mocked(loadCaseFile).mockResolvedValue(stuck)
    vi.mocked(routeMessage).mockReturnValue({ outcome: 'triage', why: 'topic unknown' } as never)
    vi.mocked(handle).mockRejectedValueOnce(new Error('SerializationException'))
    expect(await receive(4, { seq: 1 })).toBe('done')
    expect(given().slice(1)).toEqual(given4)
  })

  it('is not given up while nothing can be written', async () => {
    vi.mocked(loadCaseFile).mockResolvedValue(stuck)
    vi.mocked(handle).mockRejectedValue(new Error('no table'))
    expect(await receive(4, { seq: 1 })).toBe('again')
    expect(logged().filter((line) => '_aws' in line)).toEqual([])
  })
})

describe('the end of a case reaches one that was merged into it', () => {
  const child = '99-260302-CCCCC'
  const by = { role: 'system' } as const
  const ended = (event: object) => vi.mocked(loadEvent).mockResolvedValue({ at, by, ...event } as CaseEvent)
  const share = { caseId: child, command: { type: 'ShareAnswer', by, text: 'Сделано.', from: caseId, endedAt: at } }
  const release = { caseId: child, command: { type: 'Unmerge', by, from: caseId, endedAt: at } }

  it.each([
    ['answer_approved', { text: 'Сделано.', kind: 'final' }, share],
    [
      'answer_approved',
      { text: 'Сделано.', kind: 'final', sort: 'done' },
      { ...share, command: { ...share.command, sort: 'done' } },
    ],
    ['rejected', { reason: 'Спам.' }, release],
    ['closed', { outcome: 'no reply' }, release],
  ])('that was %s, once or more', async (type, more, expected) => {
    ended({ type, ...more })
    expect([await receive(1, { seq: 9, child }), await receive(2, { seq: 9, child })]).toEqual(['done', 'done'])
    expect(given()).toEqual([expected, expected])
  })

  it('and releases it when the answer cannot be shared', async () => {
    ended({ type: 'answer_approved', text: 'Сделано.', kind: 'final' })
    vi.mocked(handle).mockRejectedValueOnce(new Error('no'))
    expect(await receive(1, { seq: 9, child })).toBe('again')
    vi.mocked(handle).mockRejectedValueOnce(new Error('no'))
    expect(await receive(4, { seq: 9, child })).toBe('done')
    expect(given()).toEqual([share, share, release])
  })
})
