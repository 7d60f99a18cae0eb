// One sweep over cases of which some fail: the others are checked, those that fail are put off, and the run is reported as failed.
import { expect, it, vi } from 'vitest'
import { putOffCheck } from '../../functions/store/checks.ts'
import { heal } from '../../functions/sweep/heal.ts'
import { handler } from '../../functions/sweep/handler.ts'
import { catchLog, lambdaContext } from '../edge/events.ts'

vi.mock('../../functions/edge/environment.ts', () => ({ environment: (name: string) => name }))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
vi.mock('../../functions/edge/now.ts', () => ({ now: () => '2026-03-02T07:00:00.000Z' }))
vi.mock('../../functions/store/checks.ts', () => ({ putOffCheck: vi.fn() }))
vi.mock('../../functions/sweep/heal.ts', () => ({ heal: vi.fn() }))
vi.mock('../../functions/store/due.ts', () => ({
  dueChecks: async function* () {
    for (let index = 1; index <= 100; index += 1) yield await Promise.resolve(`case-${index}`)
  },
}))

const sweep = () => handler({}, lambdaContext(100_000))

it('puts off what fails and checks the others', async () => {
  const logged = catchLog()
  const broken = ['case-1', 'case-50']
  vi.mocked(heal).mockImplementation((id) =>
    broken.includes(id) ? Promise.reject(new Error('broken')) : Promise.resolve(),
  )
  vi.mocked(putOffCheck).mockResolvedValueOnce().mockRejectedValueOnce(new Error('no table'))
  await expect(sweep()).rejects.toThrow('2 of 100 checks failed.')
  expect(vi.mocked(heal)).toHaveBeenCalledTimes(100)
  expect(vi.mocked(putOffCheck).mock.calls).toEqual(broken.map((id) => ['TABLE_NAME', id, '2026-03-02T07:00:00.000Z']))
  expect(logged().map(({ message }) => message)).toEqual(['check failed', 'check failed', 'check not put off', 'swept'])
})

it('leaves to others what is their share', async () => {
  catchLog()
  vi.mocked(heal).mockReset().mockResolvedValue()
  const seen = async (part: number) => {
    vi.mocked(heal).mockClear()
    await handler({ part, of: 2 }, lambdaContext(100_000))
    return vi.mocked(heal).mock.calls.map(([id]) => id)
  }
  const [even, odd] = [await seen(0), await seen(1)]
  expect([even.length, odd.length, new Set([...even, ...odd]).size]).toEqual([50, 50, 100])
})

it('of nothing that fails puts nothing off', async () => {
  catchLog()
  vi.mocked(heal).mockReset().mockResolvedValue()
  vi.mocked(putOffCheck).mockReset()
  await sweep()
  expect(vi.mocked(putOffCheck)).not.toHaveBeenCalled()
})
