// What a reply may do: as much as the link of the mail that it replies to, as the case stands now, and no more.
import { describe, expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { invitesReply, replyBecomes } from '../../functions/case/notices/inviting.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { deskFor } from '../../functions/case/desk.ts'
import { tellingOf, wantedBy } from '../../functions/inbox/reply-command.ts'
import type { Region } from '../../regions/schema.ts'
import * as asked from '../case/commands.ts'
import { MONDAY, type Past, Story, utc } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

const base = littleRegion()
const inbox = { address: 'pishite@in.otklik-99.example', keptDays: 14, appeals: { ru: 'Приёмная.' } }
const region: Region = { ...base, mail: { ...base.mail, inbox } }
const sensitive: Region = { ...region, topics: region.topics.map((one) => ({ ...one, sensitive: true })) }
const mine = [asked.submit({ confirmed: true, channel: 'email' })] as const
const assigned = [...mine, asked.assign()] as const
const words = 'Яму засыпали.'

/** What a reply to the last mail that a reader got about an event asks of the case. */
function reply(story: Story, recipient: string, seq: number, more: { at?: string; date?: string; kind?: string } = {}) {
  const sent = story.events[seq - 1]!
  const at = more.at ? utc(more.at) : story.at
  const notice = { seq, recipient, kind: more.kind ?? 'work', status: 'sent', claimedAt: sent.at, attempts: 1 } as const
  const wanted = wantedBy({
    region: story.region,
    file: story,
    notice,
    words,
    messageId: 'M9',
    date: more.date && utc(more.date),
    at,
  })
  if ('cannot' in wanted) return wanted.cannot
  const decision = decide(story.state, wanted.command, at, story.region)
  return 'refused' in decision ? tellingOf(decision.refused) : decision.events.map(({ type }) => type).join(' ')
}
const told = (...past: readonly Past[]) => new Story(region).given(...past)
const responder = asked.responder.id

describe('a responder’s reply', () => {
  it.each<[string, readonly Past[], number, string, string]>([
    ['is their answer, and accepts the case first', assigned, 3, 'work', 'accepted answered'],
    [
      'is their answer after a remark of the moderator',
      [...assigned, asked.answer(), asked.sendBack],
      6,
      'returned',
      'answered',
    ],
    ['waits for the citizen who was asked', [...assigned, asked.ask], 3, 'work', 'page'],
    ['is no second answer', [...assigned, asked.answer()], 3, 'work', 'page'],
    ['does not act for who lost the case', [...assigned, asked.accept, asked.handOver], 3, 'work', 'superseded'],
    [
      'does not act on an earlier giving of the case',
      [
        ...assigned,
        asked.accept,
        asked.handOver,
        { ...asked.handOver, by: asked.another, organisation: 'north-office' },
      ],
      3,
      'work',
      'superseded',
    ],
    ['to a receipt is no answer', assigned, 3, 'receipt', 'page'],
    ['to word of a breach is no answer', assigned, 3, 'escalation', 'page'],
  ])('%s', (_, past, seq, kind, expected) => expect(reply(told(...past), responder, seq, { kind })).toBe(expected))

  it('carries what the mail showed: no sort, and that it came by mail', () => {
    const story = told(...assigned)
    const wanted = wantedBy({
      ...{ region, file: story, words, messageId: 'M9', date: undefined, at: story.at },
      notice: { seq: 3, recipient: responder, kind: 'work', status: 'sent', claimedAt: story.at, attempts: 1 },
    })
    expect(wanted).toEqual({
      command: { type: 'Answer', by: asked.responder, assignment: 1, text: words, mailed: true },
      keepsWords: false,
    })
  })

  it('of a personal topic does not act: its pages ask for a code, but where the region wants none', () => {
    const story = new Story(sensitive).given(...assigned)
    expect(reply(story, responder, 3)).toBe('sensitive')
    const without = new Story({ ...sensitive, links: { stepUp: false } }).given(...assigned)
    expect(reply(without, responder, 3)).toBe('accepted answered')
  })

  it('does not act when the link is over, nor of who left the directory, nor after «this wasn’t me»', () => {
    expect(reply(told(...assigned), responder, 3, { at: '2026-05-02T10:00' })).toBe('over')
    expect(reply(told(...assigned), 'somebody-else', 3)).toBe('over')
    const story = told(...assigned, '2026-03-02T11:00', asked.accept)
    const disown: Unshown = { type: 'Disown', by: asked.responder, seq: 4, history: story.events }
    story.given('2026-03-02T12:00', disown)
    expect(reply(story, responder, 3)).toBe('over')
  })
})

describe('a citizen’s reply', () => {
  const question = [...assigned, '2026-03-02T12:00', asked.ask] as const
  it.each<[string, readonly Past[], number, { date?: string }, string]>([
    ['is added to their case', assigned, 3, {}, 'added'],
    ['answers the question that it replies to', question, 5, {}, 'clarified'],
    [
      'answers a question that was asked before it was written, to whichever mail it replies',
      question,
      3,
      { date: '2026-03-02T12:30' },
      'clarified',
    ],
    [
      'answers no question that was asked while it was written',
      question,
      3,
      { date: '2026-03-02T11:30' },
      'asked since',
    ],
    ['answers no question when nobody knows when it was written', question, 3, {}, 'asked since'],
    ['says where it is, when that was asked', [...mine, asked.asking({ place: [] })], 3, {}, 'supplied'],
    ['is added where a topic was asked, too', [...mine, asked.asking({ place: [], topic: [] })], 3, {}, 'added'],
    ['does not rate an answer', [...assigned, asked.answer(), asked.approve], 6, {}, 'answered'],
    [
      'does not take up a case that was closed',
      [...assigned, asked.answer(), asked.approve, asked.rate({ solved: true })],
      6,
      {},
      'answered',
    ],
    ['does not act where the case was merged', [...assigned, asked.merge], 3, {}, 'merged'],
    ['does not act where it was rejected', [...mine, asked.reject], 3, {}, 'over'],
    ['is asked first whether the message is theirs', [asked.submit(), asked.assign()], 2, {}, 'unconfirmed'],
    ['is asked so after a stop, too', [...assigned, asked.stopMails], 3, {}, 'unconfirmed'],
  ])('%s', (_, past, seq, more, expected) => expect(reply(told(...past), 'citizen', seq, more)).toBe(expected))

  it('is added a few times, and does not act when the link is over', () => {
    const more: Unshown = { type: 'AddWords', by: asked.citizen, messageId: 'M3' }
    expect(reply(told(...assigned, more, more, more, more, more), 'citizen', 3)).toBe('too many')
    expect(reply(told(...assigned), 'citizen', 3, { at: '2027-04-02T10:00' })).toBe('over')
  })
})

describe('a mail says that it may be answered', () => {
  const invited = (where: Region, ...past: readonly Past[]) => {
    const story = new Story(where).given(MONDAY, ...past)
    const desk = deskFor(where, story.state, story.at)
    expect(desk.operators.length).toBeGreaterThan(0)
    return noticesFor(where, story.state, story.last).map((notice) => [
      notice.kind,
      invitesReply(where, story.state, notice),
    ])
  }
  it.each<[string, Region, readonly Past[], unknown]>([
    [
      'to whom a reply does something',
      region,
      assigned,
      [
        ['work', 'answer'],
        ['registered', 'words'],
      ],
    ],
    [
      'to a citizen who is asked',
      region,
      [...assigned, asked.ask],
      [
        ['question', 'words'],
        ['receipt', undefined],
      ],
    ],
    ['and to no moderator; a receipt invites none', region, [...assigned, asked.answer()], [['review', undefined]]],
    [
      'and to nobody about a personal topic that officials answer after a code',
      sensitive,
      assigned,
      [
        ['work', undefined],
        ['registered', 'words'],
      ],
    ],
    [
      'and to no citizen who has not confirmed',
      region,
      [asked.submit(), asked.assign()],
      [
        ['work', 'answer'],
        ['registered', undefined],
      ],
    ],
    [
      'and not where the region reads no mails',
      base,
      assigned,
      [
        ['work', undefined],
        ['registered', undefined],
      ],
    ],
    [
      'and not of a test',
      region,
      [asked.submit({ test: true }), asked.assign()],
      [
        ['work', undefined],
        ['registered', undefined],
      ],
    ],
  ])('%s', (_, where, past, expected) => expect(invited(where, ...past)).toEqual(expected))

  it('has an address for replies also where they are turned away, so that the sender is told', () => {
    const { state } = new Story(sensitive).given(...assigned)
    expect(replyBecomes(sensitive, state, { recipient: responder, kind: 'work', link: 'respond' })).toBe('answer')
  })
})

it('who answered by mail has a receipt, also without wanting receipts', () => {
  const story = told(...assigned, { type: 'Answer', by: asked.responder, text: words, mailed: true })
  expect(story.told()).toContain(`${responder} receipt respond`)
  expect(told(...assigned, asked.answer()).told()).not.toContain(`${responder} receipt respond`)
})
