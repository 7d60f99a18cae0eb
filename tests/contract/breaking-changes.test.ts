// What breaks programs that were written by an older document of the API, and what does not; and that today's breaks none.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { breakingChanges } from '../../tools/openapi/changes.ts'

const read = (file: string) => JSON.parse(readFileSync(`docs/${file}`, 'utf8')) as Record<string, unknown>

it('nothing is broken of what the last release documents', () => {
  expect(breakingChanges(read('openapi-released.json'), read('openapi.json'))).toEqual([])
})

const operation = {
  security: [{ bearer: ['cases:read'] }],
  parameters: [
    { $ref: '#/components/parameters/id' },
    { name: 'by', in: 'query', schema: { enum: ['topic', 'place'] } },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { text: { type: 'string', maxLength: 100 }, sort: { type: ['string', 'null'] } },
          required: ['text'],
        },
      },
    },
  },
  responses: {
    200: { headers: { ETag: {} }, content: { 'application/json': { schema: { $ref: '#/components/schemas/Case' } } } },
    409: { content: { 'application/problem+json': { schema: {} } } },
  },
}
const document = {
  paths: { '/cases': { post: operation } },
  components: {
    parameters: { id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
    schemas: {
      Case: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          status: { type: 'string', enum: ['open', 'closed'] },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Case' } },
          answer: {
            anyOf: [{ type: 'object', properties: { text: { type: 'string' } }, required: ['text'] }, { type: 'null' }],
          },
        },
        required: ['id', 'status'],
      },
    },
  },
}

/** The document with a value put somewhere, or taken away. */
function changed(path: string, value?: unknown): Record<string, unknown> {
  const copy = structuredClone(document) as Record<string, unknown>
  const names = path.split(' ')
  const last = names.pop()!
  const within = names.reduce((part, name) => part[name] as Record<string, unknown>, copy)
  if (value === undefined) delete within[last]
  else within[last] = value
  return copy
}
const POST = 'paths /cases post'
const BODY = `${POST} requestBody content application/json schema`
const CASE = 'components schemas Case'

it.each<[string, Record<string, unknown>, string[]]>([
  ['an address that is gone', changed('paths', {}), ['POST /cases is gone']],
  ['a reply that is gone', changed(`${POST} responses 200`), ['POST /cases: 200 is gone']],
  ['a header that is gone', changed(`${POST} responses 200 headers`, {}), ['POST /cases 200: the header ETag is gone']],
  ['a field of a reply that is gone', changed(`${CASE} properties id`), ['POST /cases 200.id is gone']],
  ['a field that may be missing', changed(`${CASE} required`, ['id']), ['POST /cases 200.status may be missing now']],
  [
    'a reply that may be null',
    changed(`${CASE} properties id type`, ['string', 'null']),
    ['POST /cases 200.id: may be null now'],
  ],
  ['another type', changed(`${CASE} properties id type`, 'integer'), ['POST /cases 200.id: may be integer now']],
  [
    'another format',
    changed(`${CASE} properties id format`, 'uuid'),
    ['POST /cases 200.id: is written in another format'],
  ],
  [
    'a value that is gone',
    changed(`${CASE} properties status enum`, ['open']),
    ['POST /cases 200.status: "closed" is gone'],
  ],
  [
    'a field within what may be null',
    changed(`${CASE} properties answer anyOf 0 properties`, {}),
    ['POST /cases 200.answer.text is gone'],
  ],
  ['a field to be sent', changed(`${BODY} required`, ['text', 'sort']), ['POST /cases body.sort is required now']],
  ['a field that is taken no more', changed(`${BODY} properties sort`), ['POST /cases body.sort is gone']],
  ['a lower limit', changed(`${BODY} properties text maxLength`, 50), ['POST /cases body.text: maxLength is 50 now']],
  ['a new limit', changed(`${BODY} properties text minLength`, 5), ['POST /cases body.text: minLength is 5 now']],
  [
    'null that is taken no more',
    changed(`${BODY} properties sort type`, 'string'),
    ['POST /cases body.sort: null is taken no more'],
  ],
  [
    'a value that is taken no more',
    changed(`${POST} parameters 1 schema enum`, ['topic']),
    ['POST /cases by: "place" is gone'],
  ],
  [
    'a parameter to be sent',
    changed(`${POST} parameters 1 required`, true),
    ['POST /cases: the parameter by is required now'],
  ],
  [
    'a parameter that is gone',
    changed('components parameters id name', 'number'),
    ['POST /cases: the parameter id is gone', 'POST /cases: the parameter number is required now'],
  ],
  [
    'another scope',
    changed(`${POST} security`, [{ bearer: ['cases:all'] }]),
    ['POST /cases: {"bearer":["cases:read"]} opens it no more'],
  ],
])('breaks: %s', (_, now, breaks) => {
  expect(breakingChanges(document, now)).toEqual(breaks)
})

it.each<[string, Record<string, unknown>]>([
  ['nothing', document],
  ['a new address', changed('paths /more', { get: operation })],
  ['a new field of a reply', changed(`${CASE} properties more`, { type: 'string' })],
  ['a new value of a reply', changed(`${CASE} properties status enum`, ['open', 'closed', 'merged'])],
  ['a field that is always there now', changed(`${CASE} required`, ['id', 'status', 'parts'])],
  ['a new field that may be sent', changed(`${BODY} properties more`, { type: 'string' })],
  ['a higher limit', changed(`${BODY} properties text maxLength`, 200)],
  ['a field that may be left out now', changed(`${BODY} required`, [])],
  ['a new refusal', changed(`${POST} responses 410`, {})],
  ['one more scope', changed(`${POST} security`, [{ bearer: ['cases:read'] }, { bearer: ['cases:all'] }])],
  ['no key at all', changed(`${POST} security`, [])],
])('breaks nothing: %s', (_, now) => {
  expect(breakingChanges(document, now)).toEqual([])
})
