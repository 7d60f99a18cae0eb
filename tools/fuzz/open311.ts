// Posts forms to Open311 that it allows and many that it does not: requests, and updates of them. No reply may be a fault, and each is
// written as was asked. Called by npm run fuzz and by a test.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readXml } from '../open311/strict-xml.ts'
import type { Tally } from './fuzz.ts'

const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'null',
    '\u0000',
    '\ufffd',
    '😀',
    '<b>&]]>',
    '__proto__',
    'a'.repeat(9_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
/** Seldom odd: a form has many fields, and of a hundred some are to be taken. */
const mostly = (usual: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd })
const words = fc.constantFrom('Не горит фонарь.', 'Всё ещё темно.', 'It is dark.')

/** A form, some of its fields odd, twice or left out. */
const form = (fields: Readonly<Record<string, fc.Arbitrary<string>>>) =>
  fc
    .tuple(
      ...Object.entries(fields).map(([name, value]) =>
        fc
          .tuple(mostly(value), fc.constantFrom(...Array<number>(14).fill(1), 0, 2))
          .map(([said, times]) => Array.from({ length: times }, (): [string, string] => [name, said])),
      ),
    )
    .map((all) => new URLSearchParams(all.flat()).toString())

const request = form({
  api_key: fc.constant('{key}'),
  service_code: fc.constantFrom('{service}'),
  lat: fc.constantFrom('43.3178', '43.3178', '43.3178', '43,3', '91'),
  long: fc.constantFrom('45.6949', '45.6949', '45.6949', '-45.1'),
  address_string: fc.constant('Грозный'),
  description: words,
  email: fc.constantFrom('citizen@example.org', 'citizen@example.org', 'nobody'),
  media_url: fc.constant('https://photos.example.org/1.jpeg'),
})
const update = form({
  api_key: fc.constant('{key}'),
  service_request_id: fc.constantFrom('{id}', '{id}', '{id}', '95-260302-00000'),
  update_id: fc.nat({ max: 20 }).map(String),
  status: fc.constantFrom('OPEN', 'fixed', 'CLOSED', 'FIXT'),
  updated_datetime: fc.constantFrom(
    '2026-03-02T07:00:00Z',
    '2026-03-02T10:00:00+03:00',
    '2026-03-02T07:00:01Z',
    'yesterday',
  ),
  description: words,
  media_url: fc.constant('https://photos.example.org/1.jpeg'),
})
const posted = fc.record({
  path: fc.constantFrom('requests', 'servicerequestupdates'),
  format: fc.constantFrom('json', 'xml'),
  type: mostly(fc.constant('application/x-www-form-urlencoded')),
})
const FINE = [200, 400, 403, 404, 429]

/** @param url of the region @throws Error with the shortest form found whose reply is a fault or not as was asked */
export async function fuzzOpen311(url: string, key: string, numRuns: number, seed?: number): Promise<Tally> {
  const at = `${url}/open311/v2`
  const [{ service_code: service } = { service_code: '' }] = (await (await fetch(`${at}/services.json`)).json()) as {
    service_code: string
  }[]
  const tally: Record<string, number> = {}
  let id = '95-260302-00000'
  const arbitrary = posted.chain((how) =>
    (how.path === 'requests' ? request : update).map((body) => ({ ...how, body })),
  )
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ path, format, type, body }) => {
      const filled = body.replaceAll('%7Bid%7D', id).replaceAll('%7Bkey%7D', key).replaceAll('%7Bservice%7D', service)
      const headers = { 'Content-Type': type.replaceAll(/[^\x20-\x7e]/g, '?') }
      const reply = await fetch(`${at}/${path}.${format}`, { method: 'POST', headers, body: filled })
      const text = await reply.text()
      tally[`${path} ${reply.status}`] = (tally[`${path} ${reply.status}`] ?? 0) + 1
      assert(FINE.includes(reply.status), `${path} is answered ${reply.status} ${text.slice(0, 500)}`)
      if (reply.status === 429) return
      const answer: unknown = format === 'json' ? JSON.parse(text) : readXml(text)
      assert(format === 'xml' || Array.isArray(answer), 'an answer is a list')
      if (reply.status === 200 && path === 'requests') id = /\d+-\d{6}-\w{5}/.exec(text)?.[0] ?? id
    }),
    { numRuns, ...(seed !== undefined && { seed }) },
  )
  return tally
}
