// Text as people and machines send it: nothing is cut in half, nothing is kept that nobody sees, and length is what a reader counts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { cut, lengthOf, textOf, tidyText } from '../../functions/contract/text.ts'

const family = '👨‍👩‍👧‍👦'
const characters = fc.array(fc.constantFrom('я', 'é', 'е́', family, '🇷🇺', 'x', ' ', '👍🏽'), { maxLength: 40 })

describe('a text that is cut', () => {
  it('has as many characters as it may, each whole, and begins as the text does', () => {
    fc.assert(
      fc.property(characters, fc.nat(45), (all, limit) => {
        const text = all.join('')
        const short = cut(text, limit)
        expect(short.isWellFormed()).toBe(true)
        expect(text.startsWith(short)).toBe(true)
        expect(lengthOf(short)).toBe(Math.min(limit, lengthOf(text)))
      }),
    )
  })

  it('ends before an emoji that would not fit, not within it', () => {
    expect(cut(`яма ${family}!`, 4)).toBe('яма ')
    expect(cut(`яма ${family}!`, 5)).toBe(`яма ${family}`)
  })
})

describe('a tidy text', () => {
  it.each([
    ['one\r\ntwo\rthree\u2028four\u0085five', 'one\ntwo\nthree\nfour\nfive'],
    ['a\u0000b\u0007c\u007fd\u009fe\ufffe', 'abcde'],
    ['\ufeff \u200b Яма.\u00a0\n', 'Яма.'],
    ['счёт \u202e0001\u202c', 'счёт 0001'],
    ['\ufffcфото\ufffcдвора\ufffc', 'фото двора'],
    ['tab\tstays', 'tab\tstays'],
    [`${family} ок ✌️`, `${family} ок ✌️`],
  ])('%j is kept as %j', (sent, kept) => {
    expect(tidyText(sent)).toBe(kept)
  })

  it.each(['\u200b\u200b', '\u00ad', '\u2800\u2800', '\u3164', ' \u2060\n\ufeff', '\ufe0f', '\u034f'])(
    '%j is empty',
    (sent) => {
      expect(tidyText(sent)).toBe('')
    },
  )

  it('is tidied once: a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void expect(tidyText(tidyText(text))).toBe(tidyText(text))),
    )
  })
})

describe('a text field', () => {
  const field = textOf(3, 5)
  const told = (value: string) =>
    z
      .safeParse(field, value)
      .error?.issues.map((issue) => (issue.code === 'custom' ? String(issue.params!['code']) : issue.code))

  it.each([
    ['яма', undefined],
    [family.repeat(5), undefined],
    [family.repeat(6), ['too_big']],
    ['\u200bab\u200b', ['too_small']],
    ['   ', ['too_small']],
    [`a${'\u0301'.repeat(600)}bc`, ['too_big']],
    ['яма \ud83d', ['half_character']],
    ['\udc00яма', ['half_character']],
  ])('%j: %j', (value, expected) => {
    expect(told(value)).toEqual(expected)
  })
})
