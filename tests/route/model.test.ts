// Which model routing works with: looked for every five minutes, read once, and one that cannot be read leaves the one before it.
import { beforeEach, expect, it, vi } from 'vitest'
import { modelAt } from '../../functions/route/model.ts'
import { loadModel, modelHead } from '../../functions/store/models.ts'
import { loadRegion } from '../../regions/load.ts'
import { catchLog } from '../edge/events.ts'
import { region } from '../notify/outbox.ts'
import { inventModel } from '../learning/invented-model.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => name,
  deployedRegion: () => region,
}))
vi.mock('../../functions/store/models.ts', () => ({ modelHead: vi.fn(), loadModel: vi.fn() }))

const bytes = inventModel(loadRegion('95'), 40, 1)
const head = (version: string) => ({ version, parts: 1, digest: '', putAt: '' })
let logged: ReturnType<typeof catchLog>
beforeEach(() => {
  vi.mocked(modelHead).mockReset()
  vi.mocked(loadModel).mockReset().mockResolvedValue(bytes)
  logged = catchLog()
})

it('goes from none to one, on with it when the next cannot be read, and to none again', async () => {
  const at = (minute: number) => `2026-03-02T07:${String(minute).padStart(2, '0')}:00.000Z`
  const now = async (minute: number, version?: string) => {
    vi.mocked(modelHead).mockResolvedValue(version === undefined ? undefined : head(version))
    return (await modelAt(at(minute)))?.version
  }
  expect(await now(0)).toBeUndefined()
  expect(await now(4, 'one')).toBeUndefined()
  expect(await now(5, 'one')).toBe('v')
  expect(await now(10, 'one')).toBe('v')
  expect(loadModel).toHaveBeenCalledTimes(1)

  vi.mocked(loadModel).mockResolvedValue(bytes.slice(0, -1))
  expect(await now(15, 'two')).toBe('v')
  expect(logged().filter((line) => '_aws' in line)).toMatchObject([{ ModelRefused: 1, region: '99', version: 'two' }])
  vi.mocked(loadModel).mockRejectedValue(new Error('The model two in the table is not whole.'))
  expect(await now(20, 'two')).toBe('v')

  expect(await now(25, '')).toBeUndefined()
})

it('a table that does not answer is tried again by whoever asks', async () => {
  vi.mocked(modelHead).mockRejectedValueOnce(new Error('ThrottlingException'))
  await expect(modelAt('2026-03-02T08:00:00.000Z')).rejects.toThrow('Throttling')
  vi.mocked(modelHead).mockResolvedValue(head('three'))
  expect((await modelAt('2026-03-02T08:00:01.000Z'))?.version).toBe('v')
})
