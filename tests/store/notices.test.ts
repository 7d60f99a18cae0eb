// A notice's record: who may claim it when, and how it ends. The link it carries is issued with the claim.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { later } from '../../functions/case/clocks/waking.ts'
import { dueNotices } from '../../functions/store/due.ts'
import { claimNotice, dropNotice, endNotice, keepNotice } from '../../functions/store/notices.ts'
import { keys } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { freshId, monday } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())

const LEASE_MS = 120_000
const notice = { recipient: 'citizen', kind: 'work', link: 'track' } as const
let caseId = ''
let links = 0
beforeEach(() => {
  caseId = freshId()
})
const record = () => at.get(keys.notice(caseId, 2, 'citizen'))
const about = (instant: string, attempts: number) => ({
  ...{ tableName: at.tableName, caseId, seq: 2, notice, at: instant, attempts, refusals: 0 },
})
const claim = (instant = monday, attempts = 1) =>
  claimNotice({ ...about(instant, attempts), link: { ...keys.link(`hash-${(links += 1)}`), purpose: 'track' } })
const keep = (until: string, instant = monday) => keepNotice({ ...about(instant, 0), until })
const end = (status: 'failed' | 'skipped') =>
  endNotice(at.tableName, caseId, 2, 'citizen', monday, status === 'failed' ? { status, refusals: 1 } : { status })
const send = () => endNotice(at.tableName, caseId, 2, 'citizen', monday, { status: 'sent', mailId: 'mail-1' })
const drop = (status?: 'failed') => dropNotice(at.tableName, caseId, 2, 'citizen', monday, status)
const waiting = async (instant: string) => {
  const found = await Array.fromAsync(dueNotices(at.tableName, instant))
  return found.filter((one) => one.caseId === caseId)
}

const claimed = () => ({
  ...keys.notice(caseId, 2, 'citizen'),
  ...{ seq: 2, recipient: 'citizen', kind: 'work', status: 'claimed', claimedAt: monday, attempts: 1, refusals: 0 },
})

describe('a claim', () => {
  it('is one person’s, and issues the link of the mail', async () => {
    expect(await claim()).toBe(true)
    expect(await record()).toEqual(claimed())
    expect(await at.get(keys.link(`hash-${links}`))).toMatchObject({ purpose: 'track' })
    expect(await claim()).toBe(false)
    expect(await at.get(keys.link(`hash-${links}`))).toBeUndefined()
  })

  it('holds for two minutes, then the next may try', async () => {
    await claim()
    expect(await claim(later(monday, LEASE_MS))).toBe(false)
    expect(await claim(later(monday, LEASE_MS + 1), 2)).toBe(true)
    expect(await record()).toMatchObject({ status: 'claimed', claimedAt: later(monday, LEASE_MS + 1), attempts: 2 })
  })

  it('of a notice that certainly was not sent is free at once', async () => {
    await claim()
    await end('failed')
    expect(await claim(monday, 2)).toBe(true)
  })

  it('of a notice that waits is free, and takes it out of the index', async () => {
    await keep(later(monday, 1))
    expect(await claim()).toBe(true)
    expect(await record()).toEqual(claimed())
    expect(await waiting('9999')).toEqual([])
  })

  it('of a notice that was sent or skipped is never free', async () => {
    await claim()
    await send()
    expect(await claim(later(monday, 365 * 86_400_000))).toBe(false)
    caseId = freshId()
    await claim()
    await end('skipped')
    expect(await claim(later(monday, 365 * 86_400_000))).toBe(false)
  })

  it('fails by what DynamoDB says when that is no claim of another', async () => {
    const link = { ...keys.link(`hash-${links}`) }
    await at.put(link)
    await expect(claimNotice({ ...about(monday, 1), link })).rejects.toThrow('conditional request failed')
    expect(await claim(later(monday, 60_000))).toBe(false)
    expect(await claim(later(monday, 121_000))).toBe(true)
  })
})

describe('a notice that waits', () => {
  it('is found when its morning has come', async () => {
    const until = later(monday, 3_600_000)
    await keep(until)
    expect(await record()).toEqual({
      ...{ ...claimed(), status: 'waiting', attempts: 0, until, check: 'WAITING', checkAt: until },
    })
    expect(await waiting(later(until, -1))).toEqual([])
    expect(await waiting(until)).toEqual([{ caseId, seq: 2, recipient: 'citizen' }])
  })

  it('does not wait once it is claimed or ended', async () => {
    await claim()
    await keep('2026-03-03T06:00:00.000Z')
    expect(await record()).toEqual(claimed())
    await send()
    await keep('2026-03-03T06:00:00.000Z')
    expect(await record()).toMatchObject({ status: 'sent' })
  })

  it('may be given up; nothing else may', async () => {
    await keep('2026-03-03T06:00:00.000Z')
    await drop()
    expect(await record()).toEqual({
      ...{ ...claimed(), status: 'skipped', attempts: 0, until: '2026-03-03T06:00:00.000Z', endedAt: monday },
    })
    expect(await waiting('9999')).toEqual([])
    caseId = freshId()
    await keep('2026-03-03T06:00:00.000Z')
    await drop('failed')
    expect(await record()).toMatchObject({ status: 'failed', endedAt: monday })
    caseId = freshId()
    await claim()
    await drop()
    expect(await record()).toEqual(claimed())
  })
})

describe('the end of a notice', () => {
  it('keeps the name of its mail', async () => {
    await claim()
    await send()
    expect(await record()).toEqual({ ...claimed(), status: 'sent', mailId: 'mail-1', endedAt: monday })
  })

  it('for ever says how often it was refused, and why', async () => {
    await claim()
    await endNotice(at.tableName, caseId, 2, 'citizen', monday, { status: 'refused', refusals: 4, fault: 'letter' })
    const refused = { status: 'refused', refusals: 4, fault: 'letter', endedAt: monday }
    expect(await record()).toEqual({ ...claimed(), ...refused })
    expect(await claim(later(monday, 365 * 86_400_000), 5)).toBe(false)
  })

  it('is written once, and only of what is claimed', async () => {
    await end('failed')
    expect(await record()).toBeUndefined()
    await claim()
    await send()
    await end('failed')
    expect(await record()).toMatchObject({ status: 'sent', mailId: 'mail-1' })
    caseId = freshId()
    await keep('2026-03-03T06:00:00.000Z')
    await send()
    expect(await record()).toMatchObject({ status: 'waiting' })
  })
})
