// A message taken apart: words with what stood before them, abbreviations in full, a very long text cut.
import { describe, expect, test } from 'vitest'
import { fold, quote, wordsOf } from '../../functions/language/words.ts'

const plain = (text: string) => wordsOf(text).map((word) => word.plain)

test('words remember how they were written and what stood before them', () => {
  const given = { shouted: false }
  const word = (written: string, plain: string, stem: string, gap: string, capital: boolean) => ({
    ...given,
    written,
    plain,
    stem,
    gap,
    between: gap,
    capital,
  })
  expect(wordsOf('«ЖКХ»: Ёлки — у д.5 в Обояни')).toEqual([
    word('ЖКХ', 'жкх', 'жкх', '«', true),
    word('Ёлки', 'елки', 'елк', '»: ', true),
    word('у', 'у', 'у', ' — ', false),
    word('д', 'деревня', 'деревн', ' ', false),
    word('5', '5', '5', '.', false),
    word('в', 'в', 'в', ' ', false),
    word('Обояни', 'обояни', 'обоян', ' ', true),
  ])
})

test('what cannot be seen stands before the first word, too', () => {
  expect(wordsOf('\u202aяма').map(({ between, written }) => [between, written])).toEqual([['\u202a', 'яма']])
})

describe('abbreviations', () => {
  test.each([
    ['г. гор. с. сел. п. пос. д. дер. х. сл.', 'город город село село поселок поселок деревня деревня хутор слобода'],
    ['ул. пер. пр. пл. ш. наб. мкр.', 'улица переулок проспект площадь шоссе набережная микрорайон'],
    ['г ул пос дер пер', 'город улица поселок деревня переулок'],
    ['гор с сел п д х сл пр пл ш наб', 'гор с сел п д х сл пр пл ш наб'],
    ['ст. ст-ца ст-це', 'станица станица станица'],
    ['р-н р-на пр-т пр-кт просп', 'район район проспект проспект проспект'],
    ['мкр мкрн м-н мкр-н мик-н', 'микрорайон микрорайон микрорайон микрорайон микрорайон'],
    ['б-р с/с п.г.т. пгт р.п. ж/д ж-д', 'бульвар сельсовет поселок поселок поселок жд жд'],
    ['просп. просперити сосна constructor.', 'проспект просперити сосна constructor'],
  ])('%s', (text, words) => expect(plain(text).join(' ')).toBe(words))
})

test('a soft sign in place of a hard one is the same stem', () =>
  expect(wordsOf('обьявление вьезда')).toMatchObject(wordsOf('объявление въезда').map(({ stem }) => ({ stem }))))

test('a verb in the present tense has the stem of its infinitive, not of a noun', () => {
  const stems = (text: string) => wordsOf(text).map(({ stem }) => stem)
  expect(new Set(stems('парковать паркует паркуют паркуются паркующая'))).toEqual(new Set(['паркова']))
  expect(stems('парке уют дует')).toEqual(['парк', 'уют', 'дует'])
  expect(stems('отсутствует')).toEqual(stems('отсутствие'))
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

describe('what a reader does not see, or sees as something else', () => {
  const SHY = '\u00ad'
  test.each([
    [`осве${SHY}ще\u200bние`, 'освещение'],
    ['осве-\nщение и све -\n тофор', 'освещение и све тофор'],
    ['доро\u0301га', 'дорога'],
    ['р\u2011н, р\u2013н, Курск\u2212Воронеж', 'район район курск воронеж'],
    ['Oбoянь, xлeб, Kурcк', 'обоянь хлеб курск'],
    ['гРОЗНЫЙ, гОРИТ 6 кВт', 'грозный горит 6 к вт'],
    ['#ямы_на_дороге #НетСвета', 'ямы на дороге нет света'],
    ['WhatsApp, сайт example.org, COVID', 'whats app сайт example org covid'],
    ['в\u00a0Обояни', 'в обояни'],
    ['Курск-\nВоронеж', 'курск воронеж'],
  ])('%j is read', (text, words) => expect(plain(text).join(' ')).toBe(words))

  test('is quoted as it was written', () => {
    const text = `На ул. Пу${SHY}шкина, г. Oбoянь, осве-\nщение`
    const words = wordsOf(text)
    expect(words.map(({ written }) => written)).toEqual(['На', 'ул', `Пу${SHY}шкина`, 'г', 'Oбoянь', 'осве-\nщение'])
    expect(quote(words, 4, 5)).toBe('Oбoянь, осве- щение')
  })
})
