// Makes the API's document (OpenAPI 3.1) of the schemas that the functions parse by and type their replies by. Called by
// npm run openapi and by the test that says when docs/openapi.json is stale.
import { readFileSync } from 'node:fs'
import { format } from 'prettier'
import { createDocument, type ZodOpenApiOverride, type oas31 } from 'zod-openapi'
import type * as z from 'zod/mini'
import { problem } from '../../functions/contract/replies/problem.ts'
import { webhookEvent, webhookPing } from '../../functions/contract/replies/webhook.ts'
import { type Operation, operations } from './operations.ts'
import { type ProblemCode, problems } from './problems.ts'
import { webhooks } from './webhooks.ts'

/** In the place of the region's own address, which the region puts there. */
export const EXAMPLE_SERVER = 'https://otklik.example'

const ofKey = ['key-missing', 'key-wrong', 'scope-missing', 'rate-limited', 'quota-exceeded'] as const
const ofAny = [
  ...['refused', 'filtered', 'too-many-requests', 'internal', 'unavailable', 'busy', 'timed-out'],
] as const satisfies readonly ProblemCode[]

type Named = Record<string, oas31.ReferenceObject>
const header = (...names: (keyof typeof headers)[]): Named =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
const text = (description: string, more: object = {}) => ({ description, schema: { type: 'string' as const, ...more } })

const headers = {
  'Request-Id': text(
    'Of this request: tell it when you ask us about one. The gateway’s own refusals have it in their body alone.',
  ),
  'Content-Language': text('Of the words in the reply.', { enum: ['ru', 'en'] }),
  'RateLimit-Policy': text(
    'The limits of the key: `"minute";q=600;w=60, "day";q=50000;w=86400`. On every counted request.',
  ),
  RateLimit: text('What is left (`r`) until each window ends in so many seconds (`t`).'),
  'Retry-After': text('Send the same again after so many seconds.', { pattern: '^\\d+$' }),
  'WWW-Authenticate': text('How to send a key.'),
  Allow: text('The methods that the address knows.'),
  'Accept-Encoding': text('`identity`, where a compressed body was sent.'),
  'Idempotent-Replayed': text('`true`: this was done before, nothing more was done.', { enum: ['true'] }),
  ETag: text('Of this state: send it as `If-None-Match`.'),
  Link: text('`<address>; rel="next"`: the next page, where there is one.'),
  Location: text('Where the case is read; where the picture is.', { format: 'uri' }),
}

const parameters = {
  id: {
    ...{ name: 'id', in: 'path', required: true, description: 'The number of the case, in letters of any size.' },
    schema: { type: 'string', pattern: '^\\d{2,3}-\\d{6}-[0-9A-HJKMNP-TV-Z]{5}$', examples: ['95-261123-7K4QF'] },
  },
  photo: {
    ...{ name: 'photo', in: 'path', required: true, description: 'The name of the photo.' },
    schema: { type: 'string', pattern: '^[0-9A-Z]{16}$', examples: ['7K4QF0AB12CD34EF'] },
  },
  'Idempotency-Key': {
    ...{ name: 'Idempotency-Key', in: 'header', required: true },
    description:
      'Of your choice, another for each act. For 72 hours the same key with the same body does nothing more.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$', examples: ['first-message'] },
  },
  'If-None-Match': {
    ...{
      name: 'If-None-Match',
      in: 'header',
      description: 'The `ETag` of what you have: 304 says that nothing changed.',
    },
    schema: { type: 'string' },
  },
  'Accept-Language': {
    ...{ name: 'Accept-Language', in: 'header', description: 'Of the words in problems: `ru` or `en`, with weights.' },
    schema: { type: 'string', examples: ['en'] },
  },
} as const satisfies Record<string, oas31.ParameterObject>

/** Whether a refusal may be one of a request that was counted for its key. */
const isCounted = (status: number) => status < 500 && ![401, 403, 405].includes(status)

/** What a refusal with one status looks like. */
function refusal(codes: readonly ProblemCode[]): oas31.ResponseObject {
  const { status } = problems[codes[0]!]
  const comesBack = status === 429 || status >= 500
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].means}`).join('\n'),
    headers: {
      ...header('Request-Id', 'Content-Language'),
      ...(comesBack && header('Retry-After')),
      ...(status === 401 && header('WWW-Authenticate')),
      ...(status === 405 && header('Allow')),
      ...(isCounted(status) && header('RateLimit', 'RateLimit-Policy')),
      ...(status === 415 && header('Accept-Encoding')),
    },
    content: {
      'application/problem+json': { schema: problemWith(codes) },
      // The firewall knows no other media type.
      ...(codes.includes('too-many-requests') && {
        'application/json': { schema: problemWith(['too-many-requests']) },
      }),
    },
  }
}

function problemWith(codes: readonly ProblemCode[]): oas31.SchemaObject {
  return { allOf: [{ $ref: '#/components/schemas/Problem' }], properties: { code: { enum: [...codes] } } }
}

function byStatus(codes: readonly ProblemCode[]): Record<string, ProblemCode[]> {
  const found: Record<string, ProblemCode[]> = {}
  for (const code of codes) (found[problems[code].status] ??= []).push(code)
  return found
}

/** Those of every address that asks for a key. */
const common = byStatus([...ofKey, ...ofAny])
const COMMON: Readonly<Record<string, string>> = {
  ...{ 401: 'NoKey', 403: 'NotPermitted', 429: 'TooMany', 500: 'Internal', 503: 'Busy' },
  504: 'TimedOut',
}

function responsesOf(operation: Operation) {
  const { scopes, status, says, reply, media = 'application/json', example, once, tagged, linked } = operation
  const others = operation.alsoAs ?? []
  const schema: z.ZodMiniType | oas31.SchemaObject = reply ?? { type: media.startsWith('text/') ? 'string' : 'object' }
  const hasKey = scopes.length > 0
  const said = {
    ...header('Request-Id'),
    ...(hasKey && header('RateLimit', 'RateLimit-Policy')),
    ...(tagged && header('ETag')),
  }
  const refused = Object.entries(byStatus([...(hasKey ? ofKey : []), ...ofAny, ...operation.problems])).map(
    ([code, codes]): [string, oas31.ResponseObject | oas31.ReferenceObject] => {
      const isCommon = hasKey && COMMON[code] && codes.length === common[code]?.length
      return [code, isCommon ? { $ref: `#/components/responses/${COMMON[code]}` } : refusal(codes)]
    },
  )
  return {
    [status]: {
      description: says,
      headers: {
        ...said,
        ...(once && header('Idempotent-Replayed')),
        ...(linked && header('Link')),
        ...((status === 201 || status === 303) && header('Location')),
      },
      ...(status !== 204 && {
        content: {
          [media]: { schema, ...(example && { example }) },
          ...Object.fromEntries(others.map((other) => [other, { schema: { type: 'string' as const } }])),
        },
      }),
    },
    ...(tagged && { 304: { description: 'It is as you have it.', headers: said } }),
    ...Object.fromEntries(refused),
  }
}

function operationOf(operation: Operation) {
  const { id, tag, summary, description, scopes, body, once, tagged, query, path } = operation
  const names = [
    ...(path.includes('{id}') ? ['id'] : []),
    ...(path.includes('{photo}') ? ['photo'] : []),
    ...(once ? ['Idempotency-Key'] : []),
    ...(tagged ? ['If-None-Match'] : []),
    ...(scopes.length > 0 ? ['Accept-Language'] : []),
  ]
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: scopes.flatMap((scope) => [{ bearer: [scope] }, { header: [scope] }]),
    parameters: names.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ...(query && { requestParams: { query } }),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body.schema, example: body.example } } },
    }),
    responses: responsesOf(operation),
  }
}

/**
 * Says less of dates and whole numbers, as their formats say it; patterns so that every language reads them; of what replies may have beside what is named nothing, so that a new
 * field breaks no client; and names null among the values of what may be null.
 */
const plainly: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date' || jsonSchema.format === 'uri')
    delete jsonSchema.pattern
  // Classes of Unicode are known to few languages' patterns. Half a pair is in no JSON that is read.
  if (jsonSchema.pattern)
    jsonSchema.pattern = jsonSchema.pattern.replace('\\p{Cc}\\p{Cs}', '\\u0000-\\u001f\\u007f-\\u009f')
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  const [one, none, more] = (jsonSchema.anyOf ?? []) as { type?: string; enum?: string[] }[]
  if (one?.enum && none?.type === 'null' && !more) {
    delete jsonSchema.anyOf
    Object.assign(jsonSchema, { type: ['string', 'null'], enum: [...one.enum, null] })
  }
}

/** The document as it is written and served. */
export async function openApiDocument(): Promise<string> {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) }
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Otklik',
        version,
        description:
          'For programs that bring citizens’ messages to a region and follow what becomes of them. The guides are at `/v1`. HEAD is answered as GET is. Fields, codes and values may be added to replies: pass over those that you do not know.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: EXAMPLE_SERVER }],
      tags: [...new Set([...operations.map(({ tag }) => tag), 'Webhooks'])].map((name) => ({ name })),
      paths,
      webhooks,
      components: {
        schemas: { Problem: problem, WebhookEvent: webhookEvent, WebhookPing: webhookPing },
        headers,
        parameters,
        responses: {
          ...Object.fromEntries(Object.entries(COMMON).map(([code, name]) => [name, refusal(common[code]!)])),
          WithoutSlash: {
            description: 'It is at the address without the last slash.',
            headers: header('Request-Id', 'Location'),
          },
          NoSuchRoute: refusal(['no-such-route']),
          MethodNotAllowed: refusal(['method-not-allowed']),
        },
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'Your key: `Authorization: Bearer otk_…`.' },
          header: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same, where that is easier.' },
        },
      },
    },
    { override: plainly },
  )
  return format(JSON.stringify(document), { parser: 'json', printWidth: 120 })
}
