// «This wasn't me»: whose act it may be, what follows from saying so once and again, and which links act after it.
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../functions/case/actor.ts'
import { inDoubt, isDraftDisowned } from '../../../functions/case/disowned.ts'
import { without } from '../../../functions/case/fields.ts'
import { holderOf } from '../../../functions/case/link-holder.ts'
import type { Link } from '../../../functions/case/notices/link.ts'
import { noticesFor } from '../../../functions/case/notices/notices-for.ts'
import { accept, another, answer, deputy, handOver, note, operator, responder, route, submit } from '../commands.ts'
import { event } from '../expected.ts'
import { given, type Story, utc } from '../story.ts'

const TUESDAY = '2026-03-03T10:00'
const LATER = '2026-03-03T12:00'
const held = () => given(submit(), route)
/** Saying of the last event of a type that it was not theirs. */
const notMe = (story: Story, type: string, by: Actor = responder) => {
  const history = [...story.events]
  return { type: 'Disown', by, seq: history.findLastIndex((one) => one.type === type) + 1, history } as const
}
const told = (story: Story) =>
  story.events.flatMap((one) => (one.type === 'disowned' ? noticesFor(story.region, story.state, one) : []))

describe('Disown', () => {
  it('of an act within its ten minutes takes it back, tells an operator, and sends the holder a fresh link', () => {
    const story = held().given(TUESDAY, handOver)
    story
      .when('2026-03-03T10:05', notMe(story, 'handed_over'))
      .then([
        event('disowned', '2026-03-03T10:05', responder, { act: 'handed_over', actAt: utc(TUESDAY) }),
        expect.objectContaining({ type: 'undone', act: 'handed_over', by: responder }) as never,
      ])
    const since = { since: utc(TUESDAY), at: utc('2026-03-03T10:05') }
    expect(without(story.state, 'version', 'updatedAt')).toEqual({
      ...without(held().state, 'version', 'updatedAt'),
      disowned: { [responder.id]: since },
      disownedAt: since.at,
    })
    expect(told(story)).toEqual([
      { recipient: 'operator-1', kind: 'disowned', link: 'triage' },
      { recipient: responder.id, kind: 'fresh-link', link: 'respond' },
    ])
  })

  it('later takes nothing back, and sends no link to whoever has the case no more', () => {
    const story = held().given(TUESDAY, handOver)
    story
      .when(LATER, notMe(story, 'handed_over'))
      .then([event('disowned', LATER, responder, { act: 'handed_over', actAt: utc(TUESDAY) })])
    expect(story.state.organisation).toBe('health')
    expect(told(story)).toEqual([{ recipient: 'operator-1', kind: 'disowned', link: 'triage' }])
  })

  it('is said once of an act and of all in the same name after it; of an earlier one it is news', () => {
    const story = held().given(TUESDAY, accept, '2026-03-03T10:30', note, '2026-03-03T11:00', note)
    const second = { ...notMe(story, 'noted'), seq: story.events.length - 1 }
    story.given(LATER, second)
    expect(inDoubt(story).map(({ acts }) => acts.map(({ type, at }) => [type, at]))).toEqual([
      [
        ['noted', utc('2026-03-03T10:30')],
        ['noted', utc('2026-03-03T11:00')],
      ],
    ])
    story.when(LATER, second).then([])
    story.when('2026-03-03T12:05', notMe(story, 'noted')).then([])
    story.when('2026-03-03T12:10', notMe(story, 'accepted'))
    expect(story.state.disowned).toEqual({ [responder.id]: { since: utc(TUESDAY), at: utc('2026-03-03T12:10') } })
  })

  it('is nobody’s but theirs of whom the act is recorded, and of acts alone', () => {
    const story = held().given(TUESDAY, accept)
    for (const by of [deputy, another]) story.when(LATER, notMe(story, 'accepted', by)).then('not yours')
    for (const seq of [0, 1, 2, 99]) story.when(LATER, { ...notMe(story, 'accepted'), seq }).then('not yours')
  })

  it('marks an answer that waits for a moderator, until another is written', () => {
    const story = held().given(TUESDAY, answer())
    expect(isDraftDisowned(story)).toBe(false)
    story.given(LATER, notMe(story, 'answered'))
    expect(isDraftDisowned(story)).toBe(true)
    story.given({ type: 'ReturnAnswer', by: operator, reason: 'Не ваш ответ.' })
    expect(isDraftDisowned(story)).toBe(false)
    story.given('2026-03-03T13:00', answer())
    expect(isDraftDisowned(story)).toBe(false)
  })

  it('is an operator’s task until they have looked into it', () => {
    const story = held().given(TUESDAY, accept)
    story.given(LATER, notMe(story, 'accepted'))
    story.given({ type: 'CheckDisowned', by: operator })
    expect([story.state.disownedAt, inDoubt(story), told(story).map(({ kind }) => kind)]).toEqual([
      undefined,
      [],
      ['fresh-link'],
    ])
    story.when(LATER, { type: 'CheckDisowned', by: operator, disownedAt: utc(LATER) }).then('superseded')
  })
})

describe('links', () => {
  const link = (issuedAt: string | undefined, recipient: string = responder.id): Link => {
    const base = { purpose: 'respond', caseId: 'c', recipient, assignment: 1, expiresAt: '2026-06-01T00:00:00.000Z' }
    return { ...base, ...(issuedAt && { issuedAt }) } as Link
  }

  it('issued to them before are revoked, without an instant too; later ones and those of colleagues act', () => {
    const story = held().given(TUESDAY, accept)
    story.given(LATER, notMe(story, 'accepted'))
    const lapsed = (one: Link) => holderOf(one, story, story.region, utc('2026-03-03T13:00')).lapsed
    expect([link('2026-03-02T07:00:00.000Z'), link(undefined), link(utc(LATER))].map(lapsed)).toEqual([
      'revoked',
      'revoked',
      undefined,
    ])
    expect(lapsed(link('2026-03-02T07:00:00.000Z', deputy.id))).toBe(undefined)
  })
})

describe('RequestCode', () => {
  const request = { type: 'RequestCode', by: responder, contact: responder.id } as const

  it('mails a code to whoever asks, not to another, and not more often than every minute', () => {
    const story = held()
    story.when(TUESDAY, { ...request, contact: deputy.id }).then('not yours')
    story.when(TUESDAY, request).then([event('code_requested', TUESDAY, responder, { contact: responder.id })])
    expect(noticesFor(story.region, story.state, story.last)).toEqual([
      { recipient: responder.id, kind: 'code', link: 'respond' },
    ])
    story.when('2026-03-03T10:00', request).then('too soon')
    story.when('2026-03-03T10:01', request).then([expect.objectContaining({ type: 'code_requested' }) as never])
  })
})
