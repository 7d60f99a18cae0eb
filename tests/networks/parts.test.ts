// A text in messages of a network's length.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partsOf } from '../../functions/networks/parts.ts'

const bare = (parts: readonly string[]) => parts.map((part) => part.replace(/\n\n\d+\/\d+$/, ''))

it('a short text is one message as it is', () => {
  expect(partsOf('Яму засыпали.', 4_096)).toEqual(['Яму засыпали.'])
})

it('a long one is cut between paragraphs, lines or words, each part with its number; an address stays whole', () => {
  const address = `https://otklik.example/t/${'a'.repeat(40)}`
  const text = `${'слово '.repeat(12)}\n\n${address} ${'и так далее '.repeat(10)}`
  const parts = partsOf(text, 100)
  expect(parts.map((part) => part.slice(-3))).toEqual(parts.map((_, index) => `${index + 1}/${parts.length}`))
  expect(parts.filter((part) => part.includes(address))).toHaveLength(1)
})

it('nothing is lost but blanks where it is cut, no part is too long, and no character is halved', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 40, max: 120 }), (text, most) => {
      const parts = partsOf(text, most)
      for (const part of parts) expect(part.length <= most && part.isWellFormed() === text.isWellFormed()).toBe(true)
      const squeezed = (words: string) => words.replace(/\s/g, '')
      const whole = parts.length === 1 ? parts : bare(parts)
      expect(squeezed(whole.join(''))).toBe(squeezed(text))
    }),
  )
})
