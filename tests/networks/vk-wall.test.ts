// What is read of a community's wall by a service token: as the updates that VK would have told of it, a bounded number of requests at a time.
import { beforeEach, expect, it, vi } from 'vitest'
import type { Heard } from '../../functions/networks/network.ts'
import { call, vk } from '../../functions/networks/vk.ts'
import { lookAtServiceToken, lookAtWall, type Looking, MOST_CALLS } from '../../functions/networks/vk-wall.ts'

vi.mock('../../functions/networks/vk.ts', async (actual) => ({ ...(await actual<object>()), call: vi.fn() }))

const at = '2026-03-02T07:00:00.000Z'
const hoursAgo = (hours: number) => Date.parse(at) / 1000 - hours * 3_600
type Form = Readonly<Record<string, string>>
type Answer = (method: string, form: Form) => unknown
const error = (error_code: number) => ({ error: { error_code, error_msg: '' } })
const items = (all: readonly unknown[]) => ({ response: { count: all.length, items: all } })
const post = (id: number, hours: number, count = 1) => ({
  ...{ id, owner_id: -7, from_id: -7, date: hoursAgo(hours), text: `Запись ${id}`, post_type: 'post' },
  comments: { count },
})
const comment = (id: number, hours: number, more: object = {}) => ({
  ...{ id, from_id: 5, date: hoursAgo(hours), text: `Комментарий ${id}`, attachments: [] },
  ...more,
})

let asked: string[]
const answering = (answer: Answer) =>
  vi.mocked(call).mockImplementation((_, method, form) => {
    const { comment_id: root = '', offset = '' } = form
    asked.push([method.replace('wall.', ''), form['post_id'], root && `in ${root}`, offset].filter(Boolean).join(' '))
    const value = answer(method, form)
    return Promise.resolve(
      value === 'nothing' ? { outcome: 'silent' } : ({ outcome: 'answered', status: 200, value } as never),
    )
  })
const look = (more: Partial<Looking> = {}) =>
  lookAtWall({
    ...{
      serviceToken: 'service',
      account: '7',
      since: new Date(hoursAgo(48) * 1000).toISOString(),
      until: at,
      turn: 0,
    },
    ...{ pause: async () => {}, goesOn: () => true, ...more },
  })
const keysOf = (seen: Awaited<ReturnType<typeof lookAtWall>>) =>
  seen.outcome === 'seen' ? seen.heard.map((one) => ('key' in one ? one.key : one.kind)) : seen

beforeEach(() => {
  asked = []
})

it('is what VK would have told: posts, comments and those of threads, answers of the page; not what is deleted or older', async () => {
  const below = [
    comment(12, 2, { parents_stack: [11], reply_to_comment: 11 }),
    comment(13, 1, { from_id: -7, parents_stack: [11], reply_to_comment: 12 }),
  ] as const
  const root = comment(11, 3, { thread: { count: 2, items: below } })
  const gone = comment(14, 1, { deleted: true })
  const old = comment(10, 49)
  answering((method) => items(method === 'wall.get' ? [post(1, 4, 5), post(2, 500, 0)] : [gone, root, old]))
  const told = (type: string, object: object): Heard =>
    vk.hear({ type, group_id: 7, object: { owner_id: -7, post_id: 1, ...object } })
  expect(await look()).toEqual({
    ...{ outcome: 'seen', unread: 0, shut: 0 },
    heard: [
      told('wall_post_new', post(1, 4)),
      told('wall_reply_new', root),
      told('wall_reply_new', below[0]),
      told('wall_reply_new', below[1]),
    ],
  })
  expect(asked).toEqual(['get', 'getComments 1 0'])
  expect(vi.mocked(call).mock.calls.map(([token, , form]) => [token, form])).toEqual([
    ['service', { owner_id: '-7', count: '20' }],
    [
      'service',
      {
        ...{ owner_id: '-7', post_id: '1', sort: 'desc', count: '100', offset: '0', preview_length: '0' },
        thread_items_count: '10',
      },
    ],
  ])
})

it('goes on below a post while it is recent, and into threads that did not come whole', async () => {
  const hundred = (first: number, hours: number) => Array.from({ length: 100 }, (_, n) => comment(first - n, hours))
  const long = comment(500, 1, { thread: { count: 11, items: [comment(501, 1)] } })
  answering((method, { post_id: id, offset, comment_id: root }) => {
    if (method === 'wall.get') return items([post(1, 4, 250), post(2, 5)])
    if (root) return items([comment(502, 1), comment(501, 1)])
    if (id === '2') return items([long])
    return items(offset === '0' ? hundred(400, 1) : hundred(300, 60))
  })
  const keys = keysOf(await look()) as string[]
  expect(asked).toEqual(['get', 'getComments 1 0', 'getComments 2 0', 'getComments 1 100', 'getComments 2 in 500 0'])
  expect(keys).toHaveLength(2 + 100 + 3)
  expect(new Set(keys).size).toBe(keys.length)
})

it('asks thirty times at most, in turn for what is left, and no more when the time is over', async () => {
  const long = (id: number) => comment(id, 1, { thread: { count: 99, items: [] } })
  const many: Answer = (method, { comment_id: root, post_id: id }) =>
    items(
      method === 'wall.get'
        ? Array.from({ length: 20 }, (_, n) => post(n + 1, 2))
        : root
          ? []
          : [long(1_000 + Number(id)), long(2_000 + Number(id))],
    )
  answering(many)
  expect(await look()).toMatchObject({ unread: 40 - 9 })
  expect(asked).toHaveLength(MOST_CALLS)
  const before = asked.slice(-9)
  asked = []
  await look({ turn: 9 })
  expect(asked.slice(-9).some((one) => before.includes(one))).toBe(false)
  asked = []
  let left = 3
  expect(await look({ goesOn: () => (left -= 1) > 0 })).toMatchObject({ outcome: 'seen', unread: 18 + 4 })
  expect(asked).toHaveLength(3)
})

it('passes over a post whose comments are shut; a token that is refused ends the look', async () => {
  const shut: Answer = (method, { post_id: id }) =>
    method === 'wall.get' ? items([post(1, 4), post(2, 4)]) : id === '1' ? error(212) : items([comment(5, 1)])
  answering(shut)
  const seen = await look()
  expect([keysOf(seen), seen]).toMatchObject([
    ['posted.wall-7_1', 'posted.wall-7_2', 'wall-7_2.5'],
    { shut: 1, unread: 0 },
  ])
  answering(() => error(27))
  expect(await look()).toEqual({ outcome: 'refused', why: 'error 27' })
  answering((method) => (method === 'wall.get' ? items([post(1, 4)]) : error(5)))
  expect(await look()).toEqual({ outcome: 'refused', why: 'error 5' })
})

it('VK is busy, or does not answer: what was seen by then is kept, the rest comes later', async () => {
  answering((method, { post_id: id }) =>
    method === 'wall.get' ? items([post(1, 4), post(2, 4)]) : id === '1' ? items([comment(5, 1)]) : error(6),
  )
  expect(await look()).toMatchObject({ outcome: 'seen', unread: 1 })
  expect(keysOf(await look())).toContain('wall-7_1.5')
  answering(() => 'nothing')
  expect(await look()).toEqual({ outcome: 'later', why: 'silent' })
  answering(() => error(29))
  expect(await look()).toEqual({ outcome: 'later', why: 'error 29' })
})

it.each([
  [items([]), 'taken'],
  [error(27), 'shut'],
  [error(15), 'shut'],
  [error(6), 'silent'],
  ['nothing', 'silent'],
] as const)('a service token is looked at: %j is %s', async (answer, standing) => {
  answering(() => answer)
  expect(await lookAtServiceToken('service', '7')).toBe(standing)
})
