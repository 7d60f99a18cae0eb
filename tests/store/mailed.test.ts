// How many mails of an address are read in a day, and how many tell it what to do: each once, however often its mail comes.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import { claimTelling, giveTellingBack, noteMailed } from '../../functions/store/mailed.ts'
import { startTable, type TestTable } from './a-table.ts'
import { monday } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const DAY_MS = 86_400_000
const of = (mail: string, hash = 'one', day = 0) => ({
  ...{ tableName: at.tableName, hash, mail, at: later(monday, day * DAY_MS) },
})

it('so many mails of an address are read in a day, each again as often as it comes; those that nobody vouches for take no place of the others', async () => {
  const note = (mail: string, isAuthentic = true, hash = 'one', day = 0) =>
    noteMailed(of(mail, hash, day), isAuthentic, 2)
  expect([await note('a'), await note('b'), await note('c'), await note('a')]).toEqual([true, true, false, true])
  expect([await note('c', false), await note('c', true, 'two'), await note('c', true, 'one', 1)]).toEqual([
    true,
    true,
    true,
  ])
})

it('two at once do not share the last place', async () => {
  const many = Array.from({ length: 8 }, (_, index) => noteMailed(of(`mail-${index}`, 'many'), true, 3))
  expect((await Promise.all(many)).filter(Boolean).length).toBe(3)
})

it('a mail is answered once, unless that was certainly not sent, and so many a day', async () => {
  const claim = (mail: string) => claimTelling(of(mail), 2)
  expect([await claim('a'), await claim('a')]).toEqual([true, false])
  await giveTellingBack(of('a'))
  expect([await claim('a'), await claim('b'), await claim('c')]).toEqual([true, true, false])
})
