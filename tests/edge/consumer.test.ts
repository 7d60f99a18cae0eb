// The queue consumers' stack as SQS calls it: which records are reported, in which order they are handled, what is logged.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { refreshRegion } from '../../functions/edge/refresh.ts'
import { consumer } from '../../functions/edge/consumer.ts'
import { at, catchLog, lambdaContext, queueEvent } from './events.ts'

vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: vi.fn(() => Promise.resolve()) }))

const schema = z.object({ n: z.number() })
const failures = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) })

let logged: ReturnType<typeof catchLog>
beforeEach(() => {
  vi.restoreAllMocks()
  vi.mocked(refreshRegion).mockReset().mockResolvedValue()
  logged = catchLog()
})

/** A consumer that notes what it begins and ends; `work` may fail or wait. */
function noting(work: (n: number) => Promise<void> = () => Promise.resolve()) {
  const noted: string[] = []
  let reads = 0
  const readTime = () => new Date(Date.parse(at) + reads++ * 1_000).toISOString()
  const handler = consumer(
    schema,
    async ({ n }, instant) => {
      noted.push(`${n} begins ${instant.slice(17, 19)}`)
      await work(n)
      noted.push(`${n} ends`)
    },
    readTime,
  )
  return { handler, noted }
}

describe('a batch', () => {
  it('is handled one after another, in its order, each at its own instant; nothing is reported', async () => {
    const { handler, noted } = noting(() => new Promise(setImmediate))
    expect(await handler(queueEvent({ n: 3 }, { n: 1 }, { n: 2 }), lambdaContext())).toEqual(failures())
    expect(noted).toEqual(['3 begins 01', '3 ends', '1 begins 02', '1 ends', '2 begins 03', '2 ends'])
    expect(vi.mocked(refreshRegion).mock.calls).toEqual([[at]])
    expect(logged()).toEqual([])
  })

  it('of which some fail reports those exactly: thrown, not JSON, not of the schema', async () => {
    const { handler, noted } = noting((n) => (n === 2 ? Promise.reject(new Error('no')) : Promise.resolve()))
    const batch = queueEvent({ n: 1 }, '{"text": яма', { n: 2 }, { n: '3' }, {}, 'null', { n: 4 })
    expect(await handler(batch, lambdaContext())).toEqual(failures('m2', 'm3', 'm4', 'm5', 'm6'))
    expect(noted.filter((line) => line.endsWith('ends'))).toEqual(['1 ends', '4 ends'])
  })

  it('logs which message failed and why, without a word of it or an address', async () => {
    const { handler } = noting(() =>
      Promise.reject(new Error('SES refused «Имя» <zhitel@почта.рф>, zhitel@example.org')),
    )
    await handler(queueEvent('zhitel@example.org: Яма', { n: 'Яма', text: 'Яма' }, { n: 1 }), lambdaContext())
    const lines = logged()
    expect(lines.map(({ message, messageId, failed, of }) => ({ message, messageId, failed, of }))).toEqual([
      { message: 'message failed', messageId: 'm1' },
      { message: 'message failed', messageId: 'm2' },
      { message: 'message failed', messageId: 'm3' },
      { message: 'batch failed in part', failed: 3, of: 3 },
    ])
    expect(lines[0]!['reason']).toBe('The body is not JSON.')
    expect(lines[2]!['reason']).toBe('SES refused «Имя» <…@…>, …@…')
    expect(JSON.stringify(lines)).not.toMatch(/Яма|zhitel|example|почта/)
  })

  it('of which nothing can be done, for want of the calendar, fails as a whole', async () => {
    vi.mocked(refreshRegion).mockRejectedValue(new Error('no table'))
    const { handler, noted } = noting()
    await expect(handler(queueEvent({ n: 1 }), lambdaContext())).rejects.toThrow('no table')
    expect(noted).toEqual([])
  })
})

describe('time', () => {
  it('left less than a record may take starts none; those done stay done', async () => {
    const { handler, noted } = noting()
    // The first answer is for the stack's own alarm, the others are asked before each record.
    const context = lambdaContext(30_000, 10_000, 9_999, 30_000)
    expect(await handler(queueEvent({ n: 1 }, { n: 2 }, { n: 3 }), context)).toEqual(failures('m2', 'm3'))
    expect(noted.filter((line) => line.endsWith('ends'))).toEqual(['1 ends'])
  })

  it('that runs out over one record reports it and those after it, not those before', async () => {
    const { handler } = noting((n) => (n === 2 ? new Promise(() => {}) : Promise.resolve()))
    const batch = queueEvent({ n: 1 }, { n: 2 }, { n: 3 })
    expect(await handler(batch, lambdaContext(520, 30_000))).toEqual(failures('m2', 'm3'))
    expect(logged().map(({ message }) => message)).toEqual(['batch out of time', 'batch failed in part'])
  })
})
