// Texts as people, telephones and programs really send them: read as they were meant, quoted as they were written.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readable } from '../../functions/language/readable.ts'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { quote, wordsOf } from '../../functions/language/words.ts'
import { loadRegion } from '../../regions/load.ts'

const plain = (text: string) =>
  wordsOf(text)
    .map((word) => word.plain)
    .join(' ')

describe('words are read', () => {
  test.each([
    ['with soft hyphens', 'Кур\u00adча\u00adлой', 'курчалой'],
    ['with a soft hyphen at the end of a line', 'Кур\u00ad\nчалой', 'курчалой'],
    ['with signs that have no width', 'Гроз\u200bный \ufeffу\u2060л. \u200eМира', 'грозный улица мира'],
    ['broken at the end of a line', 'Кур-\nчалой, осве-\r\n  щение', 'курчалой освещение'],
    ['with a hyphen before a capital on the next line', 'Ачхой-\nМартан', 'ачхой мартан'],
    ['beside a dash at the end of a line', 'яма -\nвыбоина —\nлюк', 'яма выбоина люк'],
    ['with stress marks', 'Курчало\u0301й, бе\u0301рег, Ё\u0301лки', 'курчалой берег елки'],
    ['with letters in two signs', 'Й ё'.normalize('NFD'), 'й е'],
    ['with Latin letters in them', 'Kypск, гopoд, зeлëный, TEЧЁТ', 'курск город зеленый течет'],
    ['with Cyrillic letters in Latin ones', 'Аnadуr, Ugоlnye', 'anadyr ugolnye'],
    ['beside short Latin ones', 'c. Гойты, B Курске, y дома', 'село гойты в курске у дома'],
    ['with letters like no other', 'Wi-Fi улицаZ', 'wi fi улица z'],
    ['in Latin', 'TOP pump, cap', 'top pump cap'],
    ['with hyphens of every kind', 'р\u2011н р\u2010на пр\u2212т мк\u2013р\u2011н', 'район район проспект мк район'],
    ['typed with caps lock', 'гРОЗНЫЙ, р-н И Р-Н, улКлюква', 'грозный район и район улица клюква'],
    ['behind a number sign', '#Курчалой #грозный_ямы #УрусМартан', 'курчалой грозный ямы урус мартан'],
    ['with the palochka of Chechen, however written', 'Г1ала ГІала ГIала Гӏала ГӀАЛА', 'гӏала гӏала гӏала гӏала гӏала'],
    ['with a flat in them', 'кв1 д1 К1', 'кв 1 д 1 к 1'],
  ])('%s', (_, text, words) => expect(plain(text)).toBe(words))
})

describe('and quoted', () => {
  const region = loadRegion('95')
  const found = (text: string) =>
    routeMessage(region, { text, date: '2026-06-01' })
      .because.filter(({ step }) => step === 'place')
      .map(({ value, found }) => `${value}: ${found}`)
  test.each([
    ['Я\u00adма в Ар\u00adгуне', ['argun: Ар\u00adгуне']],
    ['Яма в Ар-\nгуне', ['argun: Ар- гуне']],
    ['Яма в Аргу\u0301не', ['argun: Аргу\u0301не']],
    ['Яма в Apгуне', ['argun: Apгуне']],
    ['Яма в Урус\u2011Мартане', ['urus-martan: Урус\u2011Мартане']],
    ['Яма в Урус–Мартане', ['urus-martan: Урус–Мартане']],
    ['ЯМА В аРГУНЕ', ['argun: аРГУНЕ']],
    ['Яма в #Аргуне', ['argun: Аргуне']],
    ['В ГРОЗНОМ НАСТРОЕНИИ ПИШУ', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))
})

test('every sign that is read stands where it was written, in the same order', () => {
  const letters = fc.array(fc.constantFrom(...'Кyрcк-\n \u00ad\u200b\u0301\u0306ие#_1Г–Іa😀'), { maxLength: 40 })
  fc.assert(
    fc.property(letters, (all) => {
      const written = all.join('')
      const { text, from } = readable(written)
      expect(from).toHaveLength(text.length + 1)
      expect(from.at(-1)).toBe(written.length)
      expect(from.every((at, index) => index === 0 || at >= from[index - 1]!)).toBe(true)
      for (const [index] of wordsOf(written).entries())
        expect(written.replace(/\s+/g, ' ')).toContain(quote(wordsOf(written), index, index))
    }),
  )
})
