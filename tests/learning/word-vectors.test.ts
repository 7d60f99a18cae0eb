// Word vectors: read from a file of navec, cut to a slice, read by a model; with them it hears words that nobody wrote while it learned. What words mean is
// invented here, but for the slice that is committed.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Labelled } from '../../functions/learning/labelled.ts'
import { train } from '../../functions/learning/train.ts'
import { writeModel } from '../../functions/learning/write-model.ts'
import { countStems, vectorOf } from '../../functions/model/features.ts'
import { dimensionNames, hearingOf, nearestTo } from '../../functions/model/hearing.ts'
import { readModel } from '../../functions/model/read-model.ts'
import { score, wordsFor } from '../../functions/model/score.ts'
import { addVector, readWordVectors, type WordVectors } from '../../functions/model/word-vectors.ts'
import { wordVectors } from '../../functions/vectors/load.ts'
import { readNavec } from '../../tools/vectors/navec.ts'
import { sliceOf } from '../../tools/vectors/slice.ts'
import { stemVectors } from '../../tools/vectors/stem-vectors.ts'
import { besides } from './invented-messages.ts'

/** Words with how often they were seen, and the number of a piece for each half of their vectors. */
const WORDS: ReadonlyArray<readonly [string, number, readonly [number, number]]> = [
  ['дорога', 900, [0, 0]],
  ['дороги', 800, [0, 0]],
  ['шоссейка', 40, [0, 1]],
  ['мусор', 700, [1, 2]],
  ['помойка', 60, [1, 3]],
  ['музыка', 300, [2, 1]],
  ['a-gps', 5, [2, 2]],
]
/** Each piece is two numbers. */
const PIECES = [
  [[5, 0], [-5, 0], [0, 6]], // prettier-ignore
  [[0.5, 0], [0, 0.5], [-0.5, 0], [0, -0.5]], // prettier-ignore
]
const KINDS = 4

const tar = navecOf()
const navec = readNavec(tar)
const catalogue = new Set(['дорог', 'шоссейк', 'мусор', 'помойк'])
const vectors = readWordVectors(sliceOf(stemVectors(navec), catalogue, { stems: 6, dimensions: 4 }))

describe('a slice', () => {
  it('has stems for words, with vectors that lie as theirs do', () => {
    expect([...navec.vectorOf(2)]).toEqual([5, 0, 0, 0.5])
    expect([...vectors.index.keys()]).toEqual(['дорог', 'музык', 'мусор', 'помойк', 'шоссейк'])
    expect(likeness(vectors, 'дорог', 'шоссейк')).toBeGreaterThan(0.9)
    expect(likeness(vectors, 'мусор', 'помойк')).toBeGreaterThan(0.9)
    expect(likeness(vectors, 'дорог', 'мусор')).toBeLessThan(0.2)
    const rarityOf = (stem: string) => vectors.rarity[vectors.index.get(stem)!]!
    expect(rarityOf('шоссейк')).toBeGreaterThan(rarityOf('дорог'))
  })

  it('of fewer stems keeps what is near to the catalogue, though others are commoner', () => {
    const about = ['бетон', 'бордюр', 'дорог', 'колея', 'обочин', 'щебен', 'ям']
    const toVector = (stem: string, count: number, x: number) => ({ stem, count, vector: Float32Array.of(x, 0.1) })
    const all = [...about.map((stem) => toVector(stem, 10, 1)), toVector('выбоин', 10, 1), toVector('музык', 1000, -1)]
    const small = readWordVectors(sliceOf(all, new Set(about), { stems: 8, dimensions: 2 }))
    expect([...small.index.keys()].sort()).toEqual([...about, 'выбоин'].sort())
  })

  it('that is cut off or none, and a tar without vectors, are refused', () => {
    const slice = sliceOf(stemVectors(navec), catalogue, { stems: 6, dimensions: 4 })
    expect(() => readWordVectors(slice.subarray(0, -1))).toThrow('cut off')
    expect(() => readWordVectors(new TextEncoder().encode('otklik-words-0\n{}\n'))).toThrow('no word vectors')
    expect(() => readNavec(new Uint8Array(1024))).toThrow('no vocab.bin')
  })
})

describe('a model that was trained with word vectors', () => {
  const rows = ['дорога', 'мусор'].flatMap((word, topic) =>
    Array.from({ length: 30 }, (_, at): Labelled => ({
      text: `${word} ${'абвгдежзик'[at % 10]!.repeat(3)} ${'лмнопрстуф'[at % 7]!.repeat(3)} ${at}`,
      hints: new Map(),
      labels: { topic: ['roads', 'waste'][topic]!, category: ['roads', 'waste'][topic]! },
    })),
  )
  const options = { seed: 1, describe: () => [] }
  const file = writeModel(train(rows, { ...options, words: vectors }), besides)
  const model = readModel(file, () => vectors)
  const deaf = readModel(writeModel(train(rows, options), besides), () => vectors)
  const waste = model.heads[1]!.labels.indexOf('waste')

  it('hears a word that nobody wrote while it learned, and says by which word', () => {
    const text = 'У нас тут помойка'
    expect(deaf.hearing).toBeUndefined()
    expect(score(deaf, text, new Map()).topic[waste]).toBeLessThan(0.7)
    expect(score(model, text, new Map()).topic[waste]).toBeGreaterThan(0.9)
    expect(wordsFor(model, text, 'topic', waste, 3)).toEqual(['помойка'])
    expect(wordsFor(deaf, text, 'topic', waste, 3)).toEqual([])
  })

  it('knows no more words than one without, and the same rows make the same file', () => {
    const words = [...model.index.keys()].filter((feature) => !feature.includes(':'))
    expect(words).toEqual([...deaf.index.keys()].filter((feature) => !feature.includes(':')))
    expect(words).not.toContain('помойк')
    expect(writeModel(train(rows, { ...options, words: vectors }), besides)).toEqual(file)
  })

  it('is refused beside other vectors than its own', () => {
    expect(() => readModel(file, () => ({ ...vectors, id: 'another' }))).toThrow(/these are another: train it anew/)
  })

  it('what words mean has the same length, however many there are', () => {
    const lengthOf = (text: string) => {
      const { at, value } = vectorOf(countStems(text), new Map(), model)
      return Math.hypot(...value.filter((_, n) => at[n]! >= model.hearing!.first))
    }
    expect(lengthOf('помойка')).toBeCloseTo(0.5)
    expect(lengthOf('помойка дорога музыка, и ещё раз помойка')).toBeCloseTo(0.5)
    expect(lengthOf('ыыы')).toBe(0)
  })
})

describe('the slice that is committed', () => {
  const words = wordVectors()

  it('is named by what is in it, and is below a megabyte', () => {
    const bytes = readFileSync('functions/vectors/words-ru.vectors')
    const unnamed = Buffer.from(bytes.toString('latin1').replace(`"id":"${words.id}"`, '"id":""'), 'latin1')
    expect(createHash('sha256').update(unnamed).digest('hex').slice(0, 12)).toBe(words.id)
    expect(statSync('functions/vectors/words-ru.vectors').size).toBeLessThan(1_000_000)
    expect([words.index.size, words.dimensions]).toEqual([15_000, 64])
    expect(readFileSync('functions/vectors/SOURCE.md', 'utf8')).toContain(words.id)
  })

  it('has words of complaints near to each other', () => {
    const features = ['трамвай', 'яма', 'водоснабжение', 'врач'].flatMap((word) => [...countStems(word).keys()])
    const index = new Map([...features, ...dimensionNames(words)].map((feature, at) => [feature, at]))
    const hearing = hearingOf(words, index, new Array<number>(index.size).fill(1))
    const nearest = (word: string) => nearestTo(hearing, [...countStems(word).keys()][0]!).map(({ at }) => features[at])
    expect(['троллейбус', 'выбоина', 'отопление', 'собака'].map((word) => nearest(word)[0])).toEqual(
      ['трамва', 'ям', 'водоснабжен', undefined], // prettier-ignore
    )
  })
})

function likeness(words: WordVectors, one: string, other: string): number {
  const [a, b] = [one, other].map((stem) => {
    const sum = new Float64Array(words.dimensions)
    addVector(words, words.index.get(stem)!, 1, sum)
    return sum
  })
  return a!.reduce((sum, number, at) => sum + number * b![at]!, 0) / (Math.hypot(...a!) * Math.hypot(...b!))
}

/** A tar as navec writes it. */
function navecOf(): Uint8Array {
  const whole = (...numbers: readonly number[]) => Buffer.from(Uint32Array.from(numbers).buffer)
  const counts = WORDS.map(([, count]) => count)
  const vocabulary = gzipSync(
    Buffer.concat([whole(WORDS.length, ...counts), Buffer.from(WORDS.map(([word]) => word).join('\n'))]),
  )
  const codes = PIECES.flatMap((kinds) => Array.from({ length: KINDS }, (_, at) => kinds[at] ?? [0, 0]).flat())
  const pieces = Buffer.concat([
    whole(WORDS.length, 4, PIECES.length, KINDS),
    Buffer.from(WORDS.flatMap(([, , numbers]) => numbers)),
    Buffer.from(Float32Array.from(codes).buffer),
  ])
  const entry = (name: string, bytes: Buffer) => {
    const head = Buffer.alloc(512)
    head.write(name)
    head.write(bytes.length.toString(8).padStart(11, '0'), 124)
    return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
  }
  return Buffer.concat([entry('vocab.bin', vocabulary), entry('pq.bin', pieces), Buffer.alloc(1024)])
}
