// What a network says of an answer under a comment, by what follows from it; and what it is asked.
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answers } from '../../functions/networks/answering.ts'

const secret = { token: 'to.ken', secret: 'secret' }
const thread = { vk: 'wall-1_23', max: 'mid.post', telegram: '-100777' } as const
type Reply = { status: number; body: object } | 'nothing'

let server: Server
let replies: Reply[]
let asked: { url: string; body: string }[]

beforeAll(async () => {
  server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      asked.push({ url: request.url ?? '', body: Buffer.concat(chunks).toString() })
      const reply = replies.shift() ?? 'nothing'
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

const answer = async (network: keyof typeof answers, given: Reply | Reply[], on: string = thread[network]) => {
  replies = [given].flat()
  asked = []
  const uttered = await answers[network].answer(secret, {
    thread: { on, comment: network === 'max' ? 'mid.4' : '45' },
    ...{ account: '1', text: 'Засыпали: a_b', name: '95-260302-AAAAA.3.citizen.below.0' },
  })
  expect(JSON.stringify(uttered)).not.toContain('to.ken')
  return uttered
}
const error = (error_code: number, error_msg = '') => ({ status: 200, body: { error: { error_code, error_msg } } })

it('asks VK by the post, the comment and a name that every try has', async () => {
  expect(await answer('vk', { status: 200, body: { response: { comment_id: 9 } } })).toEqual({
    outcome: 'sent',
    id: '9',
  })
  const form = Object.fromEntries(new URLSearchParams(asked[0]!.body))
  const { guid } = form
  expect(form).toMatchObject({
    ...{ owner_id: '-1', post_id: '23', reply_to_comment: '45', from_group: '1', message: 'Засыпали: a_b' },
  })
  await answer('vk', 'nothing')
  expect(new URLSearchParams(asked[0]!.body).get('guid')).toBe(guid)
})

it('asks Telegram for a reply, and once more where the group has become another', async () => {
  const moved = {
    ok: false,
    error_code: 400,
    description: 'group upgraded',
    parameters: { migrate_to_chat_id: -100888 },
  }
  expect(
    await answer('telegram', [
      { status: 400, body: moved },
      { status: 200, body: { ok: true, result: { message_id: 9 } } },
    ]),
  ).toEqual({ outcome: 'sent', id: '9' })
  expect(asked.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
    { chat_id: '-100777', text: 'Засыпали: a_b', reply_parameters: { message_id: 45 } },
    { chat_id: -100888 },
  ])
})

it('asks MAX below the post, or in the group', async () => {
  const sent = { status: 200, body: { message: { body: { mid: 'mid.9' } } } }
  expect(await answer('max', sent)).toEqual({ outcome: 'sent', id: 'mid.9' })
  expect(asked[0]!.url).toMatch(/\/messages\/mid\.post\/comments$/)
  expect(JSON.parse(asked[0]!.body)).toEqual({ text: 'Засыпали: a_b', link: { type: 'reply', mid: 'mid.4' } })
  await answer('max', sent, '-777')
  expect(asked[0]!.url).toMatch(/\/messages\?chat_id=-777$/)
})

describe('means', () => {
  it.each([
    ['vk', 'nothing', { outcome: 'later' }],
    ['vk', error(6), { outcome: 'later' }],
    ['vk', error(9), { outcome: 'later', seconds: 600 }],
    ['vk', error(29), { outcome: 'later', seconds: 3600 }],
    ['vk', error(5), { outcome: 'token' }],
    ['vk', error(14), { outcome: 'token' }],
    ['vk', error(15), { outcome: 'refused', of: 'place' }],
    ['vk', error(213), { outcome: 'refused', of: 'place' }],
    ['vk', error(100, 'reply_to_comment is invalid'), { outcome: 'refused', of: 'place' }],
    ['vk', error(100, 'message is invalid'), { outcome: 'refused', of: 'text' }],
    ['vk', error(222), { outcome: 'refused', of: 'text' }],
    ['telegram', 'nothing', { outcome: 'unknown' }],
    ['telegram', { status: 429, body: { parameters: { retry_after: 30 } } }, { outcome: 'later', seconds: 30 }],
    ['telegram', { status: 401, body: {} }, { outcome: 'token' }],
    ['telegram', { status: 500, body: {} }, { outcome: 'unknown' }],
    ['telegram', { status: 403, body: { description: 'bot was kicked' } }, { outcome: 'refused', of: 'place' }],
    [
      'telegram',
      { status: 400, body: { description: 'message to be replied not found' } },
      { outcome: 'refused', of: 'place' },
    ],
    ['telegram', { status: 400, body: { description: 'message is too long' } }, { outcome: 'refused', of: 'text' }],
    ['max', 'nothing', { outcome: 'unknown' }],
    ['max', { status: 429, body: {} }, { outcome: 'later' }],
    ['max', { status: 401, body: {} }, { outcome: 'token' }],
    ['max', { status: 504, body: {} }, { outcome: 'unknown' }],
    ['max', { status: 404, body: { code: 'comment.not.found' } }, { outcome: 'refused', of: 'place' }],
    ['max', { status: 400, body: { code: 'text.too.long' } }, { outcome: 'refused', of: 'text' }],
  ] as const)('%s: %j', async (network, given, expected) =>
    expect(await answer(network, given as Reply)).toMatchObject(expected),
  )
})

it('under a photo of VK nobody is asked', async () => {
  expect(await answer('vk', 'nothing', 'photo-1_23')).toMatchObject({ outcome: 'refused', of: 'place' })
  expect(asked).toEqual([])
})
