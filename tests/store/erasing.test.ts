// Erasure in the table: what was written is gone from every item of the case at once, stays gone, and ends by itself when
// its time is over.
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { Message } from '../../functions/contract/message.ts'
import { submitMessage } from '../../functions/intake/submit.ts'
import { append } from '../../functions/store/append.ts'
import { handle } from '../../functions/store/handle.ts'
import { loadEvent } from '../../functions/store/load-event.ts'
import { loadCase, loadCaseFile } from '../../functions/store/load.ts'
import { isExpired, ttlAfter } from '../../functions/store/expiry.ts'
import { casesOf, personItem } from '../../functions/store/persons.ts'
import { keys, table } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, monday, operator, region, responder } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const moderator = { role: 'moderator', id: 'moderator-1' } as const
const CANARY = /Канарейк|canary|900 123|79001234567|43\.31/
const answerText = 'Канарейке ответили.'
const email = 'Canary@Example.org'
const phone = '8 (900) 123-45-67'
const plusDays = (days: number) => new Date(Date.parse(monday) + days * 86_400_000).toISOString()

let posted = 0
async function submitted(idempotencyKey = `key-${(posted += 1)}`) {
  const message = {
    ...{ text: 'Канарейка под окном.', address: 'ул. Канарейки, 1', location: { lat: 43.31, lon: 45.69 } },
    ...{ author: { name: 'Канарейкина', email, phone }, channel: 'form', regime: 'message' },
  } as unknown as Message
  const by = { role: 'citizen' } as const
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const { tableName } = at
  return submitMessage({ tableName, region, message, by, idempotencyKey, at: monday, random })
}

async function give(caseId: string, command: Unshown, when = monday) {
  const { state } = (await loadCase(at.tableName, caseId, when))!
  const handled = await handle({ tableName: at.tableName, region, caseId, command: givenNow(state, command), at: when })
  if (handled.outcome !== 'done') throw new Error(`${command.type}: ${JSON.stringify(handled)}`)
  return handled.state
}

/** A case in which something was written wherever something can be. */
async function written(): Promise<string> {
  const made = await submitted()
  if (made.outcome !== 'created') throw new Error(made.outcome)
  const { caseId } = made
  const commands: Unshown[] = [
    assign,
    { type: 'Accept', by: responder },
    { type: 'Note', by: responder, text: 'Канарейка в заметке.' },
    { type: 'RequestExtension', by: responder, reason: 'Канарейку ищем.' },
    { type: 'GrantExtension', by: operator },
    { type: 'Answer', by: responder, text: 'Канарейка?', sort: 'done' },
    { type: 'ReturnAnswer', by: moderator, reason: 'Канарейка!' },
    { type: 'Answer', by: responder, text: answerText, sort: 'done' },
    { type: 'ApproveAnswer', by: moderator },
  ]
  for (const command of commands) await give(caseId, command)
  return caseId
}

const without = async (caseId: string, prefixes: string) =>
  (await at.partition(caseId)).filter(({ sk }) => !prefixes.includes(String(sk)[0]!))
const ask: Unshown = { type: 'RequestErasure', by: { role: 'citizen' } }

describe('what was written', () => {
  it('lies apart from events and snapshot, each text once, as long as personal data', async () => {
    const caseId = await written()
    expect(JSON.stringify(await without(caseId, 'PT'))).not.toMatch(CANARY)
    const texts = (await at.partition(caseId)).filter(({ sk }) => String(sk).startsWith('T#'))
    expect(texts.flatMap((item) => item['texts'])).toEqual([
      ...[{ lat: 43.31, lon: 45.69 }, 'operator operator-1', 'Канарейка в заметке.', 'Канарейку ищем.'].filter(
        (one) => one !== 'operator operator-1',
      ),
      ...['Канарейка?', 'Канарейка!', answerText],
    ])
    const { ttl } = (await at.partition(caseId)).find(({ sk }) => String(sk).startsWith('P#'))!
    expect(new Set(texts.map((item) => item['ttl']))).toEqual(new Set([ttl]))
  })

  it('is there for who decides and who reads, until its time is over, deleted or not', async () => {
    const caseId = await written()
    const { personalDataDays } = region.retention
    const read = async (when: string) => {
      const file = (await loadCaseFile(at.tableName, caseId, when))!
      const stored = (await loadCase(at.tableName, caseId, when))!
      const last = await loadEvent(at.tableName, caseId, file.events.length, when)
      expect(stored.state).toEqual(file.state)
      return [file.state.round.answer!.text, file.state.location, 'text' in last && last.text, file.personal.size]
    }
    expect(await read(plusDays(personalDataDays))).toEqual([answerText, { lat: 43.31, lon: 45.69 }, answerText, 1])
    expect(await read(plusDays(personalDataDays + 1))).toEqual(['', undefined, '', 0])
  })
})

describe('erasure', () => {
  it('leaves nothing of it in the table, and keeps how the case stood', async () => {
    const caseId = await written()
    const before = (await loadCaseFile(at.tableName, caseId, monday))!
    await give(caseId, ask)
    expect(JSON.stringify(await at.partition(caseId))).not.toMatch(CANARY)
    const file = (await loadCaseFile(at.tableName, caseId, monday))!
    expect(file.personal.size).toBe(0)
    expect(file.events.map(({ type, at: when, by }) => [type, when, by])).toEqual([
      ...before.events.map(({ type, at: when, by }) => [type, when, by]),
      ['erased', monday, { role: 'citizen' }],
    ])
    expect(file.events.at(-1)).toEqual({ type: 'erased', at: monday, by: { role: 'citizen' }, ground: 'request' })
    expect(file.state).toMatchObject({
      status: 'resolved',
      organisation: 'north-office',
      erasedAt: monday,
      reach: 'none',
    })
    expect((await loadCase(at.tableName, caseId, monday))!.state).toEqual(file.state)
  })

  it('is stayed with: neither who decided before it nor the same message again brings anything back', async () => {
    const made = await submitted('again')
    const caseId = 'caseId' in made ? made.caseId : ''
    const stored = (await loadCase(at.tableName, caseId, monday))!
    await give(caseId, ask)
    const noted = { type: 'noted', at: monday, by: operator, text: 'Канарейка.' } as const
    expect(await append(at.tableName, { stored, events: [noted], textDays: 30 })).toEqual({ outcome: 'conflict' })
    expect(await submitted('again')).toMatchObject({ outcome: 'repeated', caseId })
    expect(JSON.stringify(await at.partition(caseId))).not.toMatch(CANARY)
  })

  it('that another was faster than is decided again, with what the other wrote', async () => {
    const caseId = await written()
    const [one, other] = await Promise.all([
      give(caseId, ask),
      handle({
        ...{ tableName: at.tableName, region, caseId, at: monday },
        command: { type: 'Reopen', by: operator, round: 0, reason: 'Канарейка вернулась.' },
      }),
    ])
    expect(one.erasedAt).toBe(monday)
    expect(['done', 'refused']).toContain(other.outcome)
    expect(JSON.stringify(await at.partition(caseId))).not.toMatch(CANARY)
  })

  it('reaches the texts of events that were written before they lay apart', async () => {
    const caseId = await written()
    const { state, events } = (await loadCaseFile(at.tableName, caseId, monday))!
    for (const [index, event] of events.entries()) await at.put({ ...keys.event(caseId, index + 1), v: 2, event })
    const snapshot = (await at.get(keys.snapshot(caseId)))!
    await at.put({ ...snapshot, state })
    await give(caseId, ask)
    expect(JSON.stringify(await at.partition(caseId))).not.toMatch(CANARY)
  })

  it('of a case with more items than one transaction holds is whole', async () => {
    const caseId = await written()
    for (let extra = 0; extra < 100; extra += 1)
      await at.put({ ...keys.personal(caseId, `X${extra}`), messageId: `X${extra}`, text: 'Канарейка.' })
    await give(caseId, ask)
    expect(JSON.stringify(await at.partition(caseId))).not.toMatch(CANARY)
  })

  it.each([9, 10])('that broke off after %i writes of such a case is finished by the next', async (writes) => {
    const caseId = await written()
    const hashes = Array.from({ length: 60 }, (_, index) => `hash-${writes}-${index}`)
    for (const hash of hashes) {
      await at.put({ ...keys.personal(caseId, hash), messageId: hash, text: 'Канарейка.', persons: [hash] })
      await at.put(personItem(hash, caseId, ttlAfter(monday, 30)))
    }
    const send = table.send.bind(table)
    let left = writes
    const breaking = vi.spyOn(table, 'send').mockImplementation(((command: unknown) => {
      if (command instanceof PutCommand && (left -= 1) < 0) throw new Error('broken off')
      return send(command as PutCommand)
    }) as never)
    await expect(give(caseId, ask)).rejects.toThrow('broken off')
    breaking.mockRestore()
    await give(caseId, ask)
    const entries = await Promise.all(hashes.map((hash) => at.get(keys.person(hash, caseId))))
    expect(entries.filter((entry) => !isExpired(entry!, monday))).toEqual([])
    expect(JSON.stringify(await at.partition(caseId))).not.toMatch(CANARY)
  })
})

describe('a person’s cases', () => {
  it('are found by address and telephone, however they are written, until they were erased', async () => {
    const caseId = await written()
    const found = (person: string, when = monday) => casesOf(at.tableName, person, when)
    for (const person of ['canary@example.org', ' CANARY@EXAMPLE.ORG ', '+7 900 123 45 67', '89001234567'])
      expect(await found(person)).toContain(caseId)
    expect(await found('another@example.org')).toEqual([])
    expect(await found(email, plusDays(region.retention.personalDataDays + 1))).toEqual([])
    await give(caseId, ask)
    for (const person of [email, phone]) expect(await found(person)).not.toContain(caseId)
  })
})
