// H1, at send: what a post does on the wire. The connection goes to the address that was looked at; nothing is followed, nothing of the
// answer is read but its status; what hangs is given up.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { post } from '../../functions/deliver/post.ts'

let listener: RequestListener = (_, response) => void response.writeHead(204).end()
let server: Server
let port: number
const asked: { method: string | undefined; url: string | undefined; body: string; headers: object }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, body, headers: request.headers })
      listener(request, response)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

const LONG_MS = 15_000
const own = (path = '/') => `http://127.0.0.1:${port}${path}`
const noResolver = () => {
  throw new Error('Nobody is to be asked.')
}
const send = (url: string, longestMs = LONG_MS, localToo = true) =>
  post({ url, headers: { 'webhook-id': 'x.1' }, body: '{"ə":"😀"}' }, longestMs, noResolver, localToo)

describe('a post', () => {
  it('sends these bytes and headers, once', async () => {
    asked.length = 0
    expect(await send(own('/hook?a=b'))).toEqual({ outcome: 'answered', status: 204 })
    expect(asked).toMatchObject([
      {
        ...{ method: 'POST', url: '/hook?a=b', body: '{"ə":"😀"}' },
        headers: { 'webhook-id': 'x.1', 'content-type': 'application/json', 'user-agent': 'Otklik-Webhooks/1' },
      },
    ])
  })

  it('follows no redirect, also none into this machine', async () => {
    listener = (_, response) => void response.writeHead(307, { Location: own('/inside') }).end()
    asked.length = 0
    expect(await send(own('/'))).toEqual({ outcome: 'answered', status: 307 })
    expect(asked.map(({ url }) => url)).toEqual(['/'])
  })

  it('knows of an answer its status and Retry-After, and waits for none of its body', async () => {
    listener = (_, response) => {
      response.writeHead(503, { 'Retry-After': '60' })
      response.write('a secret of the inside; and it never ends')
    }
    expect(await send(own('/'))).toEqual({ outcome: 'answered', status: 503, retryAfter: '60' })
  })

  it('gives up whoever never answers', async () => {
    listener = () => {}
    expect(await send(own('/'), 50)).toEqual({ outcome: 'timeout' })
  })

  it('says that nobody listens', async () => {
    const other = createServer()
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
    const free = (other.address() as AddressInfo).port
    await new Promise((closed) => other.close(closed))
    expect(await send(`http://127.0.0.1:${free}/`)).toEqual({ outcome: 'connection' })
  })
})

describe('H1: a post to what is no address of the internet', () => {
  it.each([
    'http://127.0.0.1:9001/2018-06-01/runtime/invocation/next',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://[::ffff:169.254.169.254]/',
    'https://localhost./',
    'https://hooks.example.org:8443/',
    'https://user:pass@hooks.example.org/',
  ])('never begins, though it was saved: %s', async (url) =>
    expect(await send(url, LONG_MS, false)).toEqual({ outcome: 'refused address' }),
  )

  const resolving = (...rounds: string[][]) => {
    let round = 0
    return {
      resolver: (_: string, done: (error: null, found: { address: string; family: number }[]) => void) => {
        const found = rounds[Math.min(round, rounds.length - 1)]!
        round += 1
        done(
          null,
          found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
      },
      rounds: () => round,
    }
  }
  const toName = (resolver: Parameters<typeof post>[2]) =>
    post({ url: 'https://hooks.example.org/', headers: {}, body: '{}' }, 2_000, resolver, true)

  it.each([
    ['private', ['10.0.0.1']],
    ['metadata', ['169.254.169.254']],
    ['loopback', ['127.0.0.1']],
    ['mapped', ['::ffff:127.0.0.1']],
    ['unique local', ['fd00:ec2::254']],
    ['shared', ['100.64.0.1']],
    ['multicast', ['224.0.0.1']],
    ['public and private', ['8.8.8.8', '10.0.0.1']],
    ['none at all', []],
  ])('ends at the resolver: %s', async (_, found) =>
    expect(await toName(resolving(found).resolver)).toEqual({ outcome: 'refused address' }),
  )

  it('goes to the address that was looked at: a name is resolved once for a post, and anew for the next', async () => {
    listener = (_, response) => void response.writeHead(204).end()
    const { resolver, rounds } = resolving(['127.0.0.1'], ['169.254.169.254'])
    const named = () => post({ url: `http://localhost:${port}/`, headers: {}, body: '{}' }, LONG_MS, resolver, true)
    expect([await named(), rounds()]).toEqual([{ outcome: 'answered', status: 204 }, 1])
    expect([await named(), rounds()]).toEqual([{ outcome: 'refused address' }, 2])
  })
})
