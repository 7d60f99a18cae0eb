// Notes and fresh links: bounded for each person, because whoever holds an old link can send them.
import { describe, expect, it } from 'vitest'
import {
  another,
  answer,
  approve,
  ask,
  askLink,
  citizen,
  deputy,
  join,
  merge,
  moderator,
  note,
  operator,
  rate,
  reopen,
  responder,
  route,
  submit,
} from '../commands.ts'
import { noticesFor } from '../../../functions/case/notices/notices-for.ts'
import { littleRegion } from '../../little-region.ts'
import { event } from '../expected.ts'
import { given } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const held = () => given(submit(), route)
const five = (by = note.by) => Array.from({ length: 5 }, () => ({ ...note, by }))

describe('Note', () => {
  it('keeps a text', () => {
    held()
      .when(ELEVEN, note)
      .then([event('noted', ELEVEN, responder, { text: 'Смотрим.' })])
    held()
      .when(ELEVEN, { ...note, text: ' ' })
      .then('empty text')
  })

  it('is given five times by each person in a round', () => {
    const story = held().given(...five())
    story.when(ELEVEN, note).then('too many notes')
    for (const by of [deputy, operator, another]) expect(story.says(ELEVEN, { ...note, by })).toBe('noted')
    story.given(answer(), approve, reopen)
    expect(story.says('2026-03-02T12:00', note)).toBe('noted')
  })

  it('is not given on a case that is over', () => {
    const resolved = held().given(answer(), approve)
    resolved.when(ELEVEN, note).then('not now')
    resolved
      .given(rate({ solved: true }))
      .when(ELEVEN, { ...note, by: moderator })
      .then('not now')
  })
})

describe('AddWords', () => {
  const more = { type: 'AddWords', by: citizen, messageId: 'M2' } as const

  it('keeps what the citizen adds, moves nothing, and tells whoever works on the case', () => {
    for (const [steps, told] of [
      [[], ''],
      [[route], `${responder.id} added respond`],
      [[route, answer()], `${moderator.id} added review`],
    ] as const) {
      const story = given(submit(), ...steps)
      const { status, clocks } = story.state
      const events = story.follows(ELEVEN, more)
      expect(events).toEqual([event('added', ELEVEN, citizen, { messageId: 'M2' })])
      expect([story.state.status, story.state.clocks]).toEqual([status, clocks])
      const notices = noticesFor(littleRegion(), story.state, events[0]!)
      expect(notices.map(({ recipient, kind, link }) => `${recipient} ${kind} ${link}`).join()).toBe(told)
    }
  })

  it('says where it really is: nothing else moves, and the point of the wrong place is gone', () => {
    const story = given(submit({ municipality: 'north', location: { lat: 55, lon: 40 } }), route)
    const before = story.state
    const [added] = story.follows(ELEVEN, { ...more, municipality: 'south' })
    expect(added).toEqual(event('added', ELEVEN, citizen, { messageId: 'M2', municipality: 'south' }))
    const { location, ...rest } = before
    expect(location).toBeDefined()
    expect(story.state).toMatchObject({
      ...rest,
      municipality: 'south',
      updatedAt: expect.any(String) as unknown,
      version: 3,
      round: expect.anything() as unknown,
    })
    expect(story.state.location).toBeUndefined()
    expect(story.follows(ELEVEN, { ...more, municipality: 'south' })).toEqual([
      event('added', ELEVEN, citizen, { messageId: 'M2' }),
    ])
    story.when(ELEVEN, { ...more, municipality: 'elsewhere' }).then('unknown municipality')
  })

  it('is given five times in a round, and not while a question waits for its reply', () => {
    const story = held().given(...Array.from({ length: 5 }, () => more))
    story.when(ELEVEN, more).then('too many notes')
    expect(story.says(ELEVEN, note)).toBe('noted')
    held().given(ask).when(ELEVEN, more).then('not now')
  })
})

describe('Withdraw', () => {
  const back = { type: 'Withdraw', by: citizen } as const

  it.each(['message', 'statutory'] as const)(
    'ends a case of regime %s, stops its clocks and tells whoever has it',
    (regime) => {
      const story = given(submit({ regime }), route)
      const [end] = story.follows(ELEVEN, back)
      expect(end).toMatchObject({ type: 'closed', by: citizen, outcome: 'withdrawn' })
      expect([story.state.status, story.state.clocks]).toEqual(['closed', {}])
      expect(noticesFor(littleRegion(), story.state, end!)).toEqual([
        { recipient: responder.id, kind: 'withdrawn', link: 'respond' },
      ])
      expect(story.says('2026-03-02T12:00', reopen)).toBe('reopened')
    },
  )

  it('ends one case of a cluster and names those that were merged into it', () => {
    expect(held().given(join()).follows(ELEVEN, back)).toMatchObject([{ type: 'closed', children: [join().child] }])
    expect(given(submit(), route, merge).says(ELEVEN, back)).toBe('closed')
  })

  it('is too late once it was answered', () => {
    held().given(answer(), approve).when(ELEVEN, back).then('not now')
  })
})

describe('RequestLink', () => {
  const asked = () => held().given(ELEVEN, askLink)

  it('sends a fresh link to who asks', () => {
    held()
      .when(ELEVEN, askLink)
      .then([event('link_requested', ELEVEN, responder, { contact: responder.id })])
  })

  it('is not given again to the same person within ten minutes; to another it is', () => {
    asked().when('2026-03-02T11:09', askLink).then('too soon')
    expect(asked().says('2026-03-02T11:10', askLink)).toBe('link_requested')
    expect(asked().says('2026-03-02T11:01', { ...askLink, by: deputy, contact: deputy.id })).toBe('link_requested')
  })

  it('is sent by an operator to those the case is with, and to the citizen as long as mails reach them', () => {
    const sends = (contact: string) => ({ ...askLink, by: operator, contact })
    for (const contact of ['citizen', deputy.id])
      held()
        .when(ELEVEN, sends(contact))
        .then([event('link_requested', ELEVEN, operator, { contact })])
    held().when(ELEVEN, sends(another.id)).then('not yours')
    expect(held().given(answer(), approve).says('2026-03-02T12:00', sends('citizen'))).toBe('link_requested')
    held().given(answer(), approve).when('2026-03-02T12:00', sends(deputy.id)).then('not now')
    given(submit({ reach: 'none' }), route)
      .when(ELEVEN, sends('citizen'))
      .then('citizen unreachable')
    held()
      .when(ELEVEN, { ...askLink, contact: 'citizen' })
      .then('not yours')
  })

  it('is for oneself, and for those the case is with', () => {
    held()
      .when(ELEVEN, { ...askLink, contact: deputy.id })
      .then('not yours')
    held()
      .when(ELEVEN, { ...askLink, by: another, contact: another.id })
      .then('not yours')
  })
})
