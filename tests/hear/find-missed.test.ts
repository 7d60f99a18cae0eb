// What VK did not tell of is queued as if it had, once, whatever else came of it meanwhile. On a real table.
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { withoutIt, withVersion } from '../../functions/case/comment.ts'
import { findMissed } from '../../functions/hear/find-missed.ts'
import { vk } from '../../functions/networks/vk.ts'
import type { Commented, Heard } from '../../functions/networks/network.ts'
import { lookAtWall } from '../../functions/networks/vk-wall.ts'
import { sendAll } from '../../functions/queues/send.ts'
import { keepComment } from '../../functions/store/comments.ts'
import { markTaken } from '../../functions/store/heard.ts'
import { keepHeard } from '../../functions/store/keep-heard.ts'
import { networkKeys, table } from '../../functions/store/table.ts'
import { catchLog } from '../edge/events.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

let t: TestTable
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => (name === 'TABLE_NAME' ? t.tableName : name),
  deployedRegion: () => ({ code: '95', stage: 'prod' }),
}))
const serviceToken = 'service'
vi.mock('../../functions/networks/secrets.ts', () => ({
  secretOf: (_: string, id: string) =>
    Promise.resolve({ token: 'to.ken', secret: 'secret', ...(id !== 'without' && { serviceToken }) }),
}))
vi.mock('../../functions/networks/vk-wall.ts', () => ({ lookAtWall: vi.fn() }))
vi.mock('../../functions/queues/send.ts', () => ({ sendAll: vi.fn() }))

const NOW = '2026-03-02T07:00:00.000Z'
const written = '2026-03-02T06:00:00.000Z'
const told = (type: string, object: object): Heard =>
  vk.hear({ type, group_id: 7, object: { owner_id: -7, post_id: 1, date: Date.parse(written) / 1000, ...object } })
const comment = (id: number, more: object = {}) =>
  told('wall_reply_new', { id, from_id: 5, text: `Яма ${id}`, ...more }) as Commented
let channel: string
let channels = 0
let logged: ReturnType<typeof catchLog>
const pauses: number[] = []
const looks = { pause: (ms: number) => Promise.resolve(void pauses.push(ms)), goesOn: () => true }
const named = (key: string) => ({ tableName: t.tableName, channel, key, at: NOW })
const find = async (...heard: Heard[]) => {
  vi.mocked(lookAtWall).mockResolvedValue({ outcome: 'seen', heard, unread: 0, shut: 0 })
  vi.mocked(sendAll).mockClear()
  await findMissed([{ id: channel, network: 'vk', account: '7', comments: true }], NOW, looks)
  return vi
    .mocked(sendAll)
    .mock.calls.flatMap(([, messages]) => messages.map((one) => (one as { heard: string }).heard))
}
const counted = () => logged().reduce((sum, line) => sum + Number(line['CommentsMissed'] ?? 0), 0)

beforeAll(async () => {
  t = await startTable()
})
afterAll(() => t.end())
beforeEach(() => {
  channel = `vk-${(channels += 1)}`
  vi.mocked(sendAll).mockReset().mockResolvedValue([])
  vi.mocked(lookAtWall).mockReset()
  pauses.length = 0
  logged = catchLog()
})

it('queues what nobody told of, the oldest first, as the update that VK would have told; found again it is known', async () => {
  const later = comment(2)
  const earlier = comment(1, { date: Date.parse(written) / 1000 - 60 })
  expect(await find(later, earlier)).toEqual(['wall-7_1.1', 'wall-7_1.2'])
  expect(counted()).toBe(2)
  const { heard } = (await t.get(networkKeys.heard(channel, 'wall-7_1.1')))!
  expect(JSON.parse(String(heard))).toEqual(earlier)
  // Told of after all, and taken meanwhile.
  await keepHeard(named('wall-7_1.1'), earlier)
  await markTaken(named('wall-7_1.1'))
  await markTaken(named('wall-7_1.2'))
  expect(await find(later, earlier)).toEqual([])
  expect(counted()).toBe(2)
})

it('what came to the door and was never taken is queued again, and was not missed', async () => {
  await keepHeard(named('wall-7_1.3'), comment(3))
  expect(await find(comment(3))).toEqual(['wall-7_1.3'])
  expect(counted()).toBe(0)
})

it('knows a comment by its correction, and whatever was said of it; one whose deletion alone was heard is there again', async () => {
  const begun = (id: string, state: 'waiting' | 'thanks' | 'problem') => {
    const thread = { on: 'wall-7_1', comment: id }
    const version = { key: `wall-7_1.${id}.edit.x`, of: id, at: NOW, text: 'Яма', pictures: [], others: [] }
    const known = withVersion(undefined, { channel, thread, name: id }, { ...version, isEdited: true }, NOW)!
    return { ...known, state, ...(state === 'problem' && { caseId: '95-260302-AAAAA', versions: {} }) }
  }
  await keepComment(t.tableName, undefined, begun('4', 'waiting'), NOW)
  await keepComment(t.tableName, undefined, begun('5', 'thanks'), NOW)
  await keepComment(t.tableName, undefined, begun('6', 'problem'), NOW)
  const thread = { on: 'wall-7_1', comment: '7' }
  await keepComment(t.tableName, undefined, withoutIt(undefined, { channel, thread, name: '7' }, NOW)!, NOW)
  expect(await find(...[4, 5, 6, 7].map((id) => comment(id)))).toEqual(['wall-7_1.7'])
})

it('answers of the page and posts come, too, and count as no comments', async () => {
  const own = told('wall_reply_new', { id: 9, from_id: -7, text: 'Засыпали', reply_to_comment: 8 })
  const post = told('wall_post_new', { id: 1, owner_id: -7, from_id: -7, text: 'Ремонт', post_type: 'post' })
  const unasked = told('wall_reply_new', { id: 10, from_id: -7, text: 'Всем спасибо' })
  expect(await find(own, post, unasked)).toEqual(['wall-7_1.9.own', 'posted.wall-7_1'])
  expect(counted()).toBe(0)
})

it('takes three hundred at a time, tells how many there are, and takes the rest at the next look', async () => {
  const all = Array.from({ length: 310 }, (_, index) => comment(1_000 + index))
  const first = await find(...all)
  expect(first).toHaveLength(300)
  expect(logged().findLast(({ message }) => message === 'wall read')).toMatchObject({ found: 310, taken: 300 })
  for (const key of first) await markTaken(named(key))
  expect(await find(...all)).toEqual(all.slice(300).map(({ key }) => key))
  expect(counted()).toBe(310)
})

it('a queue that did not take it: the look fails, and the next one queues it again', async () => {
  vi.mocked(sendAll).mockResolvedValueOnce([0])
  vi.mocked(lookAtWall).mockResolvedValue({ outcome: 'seen', heard: [comment(11)], unread: 0, shut: 0 })
  const channelOf = { id: channel, network: 'vk', account: '7', comments: true } as const
  await expect(findMissed([channelOf], NOW, looks)).rejects.toThrow('1 of 1 failed.')
  expect(await find(comment(11))).toEqual(['wall-7_1.11'])
  expect(counted()).toBe(1)
})

it('what DynamoDB leaves over is asked for again after a pause; where it gives nothing, nothing is taken for missed', async () => {
  const all = [12, 13, 14].map((id) => comment(id))
  await keepHeard(named('wall-7_1.12'), all[0]!)
  await markTaken(named('wall-7_1.12'))
  const over = (times: number) => {
    const { send } = table
    vi.spyOn(table, 'send').mockImplementation(((command: unknown) => {
      const isRead = command instanceof BatchGetCommand
      if (!isRead || (times -= 1) < 0) return (send as (one: unknown) => Promise<unknown>).call(table, command)
      return Promise.resolve({ Responses: {}, UnprocessedKeys: command.input.RequestItems })
    }) as never)
  }
  over(3)
  expect(await find(...all)).toEqual(['wall-7_1.13', 'wall-7_1.14'])
  expect(pauses).toEqual([100, 200, 400])
  vi.mocked(table.send).mockRestore()
  over(Infinity)
  await expect(find(comment(15))).rejects.toThrow('1 of 1 failed.')
  vi.mocked(table.send).mockRestore()
  expect(await t.get(networkKeys.heard(channel, 'wall-7_1.15'))).toBeUndefined()
})

it('a service token that is refused rings; without one, or without comments, nobody is asked', async () => {
  vi.mocked(lookAtWall).mockResolvedValue({ outcome: 'refused', why: 'error 5' })
  const vkChannel = { id: channel, network: 'vk', account: '7', comments: true } as const
  await findMissed([vkChannel], NOW, looks)
  expect(logged().filter((line) => line['ChannelLost'] === 1)).toMatchObject([
    { channel, standing: 'service token', why: 'error 5' },
  ])
  vi.mocked(lookAtWall).mockClear()
  const others = [
    { ...vkChannel, id: 'without' },
    { ...vkChannel, comments: false },
    { ...vkChannel, network: 'max' },
  ] as const
  await findMissed(others, NOW, looks)
  await findMissed([vkChannel], NOW, { ...looks, goesOn: () => false })
  expect(lookAtWall).not.toHaveBeenCalled()
})

it('looks at what was written in the last two days, and not a moment ago; each half hour another channel comes first', async () => {
  vi.mocked(lookAtWall).mockResolvedValue({ outcome: 'later', why: 'silent' })
  const all = ['1', '2', '3'].map((account) => ({ id: account, network: 'vk', account, comments: true }) as const)
  await findMissed(all, NOW, looks)
  const [first] = vi.mocked(lookAtWall).mock.calls[0]!
  expect(first).toMatchObject({ since: '2026-02-28T07:00:00.000Z', until: '2026-03-02T06:45:00.000Z', serviceToken })
  const order = () =>
    vi
      .mocked(lookAtWall)
      .mock.calls.map(([{ account }]) => account)
      .join('')
  const before = order()
  vi.mocked(lookAtWall).mockClear()
  await findMissed(all, '2026-03-02T07:30:00.000Z', looks)
  expect([before, order()]).toEqual([before, `${before.slice(1)}${before[0]}`])
})
