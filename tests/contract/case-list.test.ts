// The list of cases as lines and as a table: what a spreadsheet makes of it, and that nothing is lost on the way.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listReply } from '../../functions/api/case-list.ts'
import type { Case } from '../../functions/case/case.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import type { Request } from '../../functions/edge/http.ts'

const request = (accept: string | undefined, language = 'ru') =>
  ({ headers: accept === undefined ? {} : { accept }, language }) as unknown as Request
const called = (externalId: string): Case => ({ ...initialCase('95-260302-AAAAA'), externalId })
const table = (cases: readonly Case[], language?: string) =>
  listReply(request('text/csv', language), cases, undefined).body
const cells = (body: string, delimiter = ';') =>
  parse<Record<string, string>>(body, { bom: true, columns: true, delimiter })

describe('the list is written', () => {
  it.each([
    [undefined, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['image/png', 'application/json; charset=utf-8'],
    ['text/csv', 'text/csv; charset=utf-8'],
    ['application/json;q=0.5, application/x-ndjson', 'application/x-ndjson'],
  ])('for Accept %s as %s', (accept, type) => {
    const { headers } = listReply(request(accept), [], 'https://region.example/next')
    expect(headers).toMatchObject({
      'Content-Type': type,
      Vary: 'Accept',
      Link: '<https://region.example/next>; rel="next"',
    })
  })

  it('as a line of JSON each', () => {
    const { body } = listReply(request('application/x-ndjson'), [called('a\nb'), called('c')], undefined)
    const lines = body
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { externalId: string })
    expect(lines.map(({ externalId }) => externalId)).toEqual(['a\nb', 'c'])
  })
})

describe('a table', () => {
  it('E2 begins with the mark of UTF-8 and no line for Excel alone, and has its headings also when it is empty', () => {
    expect([...Buffer.from(table([])).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(table([])).toMatch(/^\ufeffid;externalId;test;status;/)
    expect(table([], 'en')).toMatch(/^\ufeffid,externalId,test,status,/)
  })

  it.each(['=1+1', '+cmd', '-2+3', '@x', '\t=1', '\r=1', 'a;=1+1', '＝1+1'])('E1 has no formula: %j', (text) => {
    const [row] = cells(table([called(text)]))
    expect(row!['externalId']).toBe(text.startsWith('a') ? text : `'${text}`)
  })

  it('E2 gives back every text that is no formula, whatever is in it', () => {
    const plain = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^[=+\-@\t\r＝＋－＠]/u.test(text))
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 5 }), fc.constantFrom('ru', 'en'), (texts, language) => {
        const rows = cells(table(texts.map(called), language), language === 'ru' ? ';' : ',')
        expect(rows.map((row) => row['externalId'])).toEqual(texts)
      }),
    )
  })
})
