// Many items read at once: what DynamoDB leaves over is asked for again, and what it never gives is an error.
import type { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, it, vi } from 'vitest'
import { readMany } from '../../functions/store/read-many.ts'
import { type Key, keys, table } from '../../functions/store/table.ts'

const wanted = Array.from({ length: 130 }, (_, n) => keys.snapshot(`95-260302-${n}`))
let asked: number[]
let pauses: number[]
const pause = (ms: number) => {
  pauses.push(ms)
  return Promise.resolve()
}

/** A table that gives at most so many items of a request. */
function giving(most: number) {
  ;[asked, pauses] = [[], []]
  vi.spyOn(table, 'send').mockImplementation((command: unknown) => {
    const { Keys } = (command as BatchGetCommand).input.RequestItems!['cases']!
    asked.push(Keys!.length)
    const over = Keys!.slice(most)
    const UnprocessedKeys = over.length > 0 ? { cases: { Keys: over } } : {}
    return Promise.resolve({ Responses: { cases: Keys!.slice(0, most) }, UnprocessedKeys }) as never
  })
}
afterEach(() => vi.restoreAllMocks())

const read = async (of: readonly Key[] = wanted) => [
  ...(await readMany('cases', of, { isConsistent: true, pause })).values(),
]

it('gives each once, in hundreds', async () => {
  giving(100)
  expect(await read([...wanted, ...wanted])).toEqual(wanted)
  expect({ asked, pauses }).toEqual({ asked: [100, 30], pauses: [] })
})

it('asks for what is left over after a pause', async () => {
  giving(60)
  expect((await read()).length).toBe(130)
  expect({ asked, pauses }).toEqual({ asked: [100, 70, 10], pauses: [50, 50] })
})

it('gives up where nothing is given five times, longer apart each time', async () => {
  giving(0)
  await expect(read()).rejects.toThrow('Items were not given by the table: 130.')
  expect({ asked: asked.length, pauses }).toEqual({ asked: 5, pauses: [100, 200, 400, 800] })
})
