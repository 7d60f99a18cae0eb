// How many new cases one address is told of in a day, and that it may want no mails at all.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noteAddressed } from '../../functions/store/addressed.ts'
import { addressHash } from '../../functions/store/persons.ts'
import { isUnwanted, unwantedItem, wantedItem } from '../../functions/store/unwanted.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import { startTable, type TestTable } from './a-table.ts'
import { monday } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

it('so many cases write to an address in a day, each as often as it must; capitals make no other address', async () => {
  const note = async (caseId: string, address = 'citizen@example.org', now = monday) =>
    noteAddressed(at.tableName, await addressHash(at.tableName, address), caseId, now, 2)
  expect(await note('case-1')).toBe(true)
  expect(await note('case-2', 'Citizen@Example.org')).toBe(true)
  expect(await note('case-3')).toBe(false)
  expect(await note('case-1')).toBe(true)
  expect(await note('case-3', 'other@example.org')).toBe(true)
  expect(await note('case-3', 'citizen@example.org', later(monday, 86_400_000))).toBe(true)
})

it('two at once do not share the last place', async () => {
  const many = Array.from({ length: 8 }, (_, index) =>
    noteAddressed(at.tableName, 'many@example.org', `case-${index}`, monday, 3),
  )
  expect((await Promise.all(many)).filter(Boolean).length).toBe(3)
})

it('an address wants no mails for a year, or until it takes that back; it is not to be read from what is kept', async () => {
  const hash = await addressHash(at.tableName, 'Reader@example.org')
  const wants = async (address: string, days = 0) =>
    isUnwanted(at.tableName, await addressHash(at.tableName, address), later(monday, days * 86_400_000))
  expect(await wants('reader@example.org')).toBe(false)
  const stop = unwantedItem(hash, monday)
  expect(Object.keys(stop)).toEqual(['pk', 'sk', 'ttl'])
  expect(JSON.stringify(stop)).not.toMatch(/reader/i)
  expect(hash).not.toBe(createHash('sha256').update('reader@example.org').digest('base64url'))
  await at.put(stop)
  expect([await wants('reader@example.org'), await wants('READER@example.org', 365)]).toEqual([true, true])
  expect([await wants('reader@example.org', 366), await wants('other@example.org')]).toEqual([false, false])
  await at.put(wantedItem(hash, monday))
  expect(await wants('reader@example.org')).toBe(false)
})
