// Topics ranked by key words: scores worked out by hand. Four topics, so a word of one weighs ln 5, a word of two ln 3.
import { describe, expect, test } from 'vitest'
import { rankTopics } from '../../functions/routing/find-topic.ts'
import { indexTopics } from '../../functions/routing/topic-words.ts'
import { wordsOf } from '../../functions/language/words.ts'
import { sampleRegion } from './sample-region.ts'

const [one] = sampleRegion.topics
const topic = (id: string, keywords: string[], notKeywords: string[] = [], season?: { from: string; to: string }) => ({
  ...one!,
  id,
  keywords,
  notKeywords,
  ...(season && { season }),
})
const region = {
  ...sampleRegion,
  topics: [
    topic('g.alpha', ['альфа', 'гамма дельта', 'дельта', 'альфа', '——'], ['омега', 'альфа кси']),
    topic('g.zeta', ['бета', 'гамма', 'тау ро мю']),
    topic('g.beta', ['бета', 'тау', 'мю', 'ОДН']),
    topic('g.winter', ['снежная зима'], [], { from: '11-08', to: '04-15' }),
  ],
}
const index = indexTopics(region)
const rank = (text: string, date = '2026-06-01') => rankTopics(index, wordsOf(text), date)
const [rare, common] = [Math.log(5), Math.log(3)]
const opening = 1.4
const found = (id: string, score: number, ...quotes: string[]) => ({
  topic: id,
  score: expect.closeTo(score, 9) as number,
  found: quotes,
})
const other = (count: number) => 'слово '.repeat(count)

describe('a score', () => {
  test('is the weight of each word met once, more at the beginning', () => {
    expect(rank('Альфа, альфа и альфы')).toEqual([found('g.alpha', opening * rare, 'Альфа')])
    expect(rank(`${other(14)}альфа`)).toEqual([found('g.alpha', opening * rare, 'альфа')])
    expect(rank(`${other(15)}альфа`)).toEqual([found('g.alpha', rare, 'альфа')])
  })

  test('of a phrase is that of its words, the highest first', () => {
    expect(rank('Гамма и дельта')).toEqual([
      found('g.alpha', opening * (common + rare), 'Гамма и дельта'),
      found('g.zeta', opening * common, 'Гамма'),
    ])
  })

  test('counts a word of two phrases once, where it stood earlier', () => {
    expect(rank(`дельта ${other(20)}гамма дельта`)).toEqual([
      found('g.alpha', opening * rare + common, 'гамма дельта'),
      found('g.zeta', common, 'гамма'),
    ])
  })

  test('that is the same goes by the name of the topic', () => {
    expect(rank('бета')).toEqual([found('g.beta', opening * common, 'бета'), found('g.zeta', opening * common, 'бета')])
  })

  test('of nothing is nothing', () => expect([rank(''), rank('слово')]).toEqual([[], []]))
})

describe('a phrase', () => {
  const phrases = (text: string) =>
    rank(text)
      .flatMap((one) => one.found)
      .filter((quoted) => quoted.includes(' '))

  test.each([
    ['гамма слово слово дельта', ['гамма слово слово дельта']],
    ['гамма слово слово слово дельта', []],
    ['дельта слово слово гамма', ['дельта слово слово гамма']],
    ['гамма слово слово слово слово дельта гамма', ['дельта гамма']],
    ['тау слово ро слово мю', ['тау слово ро слово мю']],
    ['тау слово слово ро слово мю', []],
    ['тау слово слово ро слово слово мю', []],
    ['мю ро тау', ['мю ро тау']],
    ['ро мю', []],
    ['тау мю', []],
  ])('%s → %o', (text, expected) => expect(phrases(text)).toEqual(expected))

  test('is looked for at the first fifty places of a word', () => {
    expect(phrases(`${'гамма '.repeat(49)}${other(5)}гамма дельта`)).toEqual(['гамма дельта'])
    expect(phrases(`${'гамма '.repeat(50)}${other(5)}гамма дельта`)).toEqual([])
  })
})

test.each([
  ['мусор в саду', 'мусор в саду'],
  ['в саду мусор', 'саду мусор'],
  ['мусор, саду, в', 'мусор, саду'],
  ['в', 'в'],
])('a quotation without the preposition at its end: %s → %s', (text, expected) => {
  const topics = [topic('g.litter', ['мусор в саду']), topic('g.in', ['в'])]
  expect(rankTopics(indexTopics({ ...sampleRegion, topics }), wordsOf(text), '')[0]?.found).toEqual([expected])
})

describe('what rules a topic out', () => {
  test('a word or phrase that is not about it', () => {
    expect(rank('альфа, омега, бета').map((one) => one.topic)).toEqual(['g.beta', 'g.zeta'])
    expect(rank('альфа кси')).toEqual([])
    expect(rank('кси')).toEqual([])
  })

  test('the season', () => {
    expect(rank('снежная зима', '2026-12-01')).toEqual([found('g.winter', opening * 2 * rare, 'снежная зима')])
    expect(rank('снежная зима', '2026-06-01')).toEqual([])
  })
})

test('an abbreviation is met in its own form only', () => {
  expect(rank('одн').map((one) => one.topic)).toEqual(['g.beta'])
  expect(rank('одной')).toEqual([])
})

test('the index: phrases by their rarest word, weights by rarity', () => {
  expect(new Map([...index.weight].map(([stem, weight]) => [stem, Math.round(Math.exp(weight)) - 1]))).toEqual(
    new Map(
      Object.entries({
        альф: 4,
        гамм: 2,
        дельт: 4,
        бет: 2,
        та: 2,
        ро: 4,
        мю: 2,
        '=одн': 4,
        снежн: 4,
        зим: 4,
        омег: 0,
        кси: 0,
      }),
    ),
  )
  const phrases = [...index.byStem].map(([stem, all]) => [
    stem,
    all.map(({ topic, stems, excludes }) => `${topic} ${stems.join(' ')}${excludes ? ' not' : ''}`),
  ])
  expect(Object.fromEntries(phrases)).toEqual({
    альф: ['0 альф'],
    дельт: ['0 гамм дельт', '0 дельт'],
    омег: ['0 омег not'],
    кси: ['0 альф кси not'],
    бет: ['1 бет', '2 бет'],
    гамм: ['1 гамм'],
    ро: ['1 та ро мю'],
    та: ['2 та'],
    мю: ['2 мю'],
    '=одн': ['2 =одн'],
    снежн: ['3 снежн зим'],
  })
})
