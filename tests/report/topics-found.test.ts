// Which topics the form offers for a citizen's own words: what they wrote, and what they look for.
import { describe, expect, it } from 'vitest'
import { topicsIn, topicsNamed } from '../../functions/report/topics-found.ts'
import { loadRegion } from '../../regions/load.ts'

const region = loadRegion('95')
const MARCH = '2026-03-02'
const JULY = '2026-07-02'
const said = (found: ReturnType<typeof topicsIn>) => found.map(({ topic, found: words }) => `${topic}: ${words.join()}`)

describe('the words of a message', () => {
  it('offer each topic that they speak of, with these words, the likeliest first', () => {
    expect(said(topicsIn(region, 'Яма на дороге, и не вывозят мусор', MARCH))).toEqual([
      'waste.collection: не вывозят мусор',
      'roads.pothole: Яма на дороге',
      'ecology.dump: мусор',
    ])
  })

  it('offer nothing where they speak of none, and what is out of season not', () => {
    expect(topicsIn(region, 'Здравствуйте, помогите!', MARCH)).toEqual([])
    const inMarch = said(topicsIn(region, 'Не чистят снег', MARCH))
    expect(inMarch.join()).toContain('roads.snow')
    expect(said(topicsIn(region, 'Не чистят снег', JULY)).join()).not.toContain('roads.snow')
  })

  it('offer four at most, however many they name', () => {
    const all =
      'Фонарь не горит, мусор не вывозят, лифт не работает, автобус не ходит, собаки, яма, нет воды, нет света'
    expect(topicsIn(region, all, MARCH)).toHaveLength(4)
  })
})

describe('the words that a topic is looked for by', () => {
  it.each([
    ['лифт', ['housing.lift']],
    ['фонарь', ['yards.lighting']],
    // Only names have it.
    ['наружное', ['yards.lighting']],
    ['street light', ['yards.lighting']],
  ])('find it by one of them alone: %s', (wish, topics) => {
    expect(
      topicsNamed(region, wish, MARCH)
        .map(({ topic }) => topic)
        .slice(0, 1),
    ).toEqual(topics)
  })

  it('find eight at most', () => {
    expect(topicsNamed(region, 'школа вода дорога автобус', MARCH)).toHaveLength(8)
    expect(topicsNamed(region, 'ничего такого', MARCH)).toEqual([])
  })
})
