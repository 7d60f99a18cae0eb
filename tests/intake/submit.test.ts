// A message becomes a case once, whole or not at all; what is personal, secret or meant to be forgotten has its time.
import { createHash } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import { message } from '../../functions/contract/message.ts'
import { submitMessage, type Submission, type Submitted } from '../../functions/intake/submit.ts'
import { hashOf } from '../../functions/links/token.ts'
import { loadCaseFile } from '../../functions/store/load.ts'
import { casesOf, personHashes } from '../../functions/store/persons.ts'
import { integratorKeys, keys, table } from '../../functions/store/table.ts'
import { startTable, type TestTable } from '../store/a-table.ts'
import { monday, region } from '../store/lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const DAY = 86_400
/** Bytes that never come again. */
let drawn = 0
const random = (count: number) =>
  createHash('sha512')
    .update(String((drawn += 1)))
    .digest()
    .subarray(0, count)
const author = { name: 'Имя', email: 'citizen@little.example', phone: '+7 900 000-00-00' }
const text = { text: 'Яма у дома.', address: 'Садовая, 5', author }
const submission = (more: Partial<Submission>, words: object): Submission => ({
  ...{ tableName: at.tableName, region, message: message.parse(words), by: { role: 'integrator', id: 'demo' } },
  ...{ idempotencyKey: `key-${(drawn += 1)}`, at: monday, random, ...more },
})
const submitted = (more: Partial<Submission> = {}, words: object = text) => submitMessage(submission(more, words))
const created = (outcome: Submitted) => {
  if (!('trackSecret' in outcome)) throw new Error(outcome.outcome)
  return outcome
}
const everything = async () => (await table.send(new ScanCommand({ TableName: at.tableName }))).Items ?? []
const inDays = (days: number) => Date.parse(monday) / 1000 + days * DAY

describe('the same words of the same person', () => {
  const person = { text: 'Не горит фонарь у дома.', author: { email: 'once@little.example' } }
  const sent = (words: object, when = monday, onceAnHour = true) => {
    const more = { by: { role: 'citizen' } as const, at: when }
    return submitMessage({ ...submission(more, words), onceAnHour })
  }

  it('within the hour are no second case, and name the first', async () => {
    const { caseId } = created(await sent(person))
    expect(await sent({ ...person, municipality: 'north' }, later(monday, 59 * 60_000))).toEqual({
      outcome: 'sent before',
      caseId,
    })
    expect((await sent(person, later(monday, 59 * 60_000), false)).outcome).toBe('created')
    expect((await sent(person, later(monday, 61 * 60_000))).outcome).toBe('created')
  })

  it('sent many times at once are one case', async () => {
    const words = { text: 'Третий день нет воды.', author: { email: 'hurried@little.example' } }
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => sent(words)))
    const [first, ...others] = all.toSorted((one, other) => (one.outcome < other.outcome ? -1 : 1))
    expect(others).toEqual(Array.from(others, () => ({ outcome: 'sent before', caseId: created(first!).caseId })))
    expect(await casesOf(at.tableName, 'hurried@little.example', monday)).toHaveLength(1)
  })

  it('are told from other words, other people, and other places of whoever left nothing', async () => {
    expect((await sent({ ...person, text: 'Не горит фонарь у школы.' })).outcome).toBe('created')
    expect((await sent({ ...person, author: { email: 'another@little.example' } })).outcome).toBe('created')
    const nobody = { text: 'Нет света.', address: 'Садовая, 5' }
    expect((await sent(nobody)).outcome).toBe('created')
    expect((await sent({ ...nobody, address: 'Садовая, 7' })).outcome).toBe('created')
    expect((await sent(nobody)).outcome).toBe('sent before')
  })
})

describe('a message', () => {
  it('is a case with words, a link and a key, each with its time', async () => {
    const { caseId, state, trackSecret, outcome } = created(await submitted({ idempotencyKey: 'first' }))
    expect(outcome).toBe('created')
    const file = (await loadCaseFile(at.tableName, caseId, monday))!
    expect(file.state).toEqual(state)
    expect(state).toMatchObject({
      ...{ status: 'routing', integrator: 'demo', reach: 'email', channel: 'api', language: 'ru', regime: 'message' },
    })
    const [received] = file.events
    const messageId = received?.type === 'received' ? received.messageId : ''
    expect([...file.personal.values()]).toEqual([
      {
        ...{ ...keys.personal(caseId, messageId), messageId, ...text, ttl: inDays(365) },
        persons: await personHashes(at.tableName, author),
      },
    ])
    expect(await casesOf(at.tableName, '8 900 000 00 00', monday)).toContain(caseId)
    expect(await at.get(keys.link(hashOf(trackSecret)))).toEqual({
      ...keys.link(hashOf(trackSecret)),
      ...{ purpose: 'track', caseId, recipient: 'citizen', assignment: 0, expiresAt: later(monday, 365 * DAY * 1000) },
      issuedAt: monday,
      ttl: inDays(365 + 30),
    })
    expect(await at.get(integratorKeys.idempotency('demo', 'first'))).toMatchObject({ caseId, ttl: inDays(3) })
  })

  it('leaves no secret in the table, and no word of the citizen outside what is erased', async () => {
    const { trackSecret } = created(await submitted())
    const items = await everything()
    expect(JSON.stringify(items)).not.toContain(trackSecret)
    const kept = items.filter((item) => !String(item['sk']).startsWith('P#'))
    for (const word of [text.text, text.address, ...Object.values(author)])
      expect(JSON.stringify(kept)).not.toContain(word)
  })

  it('says how its author can be reached, and in which language of the region', async () => {
    const nobody = created(await submitted({}, { text: 'Яма.', author: { name: 'Имя' }, language: 'en' }))
    expect(nobody.state).toMatchObject({ reach: 'none', language: 'ru' })
    const both = { ...region, languages: ['ru' as const, 'en' as const] }
    expect(created(await submitted({ region: both }, { text: 'Hole.', language: 'en' })).state.language).toBe('en')
  })

  it('that names what the region does not know is refused and leaves nothing', async () => {
    const before = (await everything()).length
    expect(await submitted({}, { text: 'Яма.', topic: 'nothing' })).toEqual({
      outcome: 'refused',
      code: 'unknown topic',
    })
    expect((await everything()).length).toBe(before)
  })
})

describe('an idempotency key', () => {
  it('gives the first case again, with a link of its own', async () => {
    const first = created(await submitted({ idempotencyKey: 'again' }))
    const before = (await everything()).length
    const second = created(await submitted({ idempotencyKey: 'again', at: later(monday, 60_000) }))
    expect(second).toEqual({ ...first, outcome: 'repeated', trackSecret: second.trackSecret })
    expect(second.trackSecret).not.toBe(first.trackSecret)
    expect(await at.get(keys.link(hashOf(second.trackSecret)))).toMatchObject({
      caseId: first.caseId,
      recipient: 'citizen',
    })
    expect((await everything()).length).toBe(before + 1)
  })

  it('F1 of another message is a mismatch, of another sender another key', async () => {
    await submitted({ idempotencyKey: 'mine' })
    expect(await submitted({ idempotencyKey: 'mine' }, { text: 'Другая яма.' })).toEqual({ outcome: 'mismatch' })
    const by = { role: 'citizen' } as const
    expect(await submitted({ idempotencyKey: 'mine', by })).toMatchObject({ outcome: 'created' })
  })

  it('is free after three days, to the second, deleted or not', async () => {
    const first = created(await submitted({ idempotencyKey: 'three days' }))
    const again = (seconds: number, words: object = text) =>
      submitted({ idempotencyKey: 'three days', at: later(monday, seconds * 1000) }, words)
    expect(created(await again(3 * DAY))).toMatchObject({ outcome: 'repeated', caseId: first.caseId })
    const other = created(await again(3 * DAY + 1, { text: 'Другая яма.' }))
    expect(other.outcome).toBe('created')
    expect(other.caseId).not.toBe(first.caseId)
    expect(await again(3 * DAY + 2)).toEqual({ outcome: 'mismatch' })
  })
})

describe('a message that is sent again', () => {
  const linkRandom = (caseId: string) => (count: number) =>
    createHash('sha256').update(`link of ${caseId}`).digest().subarray(0, count)
  const linksOf = async (caseId: string) =>
    (await everything()).filter((item) => item['purpose'] === 'track' && item['caseId'] === caseId)

  it('gets the link of the first time, where the sender can derive it', async () => {
    const first = created(await submitted({ idempotencyKey: 'derived', linkRandom }))
    const again = created(await submitted({ idempotencyKey: 'derived', linkRandom, at: later(monday, 60_000) }))
    expect(again).toEqual({ ...first, outcome: 'repeated' })
    expect(await linksOf(first.caseId)).toHaveLength(1)
    // With another key of the same sender it is another link.
    const other = () => (count: number) => new Uint8Array(count).fill(7)
    const rotated = created(await submitted({ idempotencyKey: 'derived', linkRandom: other }))
    expect([rotated.caseId, rotated.trackSecret === first.trackSecret]).toEqual([first.caseId, false])
  })

  it('under its external id is the first message for ever, and only for its integrator', async () => {
    const named = { ...text, externalId: 'ticket 17' }
    const first = created(await submitted({}, named))
    expect(first.state.externalId).toBe('ticket 17')
    const inYears = later(monday, 900 * DAY * 1000)
    const again = created(await submitted({ at: inYears }, { ...named, text: 'Яма у дома, исправлено.' }))
    expect([again.outcome, again.caseId]).toEqual(['repeated', first.caseId])
    const others = created(await submitted({ by: { role: 'integrator', id: 'portal' } }, named))
    const test = created(await submitted({ test: true }, named))
    expect([others.outcome, test.outcome]).toEqual(['created', 'created'])
    expect(new Set([first.caseId, others.caseId, test.caseId]).size).toBe(3)
  })
})

describe('a case’s number', () => {
  const start = (byte: number) => (count: number) => new Uint8Array(count).fill(byte)

  it('that is taken is drawn again', async () => {
    await submitted({ random: start(1) })
    const draws = [1, 1, 1, 2]
    const once = (count: number) => start(draws.shift() ?? 9)(count)
    expect(created(await submitted({ random: once })).caseId).toBe('99-260302-22222')
  })

  it('is looked for four times', async () => {
    let numbers = 0
    const taken = (count: number) => {
      if (count === 5) numbers += 1
      return start(1)(count)
    }
    await expect(submitted({ random: taken })).rejects.toThrow('No free case number was found.')
    expect(numbers).toBe(4)
  })
})
