// Links in the table: under the hash of their secret, known for thirty days after they expired.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findLink, linkItem } from '../../functions/store/links.ts'
import { keys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const expiresAt = '2026-03-16T07:00:00.000Z'
const link = { purpose: 'respond', caseId: '99-260302-AAAAA', recipient: 'r', assignment: 1, expiresAt } as const
const ttl = Date.parse('2026-04-15T07:00:00Z') / 1000

it('an expired link is explained for thirty days, then nobody knows it, deleted or not', async () => {
  const item = linkItem('hash', link)
  expect(item).toEqual({ ...keys.link('hash'), ...link, ttl })
  await at.put(item)
  const found = (instant: string) => findLink(at.tableName, 'hash', instant)
  expect(await found('2026-04-15T07:00:00.999Z')).toEqual(item)
  expect(await found('2026-04-15T07:00:01.000Z')).toBeUndefined()
})

it('a link that nobody issued is unknown', async () => {
  expect(await findLink(at.tableName, 'another', expiresAt)).toBeUndefined()
})
