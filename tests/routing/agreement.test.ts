// The measuring itself: a message left to a person is no mistake, a committee of the same city is told apart.
import { expect, test } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import { compare, linesOf } from '../../tools/routing-agreement.ts'

const region = loadRegion('46')
const topic = 'Отсутствие люков на коммуникационных колодцах'
const rows = [
  { text: 'Открытый люк в Курске', topic, category: '3.0', responsible: 'Администрация города Курска' },
  { text: 'Открытый люк в Обояни', topic, category: '3.0', responsible: 'Администрация г. Обояни' },
  { text: 'Открытый люк', topic, category: '3.0', responsible: 'Администрация г. Обояни' },
  { text: 'Спасибо', topic, category: '3.0', responsible: 'Администрация г. Обояни' },
]

test('by text alone', () => {
  const agreement = compare(region, rows)
  expect(agreement).toMatchObject({
    outcomes: { routed: 2, 'place unknown': 1, 'topic unknown': 1 },
    place: { right: 2, of: 2 },
    category: { right: 3, of: 3 },
    topic: { right: 3, of: 3 },
    body: { right: 1, of: 2 },
    authority: { right: 2, of: 2 },
  })
  expect(linesOf(agreement).join()).not.toContain('люк')
})

test('with the place given', () =>
  expect(compare(region, rows, { placeGiven: true })).toMatchObject({ outcomes: { routed: 3, 'topic unknown': 1 } }))

test('with citizens who say what is missing: the share that is asked for, where the file tells it', () => {
  expect(compare(region, rows, { answers: 1 })).toMatchObject({
    outcomes: { routed: 4 },
    authority: { right: 4, of: 4 },
  })
  expect(compare(region, rows, { answers: 0.5 })).toMatchObject({ outcomes: { routed: 3, 'place unknown': 1 } })
})
