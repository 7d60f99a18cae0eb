// Pictures of a message: fetched at once and put where photos are sent; what cannot be had is named in the case, and no address is kept.
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { initialCase } from '../../functions/case/evolve.ts'
import { writeIncoming } from '../../functions/files/bucket.ts'
import type { Hearing } from '../../functions/hear/hearing.ts'
import { takePictures } from '../../functions/hear/pictures.ts'
import { secretOf } from '../../functions/networks/secrets.ts'
import { handle } from '../../functions/store/handle.ts'
import { loadCase } from '../../functions/store/load.ts'
import { catchLog } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'

vi.mock('../../functions/files/bucket.ts', () => ({ writeIncoming: vi.fn() }))
vi.mock('../../functions/networks/secrets.ts', () => ({ secretOf: vi.fn() }))
vi.mock('../../functions/store/handle.ts', () => ({ handle: vi.fn() }))
vi.mock('../../functions/store/load.ts', () => ({ loadCase: vi.fn() }))

const caseId = '99-260302-AAAAA'
const hearing: Hearing = {
  ...{ tableName: 'T', region: littleRegion(), channel: { id: 'bot', network: 'telegram', account: 'little_bot' } },
  ...{
    key: '5.3',
    dialog: 'D',
    at: '2026-03-02T07:00:00.000Z',
    receives: 1,
    random: (size: number) => Buffer.alloc(size),
  },
}
let server: Server
let base: string
let replies: Readonly<Record<string, number>>

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path.endsWith('/getFile')) {
      void request.toArray().then((chunks) => {
        const { file_id: id } = JSON.parse(Buffer.concat(chunks).toString()) as { file_id: string }
        const status = replies[id] ?? 200
        response.writeHead(status).end(JSON.stringify({ ok: status === 200, result: { file_path: `photos/${id}` } }))
      })
      return
    }
    const name = path.split('/').at(-1)!
    response.writeHead(replies[`file ${name}`] ?? 200, { 'Content-Type': 'image/jpeg' }).end(`picture ${name}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  Object.assign(process.env, { LOCAL_NETWORKS: base, PHOTOS_BUCKET: 'photos', STACK: 'Otklik-99' })
})
afterAll(() => {
  for (const name of ['LOCAL_NETWORKS', 'PHOTOS_BUCKET', 'STACK']) delete process.env[name]
  server.close()
})
beforeEach(() => {
  vi.mocked(secretOf).mockResolvedValue({ token: 'to.ken', secret: 's' })
  vi.mocked(loadCase).mockResolvedValue({ state: initialCase(caseId), settled: 0 })
  vi.mocked(handle).mockResolvedValue({ outcome: 'repeated', state: initialCase(caseId) })
  replies = {}
})
afterEach(() => vi.clearAllMocks())

const take = (pictures: Parameters<typeof takePictures>[1], receives = 1) =>
  takePictures({ ...hearing, receives }, pictures, caseId)
const kept = () => vi.mocked(writeIncoming).mock.calls.map(([name, content, type]) => [name, String(content), type])
const noted = () => vi.mocked(handle).mock.calls.map(([{ command, commandId }]) => [command, commandId])

it('is asked for by its id, fetched, and sent as the citizen’s; the same picture has the same name', async () => {
  const logged = catchLog()
  await take([{ fileId: 'one' }])
  await take([{ fileId: 'one' }])
  const [first, second] = kept()
  expect(first).toEqual([
    expect.stringMatching(/^incoming\/99-260302-AAAAA\/citizen\/-\/[0-9A-Z]{16}$/),
    'picture one',
    'image/jpeg',
  ])
  expect(second).toEqual(first)
  expect(JSON.stringify([kept(), noted(), logged()])).not.toContain('to.ken')
  expect(noted()).toEqual([])
})

it('of VK and MAX is fetched by its address', async () => {
  await take([{ url: `${base}/pictures/two` }])
  expect(kept()[0]?.[1]).toBe('picture two')
})

it('that is too large, gone or one too many is named in the case; the others are kept', async () => {
  replies = { gone: 400, 'file lost': 404 }
  const many = Array.from({ length: 8 }, (_, index) => ({ fileId: `more-${index}` }))
  await take([{ fileId: 'large', bytes: 21 * 1024 * 1024 }, { fileId: 'gone' }, { fileId: 'lost' }, ...many])
  expect(kept().map(([, content]) => content)).toEqual(many.slice(0, 7).map(({ fileId }) => `picture ${fileId}`))
  expect(noted()).toEqual([
    [
      { type: 'Note', by: { role: 'system' }, text: expect.stringContaining(': 4.') as string },
      'heard-bot-5.3-pictures',
    ],
  ])
})

it('that cannot be had now is asked for again, and named when that was of no use', async () => {
  replies = { 'file slow': 503 }
  await expect(take([{ fileId: 'slow' }])).rejects.toThrow('cannot be fetched now')
  expect(noted()).toEqual([])
  await take([{ fileId: 'slow' }], 4)
  expect(noted()).toHaveLength(1)
})
