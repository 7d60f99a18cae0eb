// What is said under a comment and to its writer: each once, whatever is lost on the way, and nothing in public but what is for everybody.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { InPublic, Progress } from '../../functions/mail/courier.ts'
import { answers } from '../../functions/networks/answering.ts'
import type { Uttered } from '../../functions/networks/network.ts'
import { networks } from '../../functions/networks/networks.ts'
import { secretOf } from '../../functions/networks/secrets.ts'
import { dialogCourier } from '../../functions/notify/dialog-courier.ts'
import type { Region } from '../../regions/schema.ts'
import { answered } from '../../functions/store/page-facts.ts'
import { littleRegion } from '../little-region.ts'

vi.mock('../../functions/edge/environment.ts', () => ({ environment: (name: string) => name }))
vi.mock('../../functions/store/page-facts.ts', () => ({
  answered: vi.fn(),
  commentName: (...of: string[]) => of.join('.'),
}))
vi.mock('../../functions/networks/secrets.ts', () => ({ secretOf: vi.fn(), forget: vi.fn() }))

const channels: Region['channels'] = [
  { id: 'vk', network: 'vk', account: '1' },
  { id: 'telegram', network: 'telegram', account: 'little_bot' },
]
const pages = [{ id: 'town', network: 'telegram', channel: 'telegram' }] as unknown as Region['pages']
const says: InPublic = { thread: { on: 'x', comment: '4' }, says: 'Засыпали.', givesAway: false, isOwed: true }
const { says: _, ...question } = says
const receipt: InPublic = { ...question, isOwed: false, invites: 'Пишите нам.' }
const sent: Uttered = { outcome: 'sent', id: '1' }
const forbidden: Uttered = { outcome: 'refused', of: 'person', why: 'error 901' }
const gone: Uttered = { outcome: 'refused', of: 'place', why: 'error 213' }
const slow: Uttered = { outcome: 'later', why: 'error 6' }
const unknown: Uttered = { outcome: 'unknown', why: 'silent' }

let lines: string[]
beforeEach(() => {
  vi.restoreAllMocks()
  vi.mocked(secretOf).mockResolvedValue({ token: 'to.ken', secret: 'secret' })
  vi.mocked(answered).mockReset().mockResolvedValue(true)
  lines = []
})

interface Given {
  readonly below?: Uttered
  readonly alone?: Uttered
  readonly network?: 'vk' | 'telegram'
  readonly sentBefore?: number
  readonly isInDoubt?: boolean
}

async function send(inPublic: InPublic, given: Given = {}) {
  const { below = sent, alone = sent, network = 'telegram', sentBefore = 0, isInDoubt = false } = given
  vi.spyOn(answers[network], 'answer').mockImplementation((__, { text }) => {
    lines.push(`below: ${text}`)
    return Promise.resolve(below)
  })
  vi.spyOn(networks[network], 'say').mockImplementation((__, { text, isPerson }) => {
    lines.push(`alone${isPerson ? '' : ' in a dialog'}: ${text}`)
    return Promise.resolve(alone)
  })
  const note = (count: number) => Promise.resolve(void lines.push(`noted ${count}`))
  const progress: Progress = { sent: sentBefore, isInDoubt, note }
  const letter = { subject: '', preheader: '', footer: [], blocks: [{ kind: 'paragraph', text: 'Письмо' }] as const }
  const handed = await dialogCourier.send({
    ...({ region: { ...littleRegion(), channels, pages }, notices: [{ caseId: '99-260302-AAAAA', seq: 3 }] } as const),
    ...({ recipient: 'citizen', letter, language: 'ru', to: { address: `${network} 5`, name: '' } } as const),
    ...{ at: '2026-03-02T07:00:00.000Z', random: (size: number) => Buffer.alloc(size), progress, inPublic },
  })
  const fault = 'fault' in handed ? ` ${handed.fault}` : ''
  return [`${handed.outcome}${fault}`, ...lines]
}

describe('an answer', () => {
  const stands = ['below: Засыпали.', 'noted 1']
  it.each<[string, Given, InPublic, string[]]>([
    ['stands below, and goes to its writer', {}, says, ['sent', ...stands, 'alone: Письмо']],
    [
      'stands below where its writer forbids us to write',
      { alone: forbidden },
      says,
      ['sent', ...stands, 'alone: Письмо'],
    ],
    [
      'stands below where nobody knows whether its copy came',
      { alone: unknown },
      says,
      ['sent', ...stands, 'alone: Письмо'],
    ],
    ['whose copy has to wait is tried again', { alone: slow }, says, ['later', ...stands, 'alone: Письмо']],
    ['that stands by then is not put there again', { sentBefore: 1 }, says, ['sent', 'alone: Письмо']],
    ['that stands, and whose copy is in doubt, is done', { sentBefore: 1, isInDoubt: true }, says, ['sent']],
    ['that may stand is an operator’s', { isInDoubt: true }, says, ['unsure']],
    [
      'that may stand at VK is put there again',
      { isInDoubt: true, network: 'vk' },
      says,
      ['sent', ...stands, 'alone: Письмо'],
    ],
    ['of which nothing was heard is an operator’s', { below: unknown }, says, ['unsure', 'below: Засыпали.']],
    ['that is too many waits', { below: slow }, says, ['later', 'below: Засыпали.']],
    [
      'with a token that is refused waits',
      { below: { outcome: 'token', why: 'error 5' } },
      says,
      ['later', 'below: Засыпали.'],
    ],
    [
      'whose comment is gone goes to its writer, and to an operator',
      { below: gone },
      says,
      ['refused letter', 'below: Засыпали.', 'alone: Письмо'],
    ],
    [
      'where no program may answer is an operator’s',
      {},
      { ...says, thread: { ...says.thread, byHand: true } },
      ['refused letter'],
    ],
    ['that gives somebody away is an operator’s', {}, { ...says, givesAway: true }, ['refused letter']],
  ])('%s', async (__, given, inPublic, expected) => expect(await send(inPublic, given)).toEqual(expected))
})

describe('what is not for everybody', () => {
  it.each<[string, Given, InPublic, string[]]>([
    ['a question goes to its writer', {}, question, ['sent', 'alone: Письмо']],
    [
      'a question that is forbidden is an operator’s',
      { alone: forbidden },
      question,
      ['refused letter', 'alone: Письмо'],
    ],
    ['a question that may have come is an operator’s', { isInDoubt: true }, question, ['unsure']],
    ['a receipt goes to its writer', {}, receipt, ['sent', 'alone: Письмо']],
    [
      'a receipt that is forbidden invites',
      { alone: forbidden },
      receipt,
      ['sent', 'alone: Письмо', 'below: Пишите нам.'],
    ],
    ['a later one does not', { alone: forbidden }, { ...question, isOwed: false }, ['unsaid', 'alone: Письмо']],
    ['a receipt that may have come is left', { alone: unknown }, receipt, ['unsaid', 'alone: Письмо']],
    [
      'an invitation that may stand is left',
      { alone: forbidden, below: unknown },
      receipt,
      ['unsaid', 'alone: Письмо', 'below: Пишите нам.'],
    ],
    ['a receipt in doubt is left', { isInDoubt: true }, receipt, ['unsaid']],
  ])('%s', async (__, given, inPublic, expected) => expect(await send(inPublic, given)).toEqual(expected))
})

describe('the register of official pages', () => {
  const at = '2026-03-02T07:00:00.000Z'
  const told = { tableName: 'TABLE_NAME', timeZone: littleRegion().timeZone, page: 'town', at, comment: 'x.4' }
  it.each<[string, Given, InPublic, object[]]>([
    ['counts an answer that stands', {}, says, [told]],
    ['counts it where its copy is to be sent again', { alone: slow }, says, [told]],
    ['counts none that does not stand', { below: gone }, says, []],
    ['counts none that is for its writer alone', {}, question, []],
    ['knows no page of that channel', { network: 'vk' }, says, []],
  ])('%s', async (__, given, inPublic, expected) => {
    await send(inPublic, given)
    expect(vi.mocked(answered).mock.calls.flat()).toEqual(expected)
  })

  it('costs no answer where it cannot be written', async () => {
    vi.mocked(answered).mockRejectedValue(new Error('The table is away.'))
    expect(await send(says)).toEqual(['sent', 'below: Засыпали.', 'noted 1', 'alone: Письмо'])
  })
})
