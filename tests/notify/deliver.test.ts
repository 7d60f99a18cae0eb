// Claim, send, mark: what notify writes and in which order, when a letter is sent, refused, put off, or nobody knows.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Handed } from '../../functions/mail/courier.ts'
import type * as letters from '../../functions/mail/letters.ts'
import { letterFor } from '../../functions/mail/letters.ts'
import { deliver, deliverTogether } from '../../functions/notify/deliver.ts'
import { catchLog } from '../edge/events.ts'
import { noteAddressed } from '../../functions/store/addressed.ts'
import { isUnwanted } from '../../functions/store/unwanted.ts'
import { assigned, at, caseId, later, outbox, owed, record, region, responder } from './outbox.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => name,
  deployedRegion: () => region,
}))
vi.mock('../../functions/mail/letters.ts', async (real) => {
  const { letterFor, ...rest } = await real<typeof letters>()
  return { ...rest, letterFor: vi.fn(letterFor) }
})

vi.mock('../../functions/store/addressed.ts', () => ({ noteAddressed: vi.fn() }))
vi.mock('../../functions/store/unwanted.ts', () => ({ isUnwanted: vi.fn() }))
vi.mock('../../functions/store/persons.ts', () => ({
  addressHash: (_: string, address: string) => Promise.resolve(`hash of ${address}`),
}))

const refused = (fault: 'recipient' | 'letter' = 'recipient'): Handed => {
  return { outcome: 'refused', fault, error: new Error('Address refused.') }
}
const paused: Handed = { outcome: 'later', error: new Error('Throttling') }
const other = '99-260302-BBBBB'
let logged: ReturnType<typeof catchLog>

beforeEach(() => {
  vi.restoreAllMocks()
  vi.mocked(noteAddressed).mockResolvedValue(true)
  vi.mocked(isUnwanted).mockResolvedValue(false)
  logged = catchLog()
})

const metrics = () => logged().filter((line) => '_aws' in line)

describe('a new case', () => {
  const citizen = () => deliver(owed(assigned(), 'citizen'), effects)
  let { lines, subjects, effects } = outbox([])
  beforeEach(() => {
    ;({ lines, subjects, effects } = outbox([]))
  })

  it('is told to the address that the message names, as one of few that day', async () => {
    await citizen()
    expect(vi.mocked(noteAddressed).mock.calls).toEqual([
      ['TABLE_NAME', 'hash of citizen@little.example', caseId, at, 5],
    ])
    expect(lines.at(-1)).toBe('end A2 sent mail-1')
  })

  it('of an address that was told of as many that day is withheld, once and for all', async () => {
    vi.mocked(noteAddressed).mockResolvedValue(false)
    await citizen()
    expect(lines).toEqual(['claim A2 citizen attempts 1 refusals 0', 'end A2 skipped'])
    expect(subjects).toEqual([])
    expect(logged()[0]).toEqual({ message: 'notice withheld', caseId, kind: 'registered' })
    expect(metrics()).toMatchObject([{ NoticeWithheld: 1, region: '99', caseId }])
  })

  it('of an address that wants no mails is not sent, and says so to the sweep', async () => {
    vi.mocked(isUnwanted).mockResolvedValue(true)
    await citizen()
    expect(vi.mocked(isUnwanted).mock.calls).toEqual([['TABLE_NAME', 'hash of citizen@little.example', at]])
    expect(lines).toEqual(['claim A2 citizen attempts 1 refusals 0', 'end A2 refused refusals 0 unwanted'])
    expect(logged()[0]).toEqual({ message: 'notice unwanted', caseId, seq: 2, kind: 'registered' })
    expect(metrics()).toMatchObject([{ NoticeUnwanted: 1, region: '99', caseId }])
  })

  it('is told to whoever confirmed that it is theirs, whatever their address wants', async () => {
    vi.mocked(isUnwanted).mockResolvedValue(true)
    const file = assigned()
    await deliver(owed({ ...file, state: { ...file.state, mailing: 'confirmed' } }, 'citizen'), effects)
    expect(lines.at(-1)).toBe('end A2 sent mail-1')
  })

  it('is told to officials however many there are', async () => {
    vi.mocked(noteAddressed).mockResolvedValue(false)
    vi.mocked(isUnwanted).mockResolvedValue(true)
    await deliver(owed(assigned()), effects)
    expect(lines.at(-1)).toBe('end A2 sent mail-1')
  })
})

describe('one notice', () => {
  it('is claimed, given its link, sent and marked, in this order', async () => {
    const { all, effects } = outbox([])
    await deliver(owed(assigned()), effects)
    expect(all).toEqual([
      `claim A2 ${responder} attempts 1 refusals 0`,
      'link',
      `send A2 to ${responder}`,
      'end A2 sent mail-1',
    ])
    expect(logged()).toEqual([{ message: 'notice sent', caseId, seq: 2, kind: 'work', together: 1 }])
  })

  it('goes to its reader by name, in their language, with a link of this deployment', async () => {
    const { parcels, effects } = outbox([])
    await deliver(owed(assigned()), effects)
    await deliver(owed(assigned(), 'citizen'), effects)
    const who = parcels.map(({ to, language, recipient }) => [to.address, to.name, language, recipient])
    const { name, email } = region.organisations[0]!.responder
    expect(who).toEqual([
      [email, name, 'ru', responder],
      ['citizen@little.example', '', 'ru', 'citizen'],
    ])
    for (const { letter } of parcels) expect(JSON.stringify(letter)).toMatch(/PUBLIC_URL\/[at]\/[0-9a-z]{32}/)
  })

  it.each(['sent', 'skipped', 'refused'] as const)('that ended as %s is left alone', async (status) => {
    const { lines, effects } = outbox([])
    await deliver(owed(assigned([record({ status })])), effects)
    expect(lines).toEqual([])
  })

  it('is told by its own record: not by that of another event or another reader', async () => {
    const others = [record({ seq: 1, status: 'sent' }), record({ recipient: 'citizen', status: 'sent' })]
    const { lines, effects } = outbox([])
    await deliver(owed(assigned(others)), effects)
    expect(lines.at(-1)).toBe('end A2 sent mail-1')
  })

  it('is claimed with what its tries came to so far', async () => {
    const { lines, effects } = outbox([])
    await deliver(owed(assigned([record({ attempts: 3, refusals: 2 })])), effects)
    expect(lines[0]).toBe(`claim A2 ${responder} attempts 4 refusals 2`)
  })

  it('that somebody else is sending is tried again later, and not sent', async () => {
    const { lines, effects } = outbox([], at, true)
    await expect(deliver(owed(assigned()), effects)).rejects.toThrow('is being sent by another')
    expect(lines).toEqual([`claim A2 ${responder} attempts 1 refusals 0`])
  })

  it('whose answer is lost stays claimed, and its repetition is counted', async () => {
    const { lines, effects } = outbox([new Error('socket hang up')])
    await expect(deliver(owed(assigned()), effects)).rejects.toThrow('socket hang up')
    expect(lines).toEqual([`claim A2 ${responder} attempts 1 refusals 0`, `send A2 to ${responder}`])
    expect(metrics()).toEqual([])
    const again = outbox([])
    await deliver(owed(assigned([record({ status: 'claimed' })])), again.effects)
    expect(again.lines).toContain('end A2 sent mail-1')
    expect(metrics()).toMatchObject([{ NoticeRepeated: 1, region: '99', caseId, seq: 2, kind: 'work' }])
  })

  it('that SES cannot take now is given back, however often; no refusal is counted', async () => {
    const { lines, effects } = outbox([paused])
    await expect(deliver(owed(assigned([record({ attempts: 200, refusals: 1 })])), effects)).rejects.toThrow(
      'Throttling',
    )
    expect(lines.slice(-1)).toEqual(['end A2 failed refusals 1'])
  })

  it('of a citizen whose address was erased is skipped', async () => {
    const { lines, effects } = outbox([])
    await deliver(owed(assigned([], caseId, ''), 'citizen'), effects)
    expect(lines).toEqual(['claim A2 citizen attempts 1 refusals 0', 'end A2 skipped'])
    expect(logged()).toEqual([{ message: 'notice has no address', caseId, kind: 'registered' }])
  })
})

describe('a refusal', () => {
  it('is counted and tried again three times', async () => {
    for (const refusals of [0, 1, 2]) {
      const { lines, effects } = outbox([refused()])
      await expect(deliver(owed(assigned([record({ refusals })])), effects)).rejects.toThrow('Address refused.')
      expect(lines.slice(-1)).toEqual([`end A2 failed refusals ${refusals + 1}`])
    }
    expect(metrics()).toEqual([])
  })

  it('for the fourth time ends the notice, and is counted', async () => {
    const { lines, effects } = outbox([refused()])
    await deliver(owed(assigned([record({ attempts: 9, refusals: 3 })])), effects)
    expect(lines.slice(1)).toEqual([`send A2 to ${responder}`, 'end A2 refused refusals 4 recipient'])
    const named = { caseId, seq: 2, kind: 'work' }
    expect(metrics()).toMatchObject([{ NoticeRefused: 1, region: '99', ...named }])
    expect(logged()[0]).toMatchObject({ message: 'notice refused for good', ...named })
  })

  it('of a letter that cannot be written leaves the address in peace', async () => {
    vi.mocked(letterFor).mockImplementationOnce(() => {
      throw new Error('no words')
    })
    const { lines, effects } = outbox([])
    await deliver(owed(assigned([record({ refusals: 3 })])), effects)
    expect(lines.slice(1)).toEqual(['end A2 refused refusals 4 letter'])
  })
})

describe('notices of one reader', () => {
  const waited = record({ status: 'waiting', until: at })
  const both = () => [owed(assigned([waited])), owed(assigned([waited], other))]

  it('go as one letter and are each marked', async () => {
    const { lines, effects } = outbox([])
    await deliverTogether(both(), effects)
    expect(lines.slice(2)).toEqual([`send A2 B2 to ${responder}`, 'end A2 sent mail-1', 'end B2 sent mail-1'])
  })

  it('that cannot go now wait ten minutes to go together', async () => {
    const { lines, effects } = outbox([paused])
    await expect(deliverTogether(both(), effects)).rejects.toThrow('Throttling')
    expect(lines.slice(3)).toEqual(
      ['A2', 'B2'].flatMap((one) => [
        `end ${one} failed refusals 0`,
        `waiting ${one} until ${later(10)} attempts 2 refusals 0`,
      ]),
    )
  })

  it('are put off five times together; then each is tried by itself', async () => {
    for (const [attempts, waits] of [
      [4, true],
      [5, false],
      [50, false],
    ] as const) {
      const { lines, effects } = outbox([paused])
      const pending = owed(assigned([record({ status: 'waiting', until: at, attempts })]))
      await expect(deliverTogether([pending], effects)).rejects.toThrow('Throttling')
      expect(lines.slice(-1)[0]!.startsWith('waiting'), String(attempts)).toBe(waits)
    }
  })

  it('of which one cannot be written: the others go, each by itself', async () => {
    const { lines, effects } = outbox([refused('letter'), refused('letter')])
    await expect(deliverTogether(both(), effects)).rejects.toThrow('1 of 2 failed.')
    expect(lines.slice(2)).toEqual([
      `send A2 B2 to ${responder}`,
      ...[`send A2 to ${responder}`, 'end A2 failed refusals 1', `send B2 to ${responder}`, 'end B2 sent mail-1'],
    ])
  })

  it('are named by their cases in one letter; one alone is a letter of its own', async () => {
    const { subjects, effects } = outbox([])
    await deliverTogether(both(), effects)
    await deliverTogether(both().slice(0, 1), effects)
    expect([subjects[0]!.includes(caseId), subjects[1]!.includes(caseId)]).toEqual([false, true])
  })

  it('that ended, or have to wait, are neither claimed nor sent', async () => {
    const { lines, effects } = outbox([])
    const ended = owed(assigned([record({ status: 'sent' })]))
    const waits = owed(assigned([record({ status: 'waiting', until: later(5) })], other))
    await deliverTogether([ended, waits], effects)
    expect(lines).toEqual([`waiting B2 until ${later(5)} attempts 1 refusals 0`])
  })

  it('that were refused for their recipient are counted together and not tried one by one', async () => {
    const { lines, effects } = outbox([refused()])
    await expect(deliverTogether(both(), effects)).rejects.toThrow('Address refused.')
    expect(lines.filter((line) => line.startsWith('send'))).toEqual([`send A2 B2 to ${responder}`])
    expect(lines.filter((line) => line.startsWith('waiting'))).toEqual(
      ['A2', 'B2'].map((one) => `waiting ${one} until ${later(10)} attempts 2 refusals 1`),
    )
  })

  it('that somebody else is sending are left to them', async () => {
    const { lines, effects } = outbox([], at, true)
    await deliverTogether(both(), effects)
    expect(lines.filter((line) => line.startsWith('send'))).toEqual([])
  })
})

describe('at night', () => {
  const night = '2026-03-02T20:00:00.000Z'
  const until = '2026-03-03T05:30:00.000Z'

  it('a notice waits for the morning, with what its tries came to', async () => {
    const { lines, effects } = outbox([], night)
    await deliver(owed(assigned([record({ attempts: 2, refusals: 1 })])), effects)
    expect(lines).toEqual([expect.stringMatching(/^waiting A2 until 2026-03-03T.* attempts 2 refusals 1$/)])
  })

  it('one that was tried by day waits for nothing, and by night waits again', async () => {
    const byDay = outbox([])
    await deliver(owed(assigned([record()])), byDay.effects)
    expect(byDay.lines.at(-1)).toBe('end A2 sent mail-1')
    const byNight = outbox([], night)
    await deliver(owed(assigned([record()])), byNight.effects)
    expect(byNight.lines).toEqual([expect.stringMatching(/^waiting A2/)])
  })

  it('one that waits until an instant waits until that', async () => {
    const { lines, effects } = outbox([], night)
    await deliver(owed(assigned([record({ status: 'waiting', until })])), effects)
    expect(lines).toEqual([`waiting A2 until ${until} attempts 1 refusals 0`])
  })
})
