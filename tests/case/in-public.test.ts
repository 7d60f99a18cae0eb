// What nobody may read under a comment is found before an answer stands there, and what is everybody's is left alone. All cases are invented.
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { besideOf, givenAway, threadOf } from '../../functions/case/in-public.ts'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const author = { name: 'Анна Петрова', email: 'Anna@post.example', phone: '22-10-10' }
const thread = { on: 'wall-1_23', comment: '45', link: 'https://vk.com/wall-1_23?reply=45' }
const file = (more: object = {}) =>
  ({
    events: [{ type: 'received', messageId: 'M1' }],
    personal: new Map([['M1', { messageId: 'M1', text: 'Яма.', ...more }]]),
  }) as unknown as CaseFile
const found = (text: string) => givenAway(text, file({ author }), region).map(({ what, quote }) => `${what}: ${quote}`)

describe('is found', () => {
  it.each([
    ['В кв. 12 течёт стояк.', ['flat: кв. 12']],
    ['Мастер был в квартире 12, кран заменили.', ['flat: квартире 12']],
    ['Затопило квартиру № 7а.', ['flat: № 7а']],
    ['В 12-й квартире всё исправно.', ['flat: В 12-й квартире']],
    ['Вам звонили по номеру 8 928 123-45-67.', ['phone: 8 928 123-45-67']],
    ['Вам звонили: +7 (928) 123 45 67', ['phone: +7 (928) 123 45 67']],
    ['Позвоните мастеру Ивану: 89281234567', ['phone: 89281234567']],
    ['Ответ ушёл на ivan.petrov@mail.example.', ['email: ivan.petrov@mail.example']],
    ['Копия — на anna@post.example', ['email: anna@post.example']],
    ['Вам звонили на 22-10-10.', ['phone: 22-10-10']],
    ['СНИЛС 112-233-445 95 в базе есть.', ['document: СНИЛС 112-233-445 95']],
    ['Паспорт 4510 123456 проверен', ['document: Паспорт 4510 123456']],
    ['По лицевому счёту 1234567890 долга нет.', ['document: счёту 1234567890']],
    ['л/с 000123456: начислено верно', ['document: л/с 000123456']],
    ['По решению суда и паспорту 4510 123456', ['document: паспорту 4510 123456']],
    ['Уважаемая Анна! Яму засыпали.', ['name: Анна']],
    ['Петровой перезвонили.', ['name: Петровой']],
    ['Дата рождения 12.03.1980 указана неверно', ['birth date: 12.03.1980']],
    ['Карта 4276 1234 5678 9012', ['card: 4276 1234 5678 9012']],
    [
      'Анна, мастер придёт в кв. 12.\nТелефон мастера 8 928 123-45-67.',
      ['name: Анна', 'flat: кв. 12', 'phone: 8 928 123-45-67'],
    ],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))
})

describe('is everybody’s', () => {
  it.each([
    'Яму у дома 5 по улице Мира засыпали 12.03.2026.',
    'Квартал 12 уберут до 15 мая.',
    'Работы на 3 кв. 2026 года.',
    'Площадь 120 кв. м, срок 30 дней.',
    'На ремонт выделено 12 345 678 рублей 90 копеек.',
    'Выделено 4500 123456 рублей по решению № 4500 123456.',
    'Постановление администрации от 12.03.2026 № 123-45-67.',
    'Распоряжение № 01-22/1234567 от 01.02.2026.',
    'Закупка № 0123 4567 8901 2345 размещена в мае.',
    'Контракт 2026.123456 подписан.',
    'Позвоните диспетчеру: 8 928 123-45-67.',
    'Дежурная служба: 22-10-11, круглосуточно.',
    'Напишите в отдел благоустройства: sad@town.example.',
    'Звоните 112 или 8-800-200-00-00.',
    `Наш телефон ${region.phone}, почта ${region.mail.replyTo}.`,
    'В доме 48 квартир, двор уберут.',
    'Отключат 120 квартир на два часа.',
    'Дома 5, 7, 9 и 11; подъезд 2; этаж 3.',
    'Автобус № 12 ходит каждые 15 минут с 06:00 до 23:30.',
    'Индекс 364000, кабинет 312.',
    'Федеральный закон № 59-ФЗ, статья 12.',
    'ИНН 2014000000, ОГРН 1022002543210.',
    'Иванов И. И., главный инженер.',
    'ГОСТ Р 50597-2017, таблица 5.1.',
  ])('%s', (text) => expect(found(text)).toEqual([]))
})

it('each is said once, with its line', () => {
  expect(givenAway('Здравствуйте!\nВ кв. 12 и ещё раз в кв. 12.', file(), region)).toEqual([
    { what: 'flat', quote: 'кв. 12', line: 2 },
  ])
})

it('a case is answered in public where it was a comment', () => {
  expect(threadOf(file({ dialog: { channel: 'vk', chat: '5', thread } }))).toEqual(thread)
  expect(threadOf(file({ dialog: { channel: 'vk', chat: '5' } }))).toBeUndefined()
  expect(threadOf(file())).toBeUndefined()
})

describe('the comments beside the one that is answered', () => {
  const at = (on: string, comment: string, chat = comment) => ({ channel: 'vk', chat, thread: { on, comment } })
  const keptOf = (dialogs: Readonly<Record<string, object>>) =>
    ({
      events: Object.keys(dialogs).map((messageId, index) => ({ type: index === 0 ? 'received' : 'added', messageId })),
      personal: new Map(
        Object.entries(dialogs).map(([messageId, dialog]) => [messageId, { messageId, text: '', dialog }]),
      ),
    }) as unknown as CaseFile
  const commentsOf = (file: CaseFile, seq = 9) =>
    besideOf(file, seq).map(({ thread: { on, comment } }) => `${on} ${comment}`)

  it('are the first of each writer under each post, also of words that were added', () => {
    const first = { ...at('a', '1', 'anna'), beside: [at('a', '2', 'anna'), at('a', '3', 'isa'), at('b', '4', 'anna')] }
    const added = { ...at('a', '5', 'isa'), beside: [at('b', '6', 'zara'), at('b', '7', ''), at('b', '8', '')] }
    const file = keptOf({ M1: first, M2: added })
    expect(commentsOf(file)).toEqual(['a 3', 'b 4', 'b 6', 'b 7', 'b 8'])
    // As of the first event.
    expect(commentsOf(file, 1)).toEqual(['a 3', 'b 4'])
  })

  it('are all where the case itself was no comment, and none of a dialog or after its data were erased', () => {
    expect(commentsOf(keptOf({ M1: { channel: 'vk', chat: '5' }, M2: at('a', '1') }))).toEqual(['a 1'])
    expect(commentsOf(keptOf({ M1: { channel: 'vk', chat: '5' } }))).toEqual([])
    expect(besideOf({ ...keptOf({ M1: at('a', '1') }), personal: new Map() }, 9)).toEqual([])
  })
})
