// npm run erase: shows what would go, erases it by an operator's word, and finds nothing the second time.
import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCaseFile } from '../../functions/store/load.ts'
import { loadRegion } from '../../regions/load.ts'
import { personHashes, personItem } from '../../functions/store/persons.ts'
import { keys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { assign, submit, write } from '../store/lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const erase = (...args: string[]) => {
  const command = ['tools/erase.ts', '--region', '95', '--table', at.tableName, ...args]
  return execFileSync(process.execPath, command, { encoding: 'utf8' }).trim().split('\n')
}

it('a person’s cases are shown, and erased when an operator says so', async () => {
  const now = new Date().toISOString()
  const author = { email: 'ivanova@example.org', phone: '+7 900 000-00-00' }
  const cases = [await write(at.tableName, [submit]), await write(at.tableName, [submit, assign], now)]
  const ttl = Math.floor(Date.now() / 1000) + 100_000
  for (const { id } of cases) {
    const persons = await personHashes(at.tableName, author)
    await at.put({ ...keys.personal(id, 'M1'), messageId: 'M1', text: 'Яма.', author, persons, ttl })
    for (const hash of persons) await at.put(personItem(hash, id, ttl))
  }
  const other = await write(at.tableName, [submit])
  const status = async ({ id }: { id: string }) => {
    const { state, personal } = (await loadCaseFile(at.tableName, id, now))!
    return [state.status, personal.size, state.erasedAt !== undefined]
  }

  const shown = erase('--person', '8 900 000 00 00')
  expect(cases.map(({ id }) => shown.some((line) => line.includes(id)))).toEqual([true, true])
  expect(shown.at(-1)).toBe('2 cases would be erased. Nothing was changed: add --apply, --by and --reason.')
  expect(await status(cases[1]!)).toEqual(['assigned', 1, false])

  const apply = ['--apply', '--by', loadRegion('95').operators[0]!.id, '--reason', 'order']
  expect(() => erase('--person', 'Ivanova@example.org', '--apply', '--by', 'nobody', '--reason', 'order')).toThrow()
  expect(erase('--person', 'Ivanova@example.org', ...apply).at(-1)).toBe('2 of 2 cases erased.')
  expect([await status(cases[0]!), await status(cases[1]!)]).toEqual([
    ['closed', 0, true],
    ['closed', 0, true],
  ])
  expect(await status(other)).toEqual(['routing', 0, false])
  expect(erase('--person', 'ivanova@example.org')).toEqual(['Nothing is stored of that.'])
  expect(erase('--case', cases[0]!.id)).toEqual(['All of it was erased before.'])
}, 60_000)
