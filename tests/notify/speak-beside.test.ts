// Answers below the comments beside the first: each once, whatever is lost on the way; what cannot stand is an operator's. On a real table.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Parcel } from '../../functions/mail/courier.ts'
import { answers } from '../../functions/networks/answering.ts'
import type { Uttered } from '../../functions/networks/network.ts'
import { secretOf } from '../../functions/networks/secrets.ts'
import { speakBeside } from '../../functions/notify/speak-beside.ts'
import { sendAll } from '../../functions/queues/send.ts'
import { besideRecords } from '../../functions/store/beside.ts'
import { answered } from '../../functions/store/page-facts.ts'
import type { NetworkName } from '../../regions/vocabulary.ts'
import { catchLog } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'
import { startTable, type TestTable } from '../store/a-table.ts'

let t: TestTable
const channels = (['vk', 'telegram', 'max'] as const).map((network) => ({ id: network, network, account: '1' }))
const pages = [{ id: 'town', network: 'vk', channel: 'vk' }]
vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => (name === 'TABLE_NAME' ? t.tableName : name),
  deployedRegion: () => ({ ...littleRegion(), channels, pages }),
}))
vi.mock('../../functions/networks/secrets.ts', () => ({ secretOf: vi.fn(), forget: vi.fn() }))
vi.mock('../../functions/queues/send.ts', () => ({ sendAll: vi.fn() }))
vi.mock('../../functions/store/page-facts.ts', () => ({
  answered: vi.fn(),
  commentName: (...of: string[]) => of.join('.'),
}))

const NOW = '2026-03-02T07:00:00.000Z'
const sent: Uttered = { outcome: 'sent', id: '1' }
const gone: Uttered = { outcome: 'refused', of: 'place', why: 'error 100' }
const unknown: Uttered = { outcome: 'unknown', why: 'silent' }
const comment = (network: NetworkName, id: number, more: object = {}) => ({
  channel: network,
  chat: `person-${id}`,
  thread: { on: `${network}-post`, comment: String(id), link: `https://${network}.example/${id}`, ...more },
})
type Comment = ReturnType<typeof comment>

let cases = 0
let caseId: string
let lines: string[]
let logged: ReturnType<typeof catchLog>
const queued = () => vi.mocked(sendAll).mock.calls.map(([, , seconds]) => seconds)

/** @param given what the network says to each answer, by its comment; else it takes it */
function network(given: Readonly<Record<string, Uttered>> = {}) {
  for (const { network: name } of channels)
    vi.spyOn(answers[name], 'answer').mockImplementation((_, { thread, text }) => {
      lines.push(`${name} ${thread.comment}: ${text.replace('Отвечает: Орган north-office.\n\n', '')}`)
      return Promise.resolve(given[thread.comment] ?? sent)
    })
}

interface Speaking {
  readonly status?: string
  readonly text?: string
  readonly minutes?: number
}

async function speak(
  first: Comment,
  beside: readonly Comment[],
  { status = 'sent', text = 'Засыпали.', minutes = 0 }: Speaking = {},
) {
  lines = []
  vi.mocked(sendAll).mockClear()
  const event = { type: 'answer_approved', at: NOW, text, by: { role: 'moderator' } }
  const file = {
    state: { id: caseId, language: 'ru', regime: 'message', topic: 'roads.pothole' },
    events: [{ type: 'received', messageId: 'M1' }, event],
    personal: new Map([['M1', { messageId: 'M1', text: 'Яма', dialog: { ...first, beside } }]]),
    notices: [{ seq: 2, recipient: 'citizen', kind: 'answer', status }],
  } as unknown as CaseFile
  const notice = { recipient: 'citizen', kind: 'answer', link: 'track' } as const
  const send = (parcel: Parcel) => {
    lines.push(
      `mail: ${parcel.letter.blocks.map((block) => ('links' in block ? block.links.flat()[0] : 'text' in block ? block.text.slice(0, 40) : '')).join(' | ')}`,
    )
    return Promise.resolve({ outcome: 'sent', id: 'm' } as const)
  }
  const couriers = { email: { send }, dialog: { send: vi.fn() } } as never
  const now = () => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
  await speakBeside(
    { file, event: event as never, seq: 2, notice },
    { now, random: (size) => Buffer.alloc(size), couriers },
  )
  return lines
}
const statuses = async () =>
  [...(await besideRecords(t.tableName, caseId, 2)).values()]
    .map(({ status, parts }) => `${status} ${parts}`)
    .toSorted()

beforeAll(async () => {
  t = await startTable()
})
afterAll(() => t.end())
beforeEach(() => {
  vi.restoreAllMocks()
  caseId = `99-260302-AAAA${(cases += 1)}`
  vi.mocked(secretOf).mockResolvedValue({ token: 'to.ken', secret: 'secret' })
  vi.mocked(sendAll).mockReset().mockResolvedValue([])
  vi.mocked(answered).mockReset().mockResolvedValue(true)
  logged = catchLog()
  network()
})

const there = (id: number) => `Об этом здесь уже написали, ответ под тем комментарием: https://vk.example/${id}`

it('one line under the post that has the answer, the answer itself under another; again it says nothing', async () => {
  const beside = [comment('vk', 2), comment('telegram', 3)]
  expect(await speak(comment('vk', 1), beside)).toEqual([`vk 2: ${there(1)}`, 'telegram 3: Засыпали.'])
  expect(await statuses()).toEqual(['sent 1', 'sent 1'])
  expect(vi.mocked(answered).mock.calls.map(([{ comment: name }]) => name)).toEqual(['vk-post.2'])
  expect([await speak(comment('vk', 1), beside), queued()]).toEqual([[], []])
})

it('where the first does not stand, the next of the post has the whole answer, and the others lead to that', async () => {
  const beside = [comment('vk', 2), comment('vk', 3)]
  expect(await speak(comment('vk', 1), beside, { status: 'refused' })).toEqual(['vk 2: Засыпали.', `vk 3: ${there(2)}`])
})

it('three in a run, the rest by the queue; nothing before the notice to the citizen has ended', async () => {
  const beside = [2, 3, 4, 5].map((id) => comment('vk', id))
  expect([await speak(comment('vk', 1), beside, { status: 'claimed' }), queued()]).toEqual([[], []])
  expect([(await speak(comment('vk', 1), beside)).length, queued()]).toEqual([3, [0]])
  expect([await speak(comment('vk', 1), beside), queued()]).toEqual([[`vk 5: ${there(1)}`], []])
})

it('one that is deleted meanwhile is an operator’s, with its link and the text; the others stand', async () => {
  network({ 2: gone })
  const beside = [comment('vk', 2), comment('telegram', 3), comment('vk', 4, { byHand: true })]
  const [first, second, mail, ...more] = await speak(comment('vk', 1), beside)
  expect([first, second, more]).toEqual([`vk 2: ${there(1)}`, 'telegram 3: Засыпали.', []])
  expect(mail).toMatch(/^mail: Ответьте под комментариями .*https:\/\/vk\.example\/4.*Поместите под .*Засыпали/)
  expect(await statuses()).toEqual(['over 0', 'over 0', 'sent 1'])
  expect(await speak(comment('vk', 1), beside)).toEqual([])
})

it('nothing stands of what gives somebody away, or is of a case whose answer is for its citizen alone', async () => {
  const [mail, ...more] = await speak(comment('vk', 1), [comment('vk', 2)], { text: 'Мастер был в кв. 12.' })
  expect([mail!.includes('В ответе есть то'), mail!.includes('кв. 12'), more]).toEqual([true, false, []])
})

it.each(['max', 'telegram'] as const)('what %s may have taken is not said again: an operator looks', async (name) => {
  network({ 2: unknown })
  expect((await speak(comment('vk', 1), [comment(name, 2)])).map((line) => line.split(':')[0])).toEqual([
    `${name} 2`,
    'mail',
  ])
  expect(await speak(comment('vk', 1), [comment(name, 2)], { minutes: 9 })).toEqual([])
})

it.each([
  ['vk', ['vk 2: Засыпали.']],
  ['telegram', ['mail']],
] as const)('a crash between sending and mark at %s is no second answer', async (name, expected) => {
  vi.spyOn(answers[name], 'answer').mockRejectedValueOnce(new Error('The function ended.'))
  const beside = [comment(name, 2)]
  const first = comment(name === 'vk' ? 'telegram' : 'vk', 1)
  await expect(speak(first, beside)).rejects.toThrow('The function ended.')
  // While the claim holds nobody else says it.
  await expect(speak(first, beside, { minutes: 1 })).rejects.toThrow('being said by another')
  const said = await speak(first, beside, { minutes: 3 })
  expect(said.map((line) => (line.startsWith('mail') ? 'mail' : line))).toEqual(expected)
})

it('too many: it waits as long as the network says, and goes on where it was', async () => {
  network({ 3: { outcome: 'later', why: 'error 9', seconds: 600 } })
  const beside = [comment('vk', 2), comment('vk', 3)]
  expect([(await speak(comment('vk', 1), beside)).length, queued()]).toEqual([2, [600]])
  expect(await statuses()).toEqual(['failed 0', 'sent 1'])
  network()
  expect(await speak(comment('vk', 1), beside)).toEqual([`vk 3: ${there(1)}`])
})

it('parts of a long answer that stand are not said again', async () => {
  const text = 'Работа. '.repeat(800).trim()
  let times = 0
  vi.spyOn(answers.telegram, 'answer').mockImplementation((_, { text: part }) => {
    lines.push(part.slice(-3))
    return Promise.resolve((times += 1) === 2 ? { outcome: 'later', why: '429', seconds: 90 } : sent)
  })
  expect(await speak(comment('vk', 1), [comment('telegram', 2)], { text })).toEqual(['1/2', '2/2'])
  expect(await speak(comment('vk', 1), [comment('telegram', 2)], { text })).toEqual(['2/2'])
  expect(await statuses()).toEqual(['sent 2'])
})

it('a token that is refused rings, and what is to be said waits', async () => {
  network({ 2: { outcome: 'token', why: 'error 5' } })
  await expect(speak(comment('vk', 1), [comment('vk', 2)])).rejects.toThrow('The channel vk is shut: error 5.')
  expect(logged().filter((line) => line['ChannelShut'] === 1)).toMatchObject([{ channel: 'vk' }])
  network()
  expect(await speak(comment('vk', 1), [comment('vk', 2)])).toEqual([`vk 2: ${there(1)}`])
})
