// Saved views in the table: no address of anybody, changes at once both kept, bounds.
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { table } from '../../functions/store/table.ts'
import { changeViews, MOST_PINNED, MOST_VIEWS, type SavedView, viewsOf } from '../../functions/store/views.ts'
import { startTable, type TestTable } from './a-table.ts'

let on: TestTable
beforeAll(async () => {
  on = await startTable()
})
afterAll(() => on.end())

const view = (id: string, pinned = false): SavedView => ({ id, name: `Вид ${id}`, page: 'queue?list=open', pinned })
const add = (email: string, ...views: SavedView[]) =>
  changeViews(on.tableName, email, (before) => [...before, ...views])

it('are somebody’s own, by their address in any case of letters, which the table does not show', async () => {
  await add('Zaira@staff.example', view('a'))
  expect(await viewsOf(on.tableName, 'zaira@staff.example')).toEqual([view('a')])
  expect(await viewsOf(on.tableName, 'other@staff.example')).toEqual([])
  const { Items } = await table.send(new ScanCommand({ TableName: on.tableName }))
  expect(JSON.stringify(Items)).not.toMatch(/zaira|staff\.example/i)
})

it('what two tabs do at once is both done', async () => {
  const email = 'tabs@staff.example'
  await add(email, view('a'), view('b'))
  await Promise.all([
    changeViews(on.tableName, email, (views) => views.map((one) => (one.id === 'a' ? { ...one, name: 'Новое' } : one))),
    changeViews(on.tableName, email, (views) => views.map((one) => (one.id === 'b' ? { ...one, pinned: true } : one))),
    add(email, view('c')),
  ])
  const views = await viewsOf(on.tableName, email)
  expect(views).toEqual(expect.arrayContaining([{ ...view('a'), name: 'Новое' }, view('b', true), view('c')]))
})

it('are so many at most, and as many pinned; what is too much changes nothing', async () => {
  const email = 'many@staff.example'
  const all = Array.from({ length: MOST_VIEWS }, (_, at) => view(`v${at}`, at < MOST_PINNED))
  expect(await add(email, ...all)).toEqual(all)
  expect(await add(email, view('more'))).toBe('too many')
  expect(await changeViews(on.tableName, email, (views) => views.map((one) => ({ ...one, pinned: true })))).toBe(
    'too many pinned',
  )
  expect(await viewsOf(on.tableName, email)).toEqual(all)
})
