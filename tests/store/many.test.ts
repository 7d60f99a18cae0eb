// Many items read or written at once: what DynamoDB leaves over is asked for again, and what it never gives or takes is an error.
import { BatchGetCommand, type BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, expect, it, vi } from 'vitest'
import { readMany } from '../../functions/store/read-many.ts'
import { writeMany } from '../../functions/store/write-many.ts'
import { type Key, keys, table } from '../../functions/store/table.ts'

const wanted = Array.from({ length: 130 }, (_, n) => keys.snapshot(`95-260302-${n}`))
let asked: number[]
let pauses: number[]
const pause = (ms: number) => {
  pauses.push(ms)
  return Promise.resolve()
}

/** A table that gives or takes at most so many items of a request. */
function giving(most: number) {
  ;[asked, pauses] = [[], []]
  vi.spyOn(table, 'send').mockImplementation((command: unknown) => {
    if (!(command instanceof BatchGetCommand)) {
      const writes = (command as BatchWriteCommand).input.RequestItems!['cases']!
      asked.push(writes.length)
      return Promise.resolve({ UnprocessedItems: { cases: writes.slice(most) } }) as never
    }
    const { Keys } = command.input.RequestItems!['cases']!
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

it('what is left over of writing is sent again after a pause, three times in vain at most', async () => {
  const puts = wanted.slice(0, 30).map((Item) => ({ PutRequest: { Item } }))
  giving(20)
  await writeMany('cases', puts, pause)
  expect({ asked, pauses }).toEqual({ asked: [25, 10], pauses: [50] })
  giving(0)
  await expect(writeMany('cases', puts, pause)).rejects.toThrow('Items were not taken by the table: 30.')
  expect({ asked, pauses }).toEqual({ asked: [25, 25, 25], pauses: [100, 200] })
})
