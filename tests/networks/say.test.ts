// What a network says of a message, by what follows from it; and that no error, address or log of ours holds a token.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networks } from '../../functions/networks/networks.ts'
import { randomId } from '../../functions/networks/vk.ts'

const secret = { token: 'to.ken', secret: 'secret' }
const said = { chat: '5', text: 'a_b@x *<тег>* `[&', name: '95-260302-AAAAA.3.citizen.0' }

interface Asked {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let server: Server
let reply: { status: number; body: object } | 'nothing'
let asked: Asked

beforeAll(async () => {
  server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const { method, url, headers } = request
      asked = { method, url, headers, body: Buffer.concat(chunks).toString() }
      if (reply === 'nothing') return response.destroy()
      return response.writeHead(reply.status).end(JSON.stringify(reply.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env['LOCAL_NETWORKS'] = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  delete process.env['LOCAL_NETWORKS']
  server.close()
})

const say = async (network: keyof typeof networks, given: typeof reply) => {
  reply = given
  const uttered = await networks[network].say(secret, said)
  expect(JSON.stringify(uttered)).not.toContain('to.ken')
  return Object.values(uttered).join(' ')
}
const vkError = (error_code: number) => ({ status: 200, body: { error: { error_code, error_msg: 'words' } } })
const code = (status: number, name: string) => ({ status, body: { code: name, message: 'words' } })
const tgError = (status: number, description = 'words', more: object = {}) => ({
  status,
  body: { ok: false, error_code: status, description, ...more },
})

it.each([
  ['vk', { status: 200, body: { response: 12 } }, 'sent 12'],
  ...[1, 6, 10].map((one) => ['vk', vkError(one), `later error ${one}`] as const),
  // Of a flood and of a limit VK says no time.
  ['vk', vkError(9), 'later error 9 600'],
  ['vk', vkError(29), 'later error 29 3600'],
  ...[5, 7, 14, 15, 17, 203].map((one) => ['vk', vkError(one), `token error ${one}`] as const),
  ...[18, 900, 901, 902, 936, 950].map((one) => ['vk', vkError(one), `refused person error ${one}`] as const),
  ...[100, 222, 914].map((one) => ['vk', vkError(one), `refused text error ${one}`] as const),
  // VK knows a message again, so it may be tried again.
  ['vk', 'nothing', 'later silent'],
  ['vk', { status: 502, body: {} }, 'later HTTP 502'],
  ['max', { status: 200, body: { message: { body: { mid: 'mid.7' } } } }, 'sent mid.7'],
  ['max', code(401, 'verify.token'), 'token 401 verify.token'],
  ['max', code(429, 'too.many.requests'), 'later 429 too.many.requests'],
  ['max', code(503, 'service.unavailable'), 'later 503 service.unavailable'],
  ['max', code(403, 'chat.denied'), 'refused person 403 chat.denied'],
  ['max', code(400, 'proto.payload'), 'refused text 400 proto.payload'],
  ['max', code(400, 'слова человека'), 'refused text 400'],
  ['max', code(500, 'internal'), 'unknown 500 internal'],
  ['max', 'nothing', 'unknown silent'],
  ['telegram', { status: 200, body: { ok: true, result: { message_id: 8 } } }, 'sent 8'],
  ['telegram', tgError(401), 'token HTTP 401'],
  ['telegram', tgError(429, 'words', { parameters: { retry_after: 2282 } }), 'later HTTP 429 2282'],
  ['telegram', tgError(403), 'refused person HTTP 403'],
  ['telegram', tgError(400, 'Bad Request: chat not found'), 'refused person HTTP 400'],
  ['telegram', tgError(400, 'Bad Request: message is too long'), 'refused text HTTP 400'],
  ['telegram', tgError(502), 'unknown HTTP 502'],
  ['telegram', 'nothing', 'unknown silent'],
] as const)('%s: %j is: %s', async (network, given, expected) => {
  expect(await say(network, given)).toBe(expected)
})

it('what was never asked may be asked again, of every network', async () => {
  const before = process.env['LOCAL_NETWORKS']
  process.env['LOCAL_NETWORKS'] = 'http://127.0.0.1:9'
  const all = await Promise.all(Object.values(networks).map((one) => one.say(secret, said)))
  process.env['LOCAL_NETWORKS'] = before
  expect(all).toEqual(all.map(() => ({ outcome: 'later', why: 'unreached' })))
})

describe('a message goes out', () => {
  it('to VK as a form, with the same number each time, and no token in the address', async () => {
    await say('vk', { status: 200, body: { response: 1 } })
    expect([asked.method, asked.url]).toEqual(['POST', '/vk/method/messages.send'])
    expect(Object.fromEntries(new URLSearchParams(asked.body))).toEqual({
      ...{ peer_id: '5', message: said.text, random_id: String(randomId(said.name)), dont_parse_links: '1' },
      ...{ disable_mentions: '1', access_token: 'to.ken', v: '5.199' },
    })
    expect(randomId(said.name)).not.toBe(randomId(`${said.name}0`))
    expect(randomId(said.name)).toBeLessThan(2 ** 31)
  })

  it('to MAX with the token in its own header', async () => {
    await say('max', { status: 200, body: {} })
    expect([asked.method, asked.url, asked.headers.authorization]).toEqual([
      'POST',
      '/max/messages?chat_id=5',
      'to.ken',
    ])
    expect(JSON.parse(asked.body)).toEqual({ text: said.text, notify: true })
  })

  it('to Telegram sign by sign, without a mode that would read them', async () => {
    await say('telegram', { status: 200, body: { ok: true } })
    expect([asked.method, asked.url]).toEqual(['POST', '/telegram/botto.ken/sendMessage'])
    expect(JSON.parse(asked.body)).toEqual({
      chat_id: '5',
      text: said.text,
      link_preview_options: { is_disabled: true },
    })
  })
})
