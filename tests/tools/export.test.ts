// npm run export reads a list to its end: one file, one line of headings, and faults that pass are waited for.
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { wholeList } from '../../tools/export/pages.ts'

let server: Server
afterEach(() => server.close())

type Page = readonly [status: number, type: string, body: string, next?: string, retryAfter?: string]

const serve = async (pages: Page[]) => {
  server = createServer((_, reply) => {
    const [status, type, body, next, retryAfter] = pages.shift()!
    reply.writeHead(status, {
      'Content-Type': type,
      ...(next && { Link: `<http://localhost:${(server.address() as AddressInfo).port}/${next}>; rel="next"` }),
      ...(retryAfter && { 'Retry-After': retryAfter }),
    })
    reply.end(body)
  }).listen(0)
  await once(server, 'listening')
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}
const whole = async (url: string, waited: number[] = []) => {
  let text = ''
  const wait = (ms: number) => {
    waited.push(ms)
    return Promise.resolve()
  }
  for await (const page of wholeList({ url, headers: {} }, wait)) text += page
  return text
}

it('a table has its headings and its mark once', async () => {
  const csv = 'text/csv; charset=utf-8'
  const url = await serve([
    [200, csv, '\ufeffid;status\r\n1;triage\r\n', 'second'],
    [200, csv, '\ufeffid;status\r\n', 'third'],
    [200, csv, '\ufeffid;status\r\n2;closed\r\n'],
  ])
  expect(await whole(url)).toBe('\ufeffid;status\r\n1;triage\r\n2;closed\r\n')
})

it('lines follow each other; a busy region is waited for as it says, and asked again', async () => {
  const lines = 'application/x-ndjson'
  const url = await serve([
    [200, lines, '{"id":1}\n', 'second'],
    [429, 'application/problem+json', '{}', undefined, '7'],
    [503, 'application/problem+json', '{}'],
    [200, lines, '{"id":2}\n'],
  ])
  const waited: number[] = []
  expect([await whole(url, waited), waited]).toEqual(['{"id":1}\n{"id":2}\n', [7_000, 5_000]])
})

it('what is refused ends it with the words of the API', async () => {
  const url = await serve([[422, 'application/problem+json', '{"code":"invalid"}']])
  await expect(whole(url)).rejects.toThrow('The API answered 422: {"code":"invalid"}')
})
