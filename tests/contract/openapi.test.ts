// The API's document: as it would be written today, valid, plain to generators, and about exactly what the stack routes, the guides tell
// and the handlers know.
import { globSync, readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, inject, it } from 'vitest'
import { fedTypes } from '../../functions/case/feed.ts'
import { statuses } from '../../functions/case/statuses.ts'
import type { Subscription } from '../../functions/store/subscriptions.ts'
import { offersOf } from '../../functions/webhooks/offer.ts'
import { openApiDocument } from '../../tools/openapi/document.ts'
import { operations } from '../../tools/openapi/operations.ts'
import { problems } from '../../tools/openapi/problems.ts'
import { type Document, replyCheck, webhookCheck } from '../../tools/openapi/reply-check.ts'

const text = readFileSync('docs/openapi.json', 'utf8')
const document = JSON.parse(text) as Document
const guides = readFileSync('docs/api.md', 'utf8')

/** Every object within, with its path. */
function* parts(value: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>]
  for (const [name, member] of Object.entries(value)) yield* parts(member, `${path}/${name}`)
}

it('is not stale: else run npm run openapi', async () => {
  expect(text).toBe(await openApiDocument())
})

it('F6 is valid by the meta-schema of OpenAPI 3.1', async () => {
  expect(await new Validator().validate(JSON.parse(text) as Record<string, unknown>)).toEqual({ valid: true })
})

it('F6 says null as 3.1 does, among the values where there are any', () => {
  const wrong = [...parts(document)].filter(
    ([, part]) =>
      'nullable' in part ||
      (Array.isArray(part['enum']) && [part['type']].flat().includes('null') !== part['enum'].includes(null)),
  )
  expect(wrong.map(([path]) => path)).toEqual([])
})

it('has a word on every field', () => {
  const fields = [...parts(document.components.schemas)].flatMap(([path, { properties }]) =>
    Object.entries((properties ?? {}) as Record<string, Record<string, unknown>>).map(([name, field]) => ({
      path: `${path}.${name}`,
      field,
    })),
  )
  const plain =
    /\.(id|name|lat|lon|phone|kind|reason|text|by|of|total|about|term|score|solved|clock|channel|group|notices|deadlines|reminders|status|rule|why|code)$/
  const unexplained = fields.filter(({ path, field }) => !field['description'] && !field['$ref'] && !plain.test(path))
  expect(fields.length).toBeGreaterThan(150)
  expect(unexplained.map(({ path }) => path)).toEqual([])
})

it('is about what the stack routes under /v1, no more and no less', () => {
  const [file] = globSync(`${inject('assembly')}/Otklik-95.template.json`)
  const { Resources } = JSON.parse(readFileSync(file!, 'utf8')) as {
    Resources: Record<
      string,
      { Type: string; Properties: { ParentId?: { Ref?: string }; PathPart?: string; ResourceId?: { Ref?: string } } }
    >
  }
  const pathOf = (id: string | undefined): string => {
    const found = id ? Resources[id] : undefined
    return found?.Type === 'AWS::ApiGateway::Resource'
      ? `${pathOf(found.Properties.ParentId?.Ref)}/${found.Properties.PathPart}`
      : ''
  }
  const routed = Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::ApiGateway::Method')
    .map(({ Properties }) => pathOf(Properties.ResourceId?.Ref))
    .filter((path) => /^\/v1(\/|$)/.test(path))
  expect(Object.keys(document.paths).sort()).toEqual(routed.sort())
})

it('and the guides name the same addresses, scopes and statuses', () => {
  const asked = operations.filter(({ scopes }) => scopes.length > 0)
  for (const { path, scopes } of asked) {
    expect(guides).toContain(path.replace(/^\/v1\/(municipalities|organisations)$/, '/v1/$1'))
    if (scopes.length < 4) expect(guides).toContain(`\`${scopes[0]}\``)
  }
  const rows = [...guides.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, name]) => name)
  expect(rows.filter((name) => statuses.includes(name as never)).sort()).toEqual([...statuses].sort())
  const codes = [...guides.matchAll(/\d{3} `([a-z-]+)`/g)].map(([, code]) => code!)
  expect(codes.filter((code) => !(code in problems))).toEqual([])
})

it('knows every code that a source of ours refuses with', () => {
  const sources = globSync([
    'functions/api/*.ts',
    'functions/edge/*.ts',
    'functions/report/elsewhere.ts',
    'lib/rest-api.ts',
  ])
  const found = sources.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    const thrown = [
      ...source.matchAll(/new Problem\(\s*\d{3},\s*'([\w-]+)'/g),
      ...source.matchAll(/answer\(ResponseType\.\w+, [\w ]+, '([\w-]+)'/g),
    ]
    return thrown.map(([, code]) => code!)
  })
  expect(found.length).toBeGreaterThan(25)
  expect([...new Set(found)].filter((code) => !(code in problems)).sort()).toEqual([])
})

it('its examples are what it allows', () => {
  const check = replyCheck(document)
  const replies = operations.filter(({ example }) => example)
  for (const { method, path, status, example } of replies) {
    const headers = { 'content-type': 'application/json', 'request-id': 'x' }
    expect(
      check({ method, path: path.replace('{id}', '95-261123-7K4QF'), status, headers, body: JSON.stringify(example) }),
    ).toEqual([])
  }
  for (const { body } of operations) if (body) expect(body.schema.safeParse(body.example).success).toBe(true)
  expect(replies.length).toBeGreaterThan(5)
})

it('what is posted to endpoints is what it says, of each type of event', () => {
  const check = webhookCheck(document)
  const endpoint: Subscription = { id: 'e', integrator: 'portal', test: false, all: true }
  const event = { caseId: '95-261123-7K4QF', seq: 2, at: '2026-11-23T07:00:00.000Z', status: 'assigned' } as const
  const events = fedTypes.map((type) => ({ ...event, type, integrator: 'portal' }))
  const bodies = offersOf([endpoint], events, event.at).map(({ item }) => String(item['body']))
  expect(bodies.map((body) => check(body))).toEqual(fedTypes.map(() => []))
  for (const { post } of Object.values(document.webhooks))
    expect(
      check(JSON.stringify((post.requestBody.content['application/json'] as { example?: object }).example)),
    ).toEqual([])
  expect(check(bodies[0]!.replace('"seq"', '"person":"operator-1","seq"'))).not.toEqual([])
})

it('what it does not say of a reply is found', () => {
  const check = replyCheck(document)
  const headers = { 'content-type': 'application/json', 'request-id': 'x' }
  const acted = {
    method: 'POST',
    path: '/v1/cases/95-261123-7K4QF/rate',
    status: 200,
    headers,
    body: '{"id":"95-261123-7K4QF","status":"closed"}',
  }
  const faults = [
    acted,
    { ...acted, body: '{"id":"95-261123-7K4QF","status":"shut"}' },
    { ...acted, body: '{"id":"95-261123-7K4QF","status":"closed","more":1}' },
    { ...acted, status: 418 },
    { ...acted, method: 'PUT' },
    { ...acted, path: '/v1/nothing' },
    { ...acted, headers: { ...headers, 'content-type': 'text/html' } },
    { ...acted, headers: { ...headers, etag: '"x"' } },
    { ...acted, headers: { 'content-type': 'application/json' } },
  ].map(check)
  expect(faults).toEqual([
    [],
    ['/status must be equal to one of the allowed values'],
    [' must NOT have additional properties'],
    ['the status 418 is not documented'],
    ['an unknown method is answered 200'],
    ['an unknown address is answered 200'],
    ['the media type "text/html" is not documented'],
    ['etag is not documented'],
    ['request-id is missing'],
  ])
})
