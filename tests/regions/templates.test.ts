// The ready answers of a region: its own, and those that every region has where it has their topics and languages.
import { expect, it } from 'vitest'
import { joinTemplates } from '../../regions/templates.ts'
import { valid } from './spoilt.ts'

const { topics } = valid
const own = { id: 'done', name: { ru: 'Своё' }, topics: ['*'], text: { ru: 'Сделали.' } }
const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)

it('one of a region stands in the place of the common one, and comes first', () => {
  const all = joinTemplates([own], ['ru'], topics)
  expect(all[0]).toEqual(own)
  expect(ids(all).filter((id) => id === 'done')).toHaveLength(1)
  expect(ids(all)).toEqual(expect.arrayContaining(['planned', 'road-repair']))
})

it('only the region’s languages and topics are in them', () => {
  const all = joinTemplates(
    [],
    ['ru'],
    topics.filter(({ id }) => !id.startsWith('roads.')),
  )
  expect(ids(all)).not.toContain('road-repair')
  for (const { name, text } of all) expect([Object.keys(name), Object.keys(text)]).toEqual([['ru'], ['ru']])
})
