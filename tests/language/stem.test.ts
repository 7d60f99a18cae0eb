// The stemmer is Snowball's own: equal to the reference package on words of every ending it knows and on nonsense.
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stem } from '../../functions/language/stem.ts'

const { newStemmer } = createRequire(import.meta.url)('snowball-stemmers') as {
  newStemmer(language: string): { stem(word: string): string }
}
const reference = newStemmer('russian')

const ROOTS = ['освещен', 'чита', 'говор', 'нов', 'управля', 'красн', 'вя', 'остановлен', 'жив']
const ENDINGS =
  'в вши вшись ив ивши ывшись ее ие ое ые ими ыми ей ий ой ый ем им ом ым его ого ему ому их ых ую юю ая яя ою ею емый нная вшего ющая щий ивший ующую ся сь ла на ете йте ли й л н ло но ет ют ны ть ешь нно ила ена ейте уйте ите ил ен ует уют ят ить ишь ю а ев ов е и иями ами иях ы ь ию ью я ия ья ость ости ейше ейший нн нность'.split(
    ' ',
  )

test('every ending', () => {
  const words = ROOTS.flatMap((root) => ENDINGS.map((ending) => root + ending))
  expect(words.map(stem)).toEqual(words.map((word) => reference.stem(word)))
})

test('any letters', () => {
  const letter = fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяz7')
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 14 }), (letters) => {
      const word = letters.join('')
      expect(stem(word)).toBe(reference.stem(word))
    }),
    { numRuns: 3000 },
  )
})
