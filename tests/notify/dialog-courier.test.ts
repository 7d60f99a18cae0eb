// What goes to a dialog of a social network: in parts, each once, and never twice where the network may have taken it.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Letter } from '../../functions/mail/blocks.tsx'
import type { Parcel, Progress } from '../../functions/mail/courier.ts'
import type { Network, Said, Uttered } from '../../functions/networks/network.ts'
import { networks } from '../../functions/networks/networks.ts'
import { forget, secretOf } from '../../functions/networks/secrets.ts'
import { dialogCourier } from '../../functions/notify/dialog-courier.ts'
import type { Region } from '../../regions/schema.ts'
import { catchLog } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'

vi.mock('../../functions/edge/environment.ts', () => ({ environment: (name: string) => name }))
vi.mock('../../functions/networks/secrets.ts', () => ({ secretOf: vi.fn(), forget: vi.fn() }))

const at = '2026-03-02T07:00:00.000Z'
const region: Region = {
  ...littleRegion(),
  channels: [
    { id: 'vk', network: 'vk', account: '1' },
    { id: 'bot', network: 'telegram', account: 'little_bot' },
  ],
}
const long: Letter = {
  ...{ subject: '', preheader: '', footer: ['Внизу письма'] },
  blocks: [{ kind: 'paragraph', text: 'Яму засыпали, и вот как это было. '.repeat(300) }],
}
const short: Letter = { ...long, blocks: [{ kind: 'paragraph', text: 'Яму засыпали.' }] }

let said: Said[]
let noted: number[]
let logged: ReturnType<typeof catchLog>

beforeEach(() => {
  vi.restoreAllMocks()
  vi.mocked(secretOf).mockResolvedValue({ token: 'to.ken', secret: 'secret' })
  said = []
  noted = []
  logged = catchLog()
})

/** The network says this, one after another, and then that it took it. */
function answering(network: Network, answers: readonly Uttered[]) {
  const left = [...answers]
  vi.spyOn(network, 'say').mockImplementation((_, what) => {
    said.push(what)
    return Promise.resolve(left.shift() ?? { outcome: 'sent', id: String(said.length) })
  })
}

async function send(
  answers: readonly Uttered[],
  more: Partial<Parcel> & { progress?: Progress } = {},
  address = 'bot 5',
) {
  answering(networks.vk, answers)
  answering(networks.telegram, answers)
  const handed = await dialogCourier.send({
    ...{
      region,
      notices: [{ caseId: '99-260302-AAAAA', seq: 3 }],
      recipient: 'citizen',
      letter: short,
      language: 'ru',
    },
    ...{ to: { address, name: '' }, at, random: (size) => Buffer.alloc(size), progress: progress(0) },
    ...more,
  })
  const { error, ...rest } = { error: undefined, ...handed }
  return { ...rest, ...(error instanceof Error && { why: error.message }) }
}
const progress = (sent: number, isInDoubt = false): Progress => ({
  ...{ sent, isInDoubt },
  note: (count) => Promise.resolve(void noted.push(count)),
})

describe('a letter', () => {
  it('is said as plain text without a foot, under a name that every try has', async () => {
    expect(await send([])).toEqual({ outcome: 'sent', id: '1' })
    expect([said, noted]).toEqual([[{ chat: '5', text: 'Яму засыпали.', name: '99-260302-AAAAA.3.citizen.0' }], []])
  })

  it('that is too long goes in parts; where one is refused for now, the rest goes on from it', async () => {
    const broken: Uttered = { outcome: 'later', why: 'HTTP 429', seconds: 3 }
    expect(await send([{ outcome: 'sent', id: '1' }, broken], { letter: long })).toEqual({
      outcome: 'later',
      why: 'The network said: HTTP 429.',
    })
    expect(noted).toEqual([1])
    const tried = said.map(({ text }) => text.slice(-3))
    expect(tried).toEqual(['1/3', '2/3'])
    said = []
    expect(await send([], { letter: long, progress: progress(1) })).toMatchObject({ outcome: 'sent' })
    expect([said.map(({ text, name }) => [text.slice(-3), name.at(-1)]), noted]).toEqual([
      [
        ['2/3', '1'],
        ['3/3', '2'],
      ],
      [1, 2, 3],
    ])
  })

  it('of a try that did not end is not said again, but where the network knows it', async () => {
    expect(await send([], { progress: progress(0, true) })).toMatchObject({ outcome: 'unsure' })
    expect(said).toEqual([])
    expect(await send([], { progress: progress(0, true) }, 'vk 5')).toMatchObject({ outcome: 'sent' })
  })

  it.each([
    [
      { outcome: 'unknown', why: 'silent' },
      { outcome: 'unsure', why: 'The network said: silent.' },
    ],
    [
      { outcome: 'later', why: 'HTTP 429', seconds: 2_282 },
      { outcome: 'later', why: 'The network said: HTTP 429.', until: '2026-03-02T07:38:02.000Z' },
    ],
    [
      { outcome: 'refused', of: 'person', why: 'HTTP 403' },
      { outcome: 'refused', fault: 'recipient', final: true, why: 'The network said: HTTP 403.' },
    ],
    [
      { outcome: 'refused', of: 'text', why: 'error 914' },
      { outcome: 'refused', fault: 'letter', final: true, why: 'The network said: error 914.' },
    ],
  ] as const)('of which the network says %j is %j', async (uttered, expected) => {
    expect(await send([uttered])).toEqual(expected)
    // What nobody tries again is left to a person, and counted.
    const left = logged().flatMap((line) => (line['LeftToHand'] ? [[line['channel'], line['outcome']]] : []))
    expect(left).toEqual(expected.outcome === 'later' ? [] : [['bot', expected.outcome]])
  })

  it('to a channel that the file does not name any more reaches nobody', async () => {
    expect(await send([], {}, 'gone 5')).toMatchObject({ outcome: 'refused', fault: 'recipient', final: true })
  })
})

describe('a channel that is shut', () => {
  const shut = () => logged().filter((line) => 'ChannelShut' in line)

  it('holds up what is to be said, is counted, and its token is read anew', async () => {
    expect(await send([{ outcome: 'token', why: 'error 5' }])).toEqual({
      outcome: 'later',
      why: 'The channel bot is shut: error 5.',
    })
    expect(vi.mocked(forget).mock.calls).toEqual([['STACK', 'bot']])
    expect(shut()).toMatchObject([{ ChannelShut: 1, channel: 'bot', why: 'error 5', region: '99' }])
  })

  it('is one, too, to which nobody has added a token', async () => {
    vi.mocked(secretOf).mockResolvedValue(undefined)
    expect(await send([])).toMatchObject({ outcome: 'later' })
    expect([said, shut().length]).toEqual([[], 1])
  })
})
