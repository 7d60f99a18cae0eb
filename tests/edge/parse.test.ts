// What programs send: read as JSON in UTF-8 or refused in words, every wrong field once, and never more of it told back than
// a reader takes in.
import { describe, expect, it } from 'vitest'
import { message } from '../../functions/contract/message.ts'
import { unknownIn } from '../../functions/api/unknown.ts'
import type { Request } from '../../functions/edge/http.ts'
import { parseJson } from '../../functions/edge/parse.ts'
import type { Problem } from '../../functions/edge/problem.ts'
import type { Language } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

function read(body: unknown, headers: Record<string, string> = JSON_TYPE, language: Language = 'en') {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const request = { headers, body: text, language } as unknown as Request
  return parseJson(message, request, unknownIn(littleRegion()))
}

function refused(...asked: Parameters<typeof read>) {
  try {
    read(...asked)
  } catch (error) {
    const { status, code, detail, errors, headers } = error as Problem
    return { status, code, detail, errors, headers }
  }
  throw new Error('It was not refused.')
}

const good = { text: 'Hole in the road.' }

describe('a body', () => {
  it.each([
    [{}],
    [JSON_TYPE],
    [{ 'content-type': 'Application/JSON; charset="UTF-8"' }],
    [{ 'content-type': 'application/vnd.otklik+json;charset=utf8', 'content-encoding': 'identity' }],
  ])('is read with %j', (headers) => {
    expect(read(good, headers).text).toBe(good.text)
  })

  it.each([
    ['text/plain', {}, 415, 'not-json'],
    ['application/x-www-form-urlencoded', {}, 415, 'not-json'],
    ['application/json; charset=windows-1251', {}, 415, 'charset'],
    ['application/json', { 'content-encoding': 'gzip' }, 415, 'compressed'],
  ])('of %s %j is refused before it is read', (type, more, status, code) => {
    expect(refused('{"text', { 'content-type': type, ...more })).toMatchObject({ status, code })
  })

  it('of more than 256 KB is refused before it is read; the longest text fits, however it is written', () => {
    expect(refused(`{"${'x'.repeat(3_000_000)}": 1}`)).toMatchObject({ status: 413, code: 'too-large', errors: [] })
    const escaped = `{"text": "${'\\u044f'.repeat(30_000)}"}`
    expect(read(escaped).text.length).toBe(30_000)
  })

  it('that is no JSON, or was no UTF-8, says so', () => {
    expect(refused('{"text": ')).toMatchObject({ status: 400, code: 'malformed-json' })
    expect(refused('{"text": "\ufffd"}')).toMatchObject({ status: 400, code: 'not-utf8' })
    expect(read(`\ufeff${JSON.stringify(good)}`).text).toBe(good.text)
  })
})

describe('fields', () => {
  it('that are null are not there', () => {
    const nothing = { topic: null, address: null, location: null, author: { name: null, email: 'a@example.org' } }
    expect(read({ ...good, ...nothing })).toEqual(read({ ...good, author: { email: 'a@example.org' } }))
    expect(refused({ text: null }).errors).toEqual([
      { pointer: '/text', code: 'required', detail: 'This field is required.' },
    ])
  })

  it('that are wrong are named all in one reply, in Russian and in English', () => {
    const wrong = {
      ...{ text: 5, topic: 'no.such', municipality: 'atlantis', address: '', location: { lat: 95, lon: '0' } },
      ...{ author: { email: 'nobody', phone: 'x'.repeat(41) }, channel: 'pigeon', txet: 'x', 'a/b~c': 1 },
    }
    const said = (language: Language) => refused(wrong, JSON_TYPE, language).errors
    expect(said('en')).toEqual([
      { pointer: '/text', code: 'type', detail: 'Something else is expected here: a string.' },
      { pointer: '/address', code: 'too_short', detail: 'This field is empty.' },
      { pointer: '/location/lat', code: 'too_large', detail: 'The number may not be more than 90.' },
      { pointer: '/location/lon', code: 'type', detail: 'Something else is expected here: a number.' },
      { pointer: '/author/email', code: 'email', detail: 'This is no e-mail address.' },
      { pointer: '/author/phone', code: 'too_long', detail: 'Too long: it may have up to 40 characters.' },
      {
        pointer: '/channel',
        code: 'choice',
        detail: 'It may be one of: form, api, vk, ok, max, telegram, email, phone, open311, pos, incident.',
      },
      ...['/txet', '/a~1b~0c'].map((pointer) => ({
        ...{ pointer, code: 'unknown_field' },
        detail: 'There is no such field. Check its name for a misprint.',
      })),
      { pointer: '/topic', code: 'unknown', detail: 'The region has no such topic.' },
      { pointer: '/municipality', code: 'unknown', detail: 'The region has no such municipality.' },
    ])
    const inRussian = said('ru')
    expect(inRussian.map(({ pointer, code }) => [pointer, code])).toEqual(
      said('en').map(({ pointer, code }) => [pointer, code]),
    )
    for (const { detail, code } of inRussian) expect(detail, code).toMatch(/^[А-Я][^\n]*[а-я].*\.$/)
  })

  it('are named fifty at most, and none at length', () => {
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`${index}${'x'.repeat(250)}`, 1]))
    const { errors } = refused({ ...good, ...many })
    expect(errors.length).toBe(50)
    for (const { pointer } of errors) expect(pointer.length).toBe(201)
  })

  it('of any depth are refused and not followed', () => {
    const deep = `{"text": "Hole.", "author": ${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`
    expect(refused(deep).errors.map(({ pointer }) => pointer)).toEqual(['/author/a'])
  })
})

describe('an external id', () => {
  it('is kept without blanks around it, and may not break a line', () => {
    expect(read({ ...good, externalId: ' 2026/17 № 5 ' }).externalId).toBe('2026/17 № 5')
    for (const externalId of ['', '  ', 'a\nb', 'x'.repeat(101)])
      expect(refused({ ...good, externalId }).errors.map(({ pointer }) => pointer)).toEqual(['/externalId'])
  })
})
