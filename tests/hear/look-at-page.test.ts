// The daily look at an official page: what VK and Telegram tell a token of it, once a day, and what is left alone.
import { beforeEach, expect, it, vi } from 'vitest'
import { lookAtPage } from '../../functions/hear/look-at-page.ts'
import { callTelegram } from '../../functions/networks/telegram.ts'
import { call as callVk } from '../../functions/networks/vk.ts'
import { noteSeen, pageHead } from '../../functions/store/page-heads.ts'

vi.mock('../../functions/edge/environment.ts', () => ({ environment: () => 'Cases' }))
vi.mock('../../functions/networks/telegram.ts', () => ({ callTelegram: vi.fn() }))
vi.mock('../../functions/networks/vk.ts', () => ({ call: vi.fn() }))
vi.mock('../../functions/store/page-heads.ts', () => ({ noteSeen: vi.fn(), pageHead: vi.fn() }))

const NOW = '2026-03-02T07:00:00.000Z'
const widget = 'https://pos.gosuslugi.ru/form/?opaId=1&utm_source=vk&utm_medium=46&utm_campaign=1020000000046'
const secret = { token: 'token', secret: 'secret' }
const pages = [
  { id: 'in-vk', network: 'vk', channel: 'vk', address: 'https://vk.com/club7' },
  { id: 'in-telegram', network: 'telegram', channel: 'telegram', address: 'https://t.me/our_town' },
  { id: 'in-max', network: 'max', channel: 'max', address: 'https://max.ru/our_town' },
] as never
const answers = (status: number, value: object) =>
  ({ outcome: 'answered', status, value, body: Buffer.from('') }) as never
const look = (network: 'vk' | 'telegram' | 'max', id: string = network) =>
  lookAtPage({ pages }, { id, network, account: '7' }, secret, NOW)
const noted = () => vi.mocked(noteSeen).mock.calls.map(([, page, , seen]) => [page, seen])

beforeEach(() => {
  vi.resetAllMocks()
  vi.mocked(pageHead).mockResolvedValue(undefined)
})

it('VK tells a community’s token of the community: followers, contacts, and links of widgets wherever they stand', async () => {
  const community = {
    ...{ members_count: 1200, contacts: [{ user_id: 1 }], description: `Пишите: ${widget}\nили звоните` },
    menu: { items: [{ url: widget }, { url: 'https://example.org/' }] },
  }
  vi.mocked(callVk).mockResolvedValue(answers(200, { response: { groups: [community] } }))
  await look('vk')
  expect(noted()).toEqual([['in-vk', { subscribers: 1200, widgets: [widget], contacts: true }]])
  expect(vi.mocked(callVk).mock.calls[0]!.slice(1)).toEqual([
    'groups.getById',
    { group_id: '7', fields: 'members_count,description,status,site,contacts,links,menu' },
  ])
})

it('Telegram tells how many follow a public channel, MAX is asked nothing', async () => {
  vi.mocked(callTelegram).mockResolvedValue(answers(200, { ok: true, result: 42 }))
  await look('telegram')
  await look('max')
  expect(noted()).toEqual([
    ['in-telegram', { subscribers: 42 }],
    ['in-max', {}],
  ])
  expect(vi.mocked(callTelegram).mock.calls[0]!.slice(1)).toEqual(['getChatMemberCount', { chat_id: '@our_town' }])
})

it('a refusal is noted; where nobody answers, or asks too often, it is asked again in half an hour', async () => {
  vi.mocked(callVk).mockResolvedValueOnce(answers(200, { error: { error_code: 15 } }))
  await look('vk')
  expect(noted()).toEqual([['in-vk', { refused: true }]])
  vi.mocked(callVk).mockResolvedValueOnce(answers(200, { error: { error_code: 6 } }))
  vi.mocked(callVk).mockResolvedValueOnce({ outcome: 'unreached' } as never)
  await look('vk')
  await look('vk')
  vi.mocked(callTelegram).mockResolvedValueOnce(answers(429, {}))
  await look('telegram')
  expect(noted()).toHaveLength(1)
})

it('it is looked at once a day, and a channel without a page not at all', async () => {
  vi.mocked(pageHead).mockResolvedValue({ page: 'in-vk', since: NOW, checkedAt: '2026-03-01T07:45:00.000Z' })
  await look('vk')
  await look('vk', 'other')
  expect([vi.mocked(callVk).mock.calls, noted()]).toEqual([[], []])
})
