import { array, assert, constantFrom, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { beginning, shorten } from '../../functions/language/shorten.ts'

it.each([
  ['Яма во дворе.', 20, 'Яма во дворе.'],
  ['Не чистят тротуар, скользко', 18, 'Не чистят тротуар…'],
  ['Латают дорогу, яма на яме. Просим помощи', 28, 'Латают дорогу, яма на яме…'],
  ['Что это?! Когда же уберут', 12, 'Что это…'],
  ['Автомобильнаядорогаразбита', 10, 'Автомобиль…'],
  ['Почему 👩‍👩‍👧 ждёт', 10, 'Почему…'],
  ['👩‍👩‍👧👩‍👩‍👧', 10, '👩‍👩‍👧…'],
])('%j of at most %i is %j', (text, most, short) => {
  expect(shorten(text, most)).toBe(short)
})

it('is a beginning of what was written, never longer than asked, with no half of a character', () => {
  const written = array(constantFrom('яма ', 'дорога', ', ', '. ', '👩‍👩‍👧', 'и́', '\n', '…')).map((parts) => parts.join(''))
  assert(
    property(written, string({ unit: 'grapheme' }), (one, other) => {
      const text = one + other
      const begun = beginning(text, 20)
      expect([text.startsWith(begun), begun.length <= 20, begun.isWellFormed()]).toEqual([true, true, true])
    }),
  )
})
