// Requests that the API's document allows, and such as it does not: other methods, addresses, keys, headers and bodies. Called by the
// fuzzer.
import fc, { type Arbitrary } from 'fast-check'
import type { Document } from '../openapi/reply-check.ts'
import { type KnownValues, odd, type Schema, spoilt, valid } from './values.ts'

/** What is sent; `{id}` and `{key}` in it are filled in when it is. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Everything about it is as documented. */
  readonly valid: boolean
}

interface Operation {
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly {
    readonly $ref?: string
    readonly name?: string
    readonly in?: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

/** What is wrong with the head of a request; most often nothing. */
interface Head {
  readonly id: string
  readonly headers: Headers
  readonly without: readonly string[]
  readonly method: string | undefined
  readonly query: string
}

type Headers = Readonly<Record<string, string>>

/** Of API Gateway's 10,240 bytes for the request line and all headers (its quotas), less what a client adds. */
const HEAD_BYTES = 9_500

const rarely = <T>(usual: T, others: Arbitrary<T>, weight = 12): Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others })

const heads: Arbitrary<Head> = fc
  .record({
    id: rarely(
      '{id}',
      fc.constantFrom(
        ...[
          '95-260302-00000',
          '%00',
          '%2F',
          '..%2f..%2fmessages',
          '%ff',
          '%',
          'a%20b',
          '{id}%0a',
          '%D1%8F',
          '{id}.json',
        ],
        ...['0'.repeat(3_000), '95-260302-0000I', '1e5', '__proto__', '*', '%7Bid%7D', '{id};a=b', '{id}%2Fmessages'],
      ),
      3,
    ),
    accept: rarely<Headers>(
      {},
      fc
        .constantFrom('text/csv', 'application/x-ndjson', '*/*;q=0', '', 'text/html, */*;q=0.1', ';;')
        .map((value) => ({ Accept: value })),
      4,
    ),
    language: rarely<Headers>(
      {},
      fc
        .constantFrom('', '*', 'xx', 'en;q=0.1, ru;q=abc', ';;;,,', 'en;q=9', 'ru'.repeat(3_000), 'ce')
        .map((value) => ({ 'Accept-Language': value })),
    ),
    type: rarely<Headers>(
      { 'Content-Type': 'application/json' },
      fc
        .constantFrom(
          'text/plain',
          'application/json; charset=utf-16',
          'application/json;charset="UTF-8"',
          '',
          'json',
          'a/b;;=',
          'multipart/form-data; boundary=x',
          'application/problem+json',
        )
        .map((value) => ({ 'Content-Type': value })),
    ),
    encoding: rarely<Headers>(
      {},
      fc.constantFrom('gzip', 'identity', 'br', '').map((value) => ({ 'Content-Encoding': value })),
    ),
    tag: rarely<Headers>(
      {},
      fc.constantFrom('*', '"a"', 'W/"a", *', '', 'a'.repeat(5_000)).map((value) => ({ 'If-None-Match': value })),
      6,
    ),
    authorization: rarely<Headers>(
      { Authorization: 'Bearer {key}' },
      fc.constantFrom<Headers>(
        ...[{}, { 'X-API-Key': '{key}' }, { Authorization: 'bearer {key}' }, { Authorization: 'Bearer otk_wrong' }],
        ...[
          { Authorization: '{key}' },
          { Authorization: 'Basic Og==' },
          { 'X-API-Key': 'otk_test_wrong' },
          { Authorization: 'Bearer ' },
        ],
      ),
    ),
    once: fc.oneof(
      { weight: 8, arbitrary: fc.uuid() },
      { weight: 2, arbitrary: fc.constantFrom('one', 'two') },
      { weight: 1, arbitrary: fc.constantFrom('', ' ', 'a b', 'a'.repeat(201), '\u00e9') },
    ),
    without: rarely<readonly string[]>([], fc.constantFrom(['Idempotency-Key'], ['Content-Type']), 20),
    method: rarely<string | undefined>(
      undefined,
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
      8,
    ),
    query: rarely(
      '',
      fc.constantFrom(
        '?a=b',
        '?a=1&a=2',
        '?%',
        '?%00=%ff',
        '?lang=en',
        '?lang=xx',
        '?api_key={key}',
        '?__proto__=1',
        `?a=${'b'.repeat(2_000)}`,
      ),
    ),
  })
  .map(({ id, accept, language, type, encoding, tag, authorization, once, without, method, query }) => ({
    ...{ id, without, method, query },
    headers: { ...accept, ...language, ...type, ...encoding, ...tag, ...authorization, 'Idempotency-Key': once },
  }))

const rawBodies = fc.oneof(
  fc.constantFrom<string>(
    ...[
      '',
      ' ',
      '{',
      '[]',
      'null',
      '"text"',
      '0',
      '{"text": "a", "text": "b"}',
      '\ufeff{"text":"Яма на дороге."}',
      '{"text":"\ufffd"}',
    ],
    ...[
      '{"text":"\\ud83d"}',
      '{"text":"\\u0000яма"}',
      `{"text":"${'я'.repeat(140_000)}"}`,
      `{"${'a'.repeat(270_000)}":1}`,
    ],
    ...['['.repeat(50_000), '{"text":1e999}', '{"__proto__":{"text":"яма"}}', `{"text":"${'a'.repeat(200_001)}"}`],
  ),
  odd.map((value) => JSON.stringify(value) ?? ''),
)

/** Addresses that are none of ours. */
const elsewhere = fc.constantFrom(
  '/v1/',
  '/v1/nothing',
  '/v1/cases',
  '/v1/cases/',
  '/v1/cases/{id}/nothing',
  '/v1/cases/{id}/rate/x',
  '/v2/messages',
  '/v1/messages/',
  '/V1/messages',
)

/** Every address of the document alike, and sometimes another. */
export function requests(document: Document, known: KnownValues): Arbitrary<ApiRequest> {
  const parts = document.components.schemas as Record<string, Schema>
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as unknown as Record<string, Operation>).map(([method, operation]) =>
      ofOperation(path, method, operation, parts, known),
    ),
  )
  const lost = fc.tuple(elsewhere, heads, rawBodies).map(([path, head, body]): ApiRequest => {
    const method = head.method ?? 'POST'
    // Who takes pages gets one.
    const { Accept: _, ...headers } = head.headers
    return {
      method,
      path,
      headers,
      body: method === 'GET' || method === 'HEAD' ? undefined : body,
      valid: false,
    }
  })
  return fc.oneof({ weight: 1, arbitrary: lost }, ...operations.map((arbitrary) => ({ weight: 2, arbitrary })))
}

function ofOperation(
  path: string,
  documented: string,
  operation: Operation,
  parts: Readonly<Record<string, Schema>>,
  known: KnownValues,
): Arbitrary<ApiRequest> {
  const schema = operation.requestBody?.content['application/json']?.schema
  const good = schema
    ? valid(schema, parts, known).map((value): [string, boolean] => [JSON.stringify(value), true])
    : undefined
  const bad =
    schema &&
    fc
      .oneof(
        spoilt(valid(schema, parts, known)).map((value) => JSON.stringify(value)),
        rawBodies,
      )
      .map((body): [string, boolean] => [body, false])
  const bodies =
    good && bad
      ? fc.oneof({ weight: 2, arbitrary: good }, { weight: 2, arbitrary: bad })
      : fc.constant<[undefined, boolean]>([undefined, true])
  const requests = fc.tuple(heads, bodies, queries(operation)).map(([head, [body, isGood], query]) => {
    const method = head.method ?? documented.toUpperCase()
    const dropped = Object.entries(head.headers).filter(
      ([name]) => !head.without.includes(name) && (schema || !name.startsWith('Content-')),
    )
    const isUsual =
      head.method === undefined &&
      head.id === '{id}' &&
      head.query === '' &&
      head.without.length === 0 &&
      head.headers['Authorization'] === 'Bearer {key}' &&
      head.headers['Content-Type'] === 'application/json' &&
      !head.headers['Content-Encoding'] &&
      /^[\x21-\x7e]{30,200}$/.test(head.headers['Idempotency-Key']!)
    return {
      method,
      path: path.replace('{id}', head.id) + (head.query || query.text),
      headers: Object.fromEntries(dropped),
      body,
      valid: isGood && isUsual && query.valid,
    }
  })
  return requests.filter(isTaken)
}

/** What comes through a gateway: one whose address and headers are longer together is answered by it alone, and never by us. */
function isTaken({ path, headers }: ApiRequest): boolean {
  return Buffer.byteLength(JSON.stringify([path, headers])) <= HEAD_BYTES
}

/** Parameters as documented, or spoilt: one odd, one twice. */
function queries({ parameters = [] }: Operation): Arbitrary<{ readonly text: string; readonly valid: boolean }> {
  const taken = parameters.filter((one) => one.in === 'query')
  if (taken.length === 0) return fc.constant({ text: '', valid: true })
  const shape = {
    properties: Object.fromEntries(taken.map(({ name, schema }) => [name!, schema!])),
    required: taken.filter(({ required }) => required).map(({ name }) => name!),
  }
  return fc.tuple(valid(shape, {}), fc.constantFrom('', '', 'twice', 'odd', 'more'), odd).map(([value, how, other]) => {
    const asked = new URLSearchParams(value as Record<string, string>)
    const [first] = asked.keys()
    if (how === 'twice' && first) asked.append(first, '2026-01-01')
    if (how === 'odd' && first) asked.set(first, String(JSON.stringify(other)).slice(0, 2_000))
    if (how === 'more') asked.set('sort', 'asc')
    return { text: `?${asked.toString()}`, valid: how === '' }
  })
}
