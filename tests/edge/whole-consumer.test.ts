// The stack of a consumer of whole batches as SQS calls it: what it is given together, which records are reported, what is logged.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { each, togetherOrEach } from '../../functions/edge/together.ts'
import { type Received, wholeConsumer } from '../../functions/edge/whole-consumer.ts'
import { at, catchLog, lambdaContext, queueEvent } from './events.ts'

vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))

const failures = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) })
const never = () => new Promise<never>(() => {})
type One = Received<{ n: number }>

let logged: ReturnType<typeof catchLog>
beforeEach(() => {
  vi.restoreAllMocks()
  logged = catchLog()
})

/** A consumer that notes what it is given together; `work` says which fail. */
function noting(work: (all: readonly One[], hasTime: () => boolean) => unknown = () => []) {
  const noted: number[][] = []
  const handler = wholeConsumer(
    z.object({ n: z.number() }),
    async (all, instant, hasTime) => {
      expect(instant).toBe(at)
      noted.push(all.map(({ message }) => message.n))
      const failed = (await work(all, hasTime)) as One[]
      return new Map(failed.map((one) => [one, new Error(`No ${one.message.n}.`)]))
    },
    () => at,
  )
  return { handler, noted }
}
/** A batch of which the last ones came more often. */
function eventOf(bodies: unknown[], ...receives: number[]) {
  const event = queueEvent(...bodies)
  for (const [index, times] of receives.entries())
    Object.assign(event.Records.at(index - receives.length)!, { attributes: { ApproximateReceiveCount: `${times}` } })
  return event
}

describe('a batch', () => {
  it('is given as a whole; what cannot be read of it is reported, and no word of it is logged', async () => {
    const { handler, noted } = noting()
    const batch = queueEvent({ n: 1 }, '{"text": Яма', { n: 'Яма' }, { n: 4 })
    expect(await handler(batch, lambdaContext())).toEqual(failures('m2', 'm3'))
    expect(noted).toEqual([[1, 4]])
    expect(JSON.stringify(logged())).not.toContain('Яма')
  })

  it('of which some fail reports those alone, each with its reason in the log', async () => {
    const { handler } = noting((all) => all.filter(({ message }) => message.n > 1))
    expect(await handler(queueEvent({ n: 1 }, { n: 2 }, { n: 3 }), lambdaContext())).toEqual(failures('m2', 'm3'))
    expect(logged().map(({ messageId, reason }) => [messageId, reason])).toEqual([
      ['m2', 'No 2.'],
      ['m3', 'No 3.'],
      [undefined, undefined],
    ])
  })

  it('that cannot be handled at all is reported as a whole', async () => {
    const { handler } = noting(() => Promise.reject(new Error('no table')))
    expect(await handler(queueEvent({ n: 1 }, { n: 2 }), lambdaContext())).toEqual(failures('m1', 'm2'))
  })

  it('of which nothing can be read gives nothing', async () => {
    const { handler, noted } = noting()
    expect(await handler(queueEvent('?'), lambdaContext())).toEqual(failures('m1'))
    expect(noted).toEqual([])
  })

  it('has what came more than twice apart, each by itself, after the others', async () => {
    const { handler, noted } = noting()
    const batch = eventOf([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }], 3, 2, 9, 1)
    expect(await handler(batch, lambdaContext())).toEqual(failures())
    expect(noted).toEqual([[2, 4], [1], [3]])
  })
})

describe('time', () => {
  it('that runs out over one that came often leaves those done before it done', async () => {
    const { handler } = noting((all) => (all[0]!.message.n === 2 ? never() : []))
    const batch = eventOf([{ n: 1 }, { n: 2 }, { n: 3 }], 3, 3)
    expect(await handler(batch, lambdaContext(520, 30_000))).toEqual(failures('m2', 'm3'))
  })

  it('left less than a piece of work may take starts none, and the work is told so', async () => {
    const told: boolean[] = []
    const { handler, noted } = noting((_, hasTime) => {
      told.push(hasTime(), hasTime())
      return []
    })
    const batch = eventOf([{ n: 1 }, { n: 2 }], 3)
    // The first answer is for the stack's own alarm.
    expect(await handler(batch, lambdaContext(30_000, 10_000, 10_000, 9_999, 9_999))).toEqual(failures('m2'))
    expect([told, noted]).toEqual([[true, false], [[1]]])
  })
})

describe('work on several', () => {
  const tried: number[][] = []
  const failing = (which: number) => (some: readonly number[]) => {
    tried.push([...some])
    return some.includes(which) ? Promise.reject(new Error(`No ${which}.`)) : Promise.resolve()
  }
  beforeEach(() => void (tried.length = 0))

  it('is done once where it can be', async () => {
    expect(await togetherOrEach([1, 2, 3], () => true, failing(9))).toEqual(new Map())
    expect(tried).toEqual([[1, 2, 3]])
    await togetherOrEach([], () => true, failing(9))
    expect(tried).toHaveLength(1)
  })

  it('is done on each by itself where not, and one alone is not tried twice', async () => {
    expect(await togetherOrEach([1, 2, 3], () => true, failing(2))).toEqual(new Map([[2, new Error('No 2.')]]))
    expect(tried).toEqual([[1, 2, 3], [1], [2], [3]])
    expect([...(await togetherOrEach([2], () => true, failing(2))).keys()]).toEqual([2])
    expect(tried).toHaveLength(5)
  })

  it('is not begun on what there is no time for', async () => {
    const answers = [true, false, false]
    const failed = await each(
      [1, 2, 3],
      () => answers.shift()!,
      (one) => failing(9)([one]),
    )
    expect([[...failed.keys()], tried]).toEqual([[2, 3], [[1]]])
  })
})
