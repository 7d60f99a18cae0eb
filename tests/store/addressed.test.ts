// How many new cases one address is told of in a day.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noteAddressed } from '../../functions/store/addressed.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import { startTable, type TestTable } from './a-table.ts'
import { monday } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

it('so many cases write to an address in a day, each as often as it must; capitals make no other address', async () => {
  const note = (caseId: string, address = 'citizen@example.org', now = monday) =>
    noteAddressed(at.tableName, address, caseId, now, 2)
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
