// The federal catalogue, and what regions may say of it: switched off, changed, of their own.
import { expect, test } from 'vitest'
import { readCatalogue } from '../../regions/catalogue.ts'
import { loadRegion, regionCodes } from '../../regions/load.ts'
import { groupOf } from '../../regions/mistakes.ts'
import { checkTopics, joinTopics } from '../../regions/topics.ts'
import { writtenFile } from '../../regions/written.ts'

const catalogue = readCatalogue()
const written = (topics: object) => writtenFile.shape.topics.parse(topics)
const small = {
  groups: [
    { id: 'roads', name: { ru: 'Дороги', en: 'Roads' } },
    { id: 'sport', name: { ru: 'Спорт', en: 'Sport' } },
  ],
  topics: [
    {
      id: 'roads.pothole',
      name: { ru: 'Яма', en: 'Pothole' },
      keywords: ['яма', 'выбоина'],
      notKeywords: ['яма во дворе'],
      important: false,
      emergency: false,
      sensitive: false,
      terms: { finalAnswer: { amount: 9, unit: 'working days' as const } },
    },
    {
      id: 'sport.ground',
      name: { ru: 'Площадка', en: 'Ground' },
      keywords: ['стадион'],
      notKeywords: [],
      important: false,
      emergency: false,
      sensitive: false,
    },
  ],
}

test('every topic has a name in each language of the product, stands in its category, and has its words for itself', () => {
  const groups = new Set(catalogue.groups.map(({ id }) => id))
  const unnamed = [...catalogue.groups, ...catalogue.topics].filter(({ name }) => !name['ru'] || !name['en'])
  expect(unnamed).toEqual([])
  expect(catalogue.topics.filter(({ id }) => !groups.has(groupOf(id)))).toEqual([])
  const folded = catalogue.topics.flatMap(({ keywords }) =>
    keywords.map((word) => word.toLowerCase().replace(/ё/g, 'е')),
  )
  expect(folded.filter((word, at) => folded.indexOf(word) !== at)).toEqual([])
})

test('the sample regions have most of their topics from it, under the same ids', () => {
  const ids = new Set(catalogue.topics.map(({ id }) => id))
  for (const code of regionCodes()) {
    const { topics } = loadRegion(code)
    const strangers = topics.filter(({ id, partOf }) => !ids.has(id) && !(partOf && ids.has(partOf)))
    expect(strangers.length, code).toBeLessThanOrEqual(topics.length / 10)
  }
})

test('a region switches off, changes word by word and term by term, and adds', () => {
  const own = { id: 'roads.winter-road', name: { ru: 'Зимник' }, keywords: ['зимник'] }
  const joined = joinTopics(
    small,
    written({
      off: ['sport.*'],
      changed: {
        'roads.pothole': {
          name: { ru: 'Ямы' },
          keywords: { add: ['колея'], remove: ['выбоина'] },
          important: true,
          emergency: true,
          sensitive: false,
          terms: { rating: { amount: 3, unit: 'calendar days' } },
        },
      },
      own: [own],
    }),
    ['ru'],
  )
  expect(joined).toEqual({
    topicGroups: [{ id: 'roads', name: { ru: 'Дороги' } }],
    topics: [
      {
        id: 'roads.pothole',
        name: { ru: 'Ямы' },
        keywords: ['яма', 'колея'],
        notKeywords: ['яма во дворе'],
        important: true,
        emergency: true,
        sensitive: false,
        terms: {
          finalAnswer: { amount: 9, unit: 'working days' },
          rating: { amount: 3, unit: 'calendar days' },
        },
      },
      { ...own, notKeywords: [], important: false, emergency: false, sensitive: false },
    ],
    places: ['topics.changed["roads.pothole"]', 'topics.own[0]'],
  })
})

test('what the catalogue does not have is said, at its path', () => {
  const mistakes = checkTopics(
    small,
    written({
      off: ['sport.hall', 'games.*'],
      changed: { 'roads.hole': {}, 'roads.pothole': { keywords: { remove: ['ухаб'] } } },
      own: [
        { id: 'sport.ground', name: { ru: 'Площадка' }, keywords: ['поле'] },
        { id: 'sport.ice', name: { ru: 'Каток' }, keywords: ['каток'], partOf: 'sport.rink' },
      ],
    }),
  )
  const missing = (what: string) => `"${what}" is not in the catalogue: correct it, see regions/catalogue`
  expect(mistakes).toEqual([
    { path: 'topics.off[0]', message: missing('sport.hall') },
    { path: 'topics.off[1]', message: missing('games.*') },
    { path: 'topics.changed["roads.hole"]', message: missing('roads.hole') },
    {
      path: 'topics.changed["roads.pothole"].keywords.remove[0]',
      message: '"ухаб" is not a word of the catalogue\'s "roads.pothole": leave it out',
    },
    { path: 'topics.own[0].id', message: '"sport.ground" is a topic of the catalogue: change it under topics.changed' },
    { path: 'topics.own[1].partOf', message: missing('sport.rink') },
  ])
})
