// Links: how long each lives, what its secret looks like, and what a mail program may do to it.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { issueLink, pathOf } from '../../functions/links/links.ts'
import { hashOf, newSecret, parseSecret } from '../../functions/links/token.ts'

const at = '2026-03-02T07:00:00.000Z'
const random = (count: number) => Uint8Array.from({ length: count }, (_, index) => index * 7 + 3)
const clock = (due: string) => ({
  ...{ startedAt: at, due },
  rule: { amount: 1, unit: 'calendar days', version: '1', source: 'policy', id: 'message' } as const,
})
const state: Case = { ...initialCase('99-260302-AAAAA'), assignment: 4 }
const due = (instant: string): Case => ({ ...state, clocks: { finalAnswer: clock(instant) } })

describe('a link', () => {
  it('is one person’s, for one case, as it stood', () => {
    const { link, secret, hash } = issueLink(state, 'review', 'moderator-1', at, random)
    expect(link).toEqual({
      ...{ purpose: 'review', caseId: state.id, recipient: 'moderator-1', assignment: 4, issuedAt: at },
      expiresAt: '2026-04-01T07:00:00.000Z',
    })
    expect([secret, hash]).toEqual([newSecret(random), hashOf(secret)])
  })

  it.each([
    ['respond', state, '2026-03-16T07:00:00.000Z'],
    ['respond', due('2026-03-10T15:00:00.000Z'), '2026-03-24T15:00:00.000Z'],
    ['respond', due('2026-02-10T15:00:00.000Z'), '2026-03-16T07:00:00.000Z'],
    ['review', due('2026-03-10T15:00:00.000Z'), '2026-04-01T07:00:00.000Z'],
    ['triage', due('2026-03-10T15:00:00.000Z'), '2026-04-01T07:00:00.000Z'],
    ['track', due('2026-03-10T15:00:00.000Z'), '2027-03-02T07:00:00.000Z'],
  ] as const)('to %s lives its days; to respond, from the deadline if that is still to come', (purpose, of, until) => {
    expect(issueLink(of, purpose, 'somebody', at, random).link.expiresAt).toBe(until)
  })

  it('leads to the pages of its purpose', () => {
    expect(pathOf).toEqual({ respond: '/a/', review: '/r/', triage: '/r/', track: '/t/' })
  })
})

describe('a secret', () => {
  const secret = newSecret(random)

  it('is 160 bits that are read and typed without mistakes', () => {
    expect(secret).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/)
    expect(newSecret((count) => new Uint8Array(count).fill(255))).toBe('z'.repeat(32))
    expect(newSecret((count) => new Uint8Array(count).fill(32))).toBe('0'.repeat(32))
  })

  it('is stored as a hash', () => {
    expect(hashOf(secret)).toBe(createHash('sha256').update(secret).digest('base64url'))
  })

  it.each([
    ['as it is', secret],
    ['in capitals', secret.toUpperCase()],
    ['broken into lines and put into brackets', `<${secret.slice(0, 9)}=\r\n${secret.slice(9)}>.`],
  ])('is known %s', (_, text) => {
    expect(parseSecret(text)).toBe(secret)
  })

  it('is known by letters that look alike', () => {
    const typed = `${'0'.repeat(16)}${'1'.repeat(16)}`
    expect(
      parseSecret(`${'o'.repeat(8)}${'O'.repeat(8)}${'l'.repeat(4)}${'L'.repeat(4)}${'i'.repeat(4)}${'I'.repeat(4)}`),
    ).toBe(typed)
  })

  it.each(['', 'abc', secret.slice(1), `${secret}0`, 'я'.repeat(32)])('%j cannot be one', (text) => {
    expect(parseSecret(text)).toBeUndefined()
  })
})
