// The look whether networks still call us: what they have forgotten is registered again, and what we cannot mend by ourselves rings.
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { keepChannels } from '../../functions/hear/keep.ts'
import { secretOf } from '../../functions/networks/secrets.ts'
import { catchLog } from '../edge/events.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => ({ STACK: 'Otklik-95', PUBLIC_URL: 'https://95.example' })[name],
  deployedRegion: () => ({
    ...{ code: '95', stage: 'prod', pages: [] },
    channels: ['vk', 'max', 'telegram'].map((network) => ({ id: `${network}-1`, network, account: '7' })),
  }),
}))
vi.mock('../../functions/networks/secrets.ts', () => ({ secretOf: vi.fn() }))

const NOW = '2026-03-02T07:00:00.000Z'
const looks = { pause: async () => {}, goesOn: () => true }
const hook = (network: string) => `https://95.example/hooks/${network}-1`
const vkCalls = { response: { items: [{ id: 1, url: hook('vk'), status: 'ok' }] } }
const maxCalls = { subscriptions: [{ url: hook('max'), update_types: null }] }
const telegramCalls = { ok: true, result: { url: hook('telegram'), pending_update_count: 0 } }

let server: Server
let said: Readonly<Record<string, { readonly status?: number; readonly body: object }>>
let asked: string[]
let logged: ReturnType<typeof catchLog>

beforeAll(async () => {
  server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const { pathname } = new URL(request.url!, 'http://here')
      asked.push(`${request.method} ${pathname} ${Buffer.concat(chunks).toString()}`)
      const { status = 200, body } = said[pathname.split('/')[1]!]!
      response.writeHead(status).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('LOCAL_NETWORKS', `http://127.0.0.1:${(server.address() as { port: number }).port}`)
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.close()
})
beforeEach(() => {
  asked = []
  said = { vk: { body: vkCalls }, max: { body: maxCalls }, telegram: { body: telegramCalls } }
  vi.mocked(secretOf).mockReset().mockResolvedValue({ token: 'to.ken', secret: 'secret' })
  logged = catchLog()
})

const lost = () =>
  logged()
    .filter((line) => line['ChannelLost'] === 1)
    .map(({ channel, standing }) => `${String(channel)} ${String(standing)}`)

it('lets networks be that call us, those that do not answer, and channels that were not added', async () => {
  await keepChannels(NOW, looks)
  expect(asked).toHaveLength(3)
  said = { ...said, max: { status: 503, body: {} } }
  vi.mocked(secretOf).mockImplementation((_, id) =>
    Promise.resolve(id === 'vk-1' ? undefined : { token: 'to.ken', secret: 'secret' }),
  )
  await keepChannels(NOW, looks)
  expect(asked).toHaveLength(5)
  expect(lost()).toEqual([])
  // What does not answer is counted, so that hours of it ring.
  expect(logged().flatMap((line) => (line['ChannelSilent'] ? [line['channel']] : []))).toEqual(['max-1'])
})

it('MAX drops the subscription, nobody hears of it (max-bot-api#240): it is made again, as Telegram’s, and VK’s rings', async () => {
  const none = { body: { subscriptions: [], result: {}, response: { items: [] }, ok: true, success: true } }
  said = { vk: none, max: none, telegram: none }
  await keepChannels(NOW, looks)
  expect(lost()).toEqual(['vk-1 not called', 'max-1 not called', 'telegram-1 not called'])
  const made = asked.filter((one) => one.includes('95.example') && !one.startsWith('GET'))
  expect(made.map((one) => one.replace('/botto.ken', '/bot'))).toEqual([
    `POST /max/subscriptions ${JSON.stringify({ url: hook('max'), update_types: ['message_created', 'message_edited', 'message_removed', 'bot_started'], secret: 'secret' })}`,
    `POST /telegram/bot/setWebhook ${JSON.stringify({ url: hook('telegram'), secret_token: 'secret', allowed_updates: ['message', 'edited_message', 'channel_post'] })}`,
  ])
})

it('rings for a token that is refused and for a network that says we fail, and does nothing else', async () => {
  const failing = { url: hook('telegram'), pending_update_count: 4, last_error_date: Date.parse(NOW) / 1000 - 60 }
  said = { ...said, max: { status: 401, body: {} }, telegram: { body: { ok: true, result: failing } } }
  await keepChannels(NOW, looks)
  expect(lost()).toEqual(['max-1 shut', 'telegram-1 failing'])
  // An error of yesterday, told for ever.
  said = { ...said, telegram: { body: { ok: true, result: { ...failing, last_error_date: 1 } } } }
  await keepChannels(NOW, looks)
  expect(lost()).toEqual(['max-1 shut', 'telegram-1 failing', 'max-1 shut'])
  expect(asked).toHaveLength(6)
})

it('looks at the others where one cannot be looked at, and fails, so that it is known', async () => {
  vi.mocked(secretOf).mockImplementation((_, id) =>
    id === 'vk-1' ? Promise.reject(new Error('unreadable')) : Promise.resolve({ token: 'to.ken', secret: 'secret' }),
  )
  await expect(keepChannels(NOW, looks)).rejects.toThrow('1 of 3 failed.')
  expect(asked).toHaveLength(2)
})
