// A message taken apart: words with what stood before them, abbreviations in full, a very long text cut.
import { describe, expect, test } from 'vitest'
import { fold, quote, wordsOf } from '../../functions/routing/words.ts'

const plain = (text: string) => wordsOf(text).map((word) => word.plain)

test('words remember how they were written and what stood before them', () => {
  expect(wordsOf('«ЖКХ»: Ёлки — у д.5 в Обояни')).toEqual([
    { written: 'ЖКХ', plain: 'жкх', stem: 'жкх', gap: '«', capital: true },
    { written: 'Ёлки', plain: 'елки', stem: 'елк', gap: '»: ', capital: true },
    { written: 'у', plain: 'у', stem: 'у', gap: ' — ', capital: false },
    { written: 'д', plain: 'деревня', stem: 'деревн', gap: ' ', capital: false },
    { written: '5', plain: '5', stem: '5', gap: '.', capital: false },
    { written: 'в', plain: 'в', stem: 'в', gap: ' ', capital: false },
    { written: 'Обояни', plain: 'обояни', stem: 'обоян', gap: ' ', capital: true },
  ])
})

describe('abbreviations', () => {
  test.each([
    ['г. гор. с. сел. п. пос. д. дер. х. сл.', 'город город село село поселок поселок деревня деревня хутор слобода'],
    ['ул. пер. пр. пл. ш. наб. мкр.', 'улица переулок проспект площадь шоссе набережная микрорайон'],
    ['г ул пос дер пер', 'город улица поселок деревня переулок'],
    ['гор с сел п д х сл пр пл ш наб', 'гор с сел п д х сл пр пл ш наб'],
    ['р-н р-на пр-т пр-кт просп', 'район район проспект проспект проспект'],
    ['мкр мкрн м-н мкр-н мик-н', 'микрорайон микрорайон микрорайон микрорайон микрорайон'],
    ['б-р с/с п.г.т. пгт р.п. ж/д ж-д', 'бульвар сельсовет поселок поселок поселок жд жд'],
    ['просп. просперити сосна constructor.', 'проспект просперити сосна constructor'],
  ])('%s', (text, words) => expect(plain(text).join(' ')).toBe(words))
})

test('letters written in two signs are the same letters', () =>
  expect(plain('Й Ё'.normalize('NFD'))).toEqual(plain('Й Ё')))

test('a text is read to its twelve thousandth letter', () => {
  const spaces = ' '.repeat(11_999)
  expect(plain(`${spaces}яма`)).toEqual(['я'])
})

test('words are compared without the dots of Ё', () => expect(fold('ЁЛКИ и ёлки')).toBe('елки и елки'))

describe('a quote', () => {
  const words = wordsOf('Яма   на «самой» —————— дороге')
  test.each([
    [0, 1, 'Яма на'],
    [1, 2, 'на «самой'],
    [2, 3, 'самой» ———дороге'],
    [1, 9, 'на «самой» ———дороге'],
  ])('of words %d to %d', (from, to, text) => expect(quote(words, from, to)).toBe(text))

  test('is at most sixty letters long', () => {
    const long = 'а'.repeat(59)
    expect(quote(wordsOf(`${long} бв`), 0, 1)).toBe(`${long} `)
  })
})
