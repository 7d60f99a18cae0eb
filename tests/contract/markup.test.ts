// Markup of exported messages: which texts are taken for markup, and what people read of them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { message } from '../../functions/contract/message.ts'
import { textInMarkup } from '../../functions/contract/markup.ts'
import { tidyText } from '../../functions/contract/text.ts'

const read = (text: string) => tidyText(textInMarkup(text))

it.each([
  ['<p>Здравствуйте!</p><p>На&nbsp;улице <b>Мира</b> яма.</p>', 'Здравствуйте!\n\nНа улице Мира яма.'],
  ['Первая<br>вторая<br data-x="1" />третья', 'Первая\nвторая\nтретья'],
  ['<div>Одна</div><div>Другая</div>хвост', 'Одна\n\nДругая\nхвост'],
  ['<ul><li>яма</li><li>лужа</li></ul>Спасибо', '— яма\n\n— лужа\n\nСпасибо'],
  ['<a href="https://example.org/f?a=1&amp;b=2">фото</a>', 'фото (https://example.org/f?a=1&b=2)'],
  ['<a href="https://example.org">https://example.org</a>', 'https://example.org'],
  ['<a href="javascript:alert(1)">нажми</a>', 'нажми'],
  ['<style>p{color:red}</style><p>Текст</p><script>alert("<p>")</script>', 'Текст'],
  ['<table><tr><td>дом</td><td>5</td></tr></table>', 'дом 5'],
  ['<span style="x">Не закрыто <b>совсем', 'Не закрыто совсем'],
  ['<img src=x onerror=alert(1) alt="яма">Фото', 'яма Фото'],
  ['на&nbsp;улице &laquo;Мира&raquo; &lt;5 м', 'на улице «Мира» <5 м'],
  ['<p>Ширина 5 м</p> <!-- и не закрыто', 'Ширина 5 м\n\n<!-- и не закрыто'],
  ['<b>Кран</b> течёт <script>очень', 'Кран течёт <script>очень'],
  ['<p>Сначала</p> потом <b оборвано', 'Сначала\n\nпотом <b оборвано'],
  ['До <!-- пометка --> после', 'До после'],
  ['<style><img alt="x"></style>Фото <img alt="ямы">!', 'Фото ямы !'],
  ['&#1071;ма &mdash; большая', 'Яма — большая'],
])('%s', (markup, text) => {
  expect(read(markup)).toBe(text)
})

it.each([
  'Ширина < 5 м, а глубина > 1 м.',
  'a <b и c> d',
  'R&D, AT&T и ООО «Рога & Копыта»',
  'Адрес: <Садовая, 5>',
  'x &y; z',
  'Уважаемые <!-- помогите, трубу прорвало',
  'стрелка <- тут -> там',
  'Я, <FIO>, тел. <PHONE>, пишу вам снова',
])('%s is no markup', (text) => {
  expect(textInMarkup(text)).toBe(text)
})

it.each([
  ['tags begun', '<p a'],
  ['comments begun', '<!--'],
  ['scripts begun', '<script>'],
  ['blanks in a tag', `<p a${' '.repeat(199_000)}x`],
  ['blanks in a text', `я${' '.repeat(199_000)}я`],
])('200,000 characters of %s are read, not tried in every combination', (_what, part) => {
  const text = part.repeat(Math.floor(200_000 / part.length))
  expect(read(text).length).toBeLessThanOrEqual(text.length)
})

it('leaves any text without tags and entities as it is', () => {
  const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[<&]/.test(text))
  fc.assert(fc.property(plain, (text) => void expect(textInMarkup(text)).toBe(text)))
})

describe('a message', () => {
  const textOf = (sent: object) => message.parse(sent).text
  it('says itself whether it is markup', () => {
    expect(textOf({ text: 'Тег <b>жирный</b> виден', format: 'text' })).toBe('Тег <b>жирный</b> виден')
    expect(textOf({ text: 'Тег <b>жирный</b> читается' })).toBe('Тег жирный читается')
    expect(textOf({ text: 'Просто &amp; текст', format: 'html' })).toBe('Просто & текст')
    expect(message.parse({ text: 'Яма', format: 'html' })).toEqual({ text: 'Яма', channel: 'api', regime: 'message' })
  })

  it('is counted when the markup is gone', () => {
    const wrapped = `<p style="${'x'.repeat(50_000)}">${'я'.repeat(30_000)}</p>`
    expect(textOf({ text: wrapped })).toBe('я'.repeat(30_000))
    const issues = (text: string) => message.safeParse({ text }).error?.issues.map(({ code, path }) => [code, path])
    expect(issues(wrapped.replace('</p>', 'я</p>'))).toEqual([['too_big', ['text']]])
    expect(issues('<p>&nbsp;</p>')).toEqual([['too_small', ['text']]])
    expect(issues('x'.repeat(200_001))).toEqual([['too_big', ['text']]])
  })
})
