// Versions of the directory in the table: one after another, each once; one that cannot be read gives way to the one before.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changed } from '../../regions/directory.ts'
import { directoryVersion, readableVersion } from '../../functions/store/directory.ts'
import { holdingVersion, listVersions, type NewVersion, putVersion } from '../../functions/store/directory-versions.ts'
import { directoryKeys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'

let here: TestTable
let put: (over?: Partial<NewVersion>) => ReturnType<typeof putVersion>
const at = '2026-03-02T07:00:00.000Z'
const person = (name: string) => ({ id: 'operator-1', name, email: 'operator-1@little.example' })
const changed = (name: string): Changed => ({ 'people/operator/operator-1': person(name) })
const version = (after: number, over: Partial<NewVersion> = {}): NewVersion => ({
  after,
  at,
  by: { id: 'administrator', name: 'Администратор' },
  why: `Причина ${after + 1}`,
  differences: [{ key: 'people/operator/operator-1', before: person('Старое'), after: person(`Имя ${after + 1}`) }],
  changed: changed(`Имя ${after + 1}`),
  keptDays: 365,
  ...over,
})

beforeAll(async () => {
  here = await startTable()
  put = async (over = {}) => {
    const after = await directoryVersion(here.tableName, true)
    return putVersion(here.tableName, version(after, over))
  }
})
afterAll(() => here.end())

describe('versions of the directory', () => {
  it('there are none before anything was changed', async () => {
    expect(await directoryVersion(here.tableName)).toBe(0)
    expect(await holdingVersion(here.tableName, 0)).toEqual({})
    expect(await listVersions(here.tableName, at, 0)).toEqual({ versions: [], next: undefined })
  })

  it('follow each other; of twenty that were begun at once one is written', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => putVersion(here.tableName, version(0))))
    expect(outcomes.filter((one) => one === 'written')).toHaveLength(1)
    expect(outcomes.filter((one) => one === 'overtaken')).toHaveLength(19)
    expect(await directoryVersion(here.tableName, true)).toBe(1)
  })

  it('say who changed what, when and why, the newest first, page by page', async () => {
    for (let one = 0; one < 21; one += 1) expect(await put()).toBe('written')
    const first = await listVersions(here.tableName, at, 22)
    expect(first.versions.map((one) => one.version)).toEqual(Array.from({ length: 20 }, (_, index) => 22 - index))
    const { changed: _, keptDays: __, after: ___, ...said } = version(21)
    expect(first.versions[0]).toEqual({ ...said, version: 22 })
    const rest = await listVersions(here.tableName, at, first.next!)
    expect([rest.versions.map((one) => one.version), rest.next]).toEqual([[2, 1], undefined])
  })

  it('are forgotten a while after another holds; the one that holds never is', async () => {
    const held = await here.get(directoryKeys.version(22))
    expect(held!['ttl']).toBeUndefined()
    const later = '2027-03-02T07:00:01.000Z'
    expect((await listVersions(here.tableName, later, 22)).versions.map((one) => one.version)).toEqual([22])
  })

  it('larger than an item may be are refused, and nothing changes', async () => {
    const why = randomBytes(400_000).toString('base64')
    expect(await put({ changed: { ...changed('x'), 'templates/x': { text: why } } })).toBe('too large')
    expect(await directoryVersion(here.tableName, true)).toBe(22)
  })

  it.each([
    ['of a format that the code does not know', { format: 2 }],
    ['whose bytes are not those that were written', { changed: new Uint8Array([1, 2, 3]) }],
    ['that is not there', undefined],
  ])('%s give way to the one before', async (_, spoilt) => {
    await put()
    const newest = await directoryVersion(here.tableName, true)
    const item = (await here.get(directoryKeys.version(newest)))!
    if (spoilt) await here.put({ ...item, ...spoilt })
    else await here.remove(directoryKeys.version(newest))
    // By the one that was written before all that were spoilt here.
    expect(await readableVersion(here.tableName, newest)).toEqual({ version: 22, changed: changed('Имя 22') })
    await expect(holdingVersion(here.tableName, newest)).rejects.toThrow(
      `Version ${newest} of the directory cannot be read.`,
    )
  })
})
