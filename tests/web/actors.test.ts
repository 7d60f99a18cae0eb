// Who may act by a link: every purpose, however the link stands, seen and acted upon; and the directory as it is now.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { holderOf } from '../../functions/case/link-holder.ts'
import type { LinkPurpose } from '../../functions/case/notices/notice.ts'
import type { Region } from '../../regions/schema.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import {
  answered,
  assigned,
  fileAfter,
  later,
  linkTo,
  moderator,
  nonce,
  operator,
  region,
  responder,
} from './visits.ts'

const NOW = '2026-03-02T08:00:00.000Z'
const OVER = '2026-03-02T08:00:00.000Z'
const TEXT = 'Мои слова.'
const message = 'Яма у дома.'
const asked: Unshown = { type: 'AskCitizen', by: responder, question: 'Где?' }
const reassigned: Unshown = { type: 'Assign', by: operator, organisation: 'south-office', topic: 'roads.pothole' }

const without = (contact: string): Region => ({
  ...region,
  organisations: region.organisations.map((one) => {
    const instead = { ...one.responder, id: `${one.id}-successor` }
    return one.responder.id === contact ? { ...one, responder: instead } : one
  }),
  operators: region.operators.filter(({ id }) => id !== contact),
  moderators: region.moderators.map((one) => (one.id === contact ? { ...one, id: 'moderator-9' } : one)),
})

interface Purpose {
  readonly recipient: string
  readonly file: CaseFile
  readonly fields: Record<string, string>
  /** What a passing form gives, and what a lapsed link still keeps. */
  readonly gives: string
}
const reviewing = fileAfter([assigned, answered])
const purposes: Record<LinkPurpose, Purpose> = {
  respond: {
    ...{ recipient: responder.id, file: fileAfter([assigned]), gives: 'Answer' },
    fields: { action: 'answer', answer: TEXT, kind: 'done' },
  },
  review: {
    ...{ recipient: moderator.id, file: reviewing, gives: 'ReturnAnswer' },
    fields: { action: 'return', reason: TEXT },
  },
  triage: {
    ...{ recipient: operator.id, file: reviewing, gives: 'ReturnAnswer' },
    fields: { action: 'return', reason: TEXT },
  },
  track: {
    ...{ recipient: 'citizen', file: fileAfter([assigned, asked]), gives: 'Clarify' },
    fields: { action: 'clarify', text: TEXT },
  },
}
const shown = (file: CaseFile) => ({
  seen: String(file.state.version),
  assignment: String(file.state.assignment),
  ...(file.state.round.draft && { draftAt: file.state.round.draft.at }),
  ...(file.state.round.question && { questionAt: file.state.round.question.at }),
})

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
})
afterEach(() => {
  vi.useRealTimers()
})

type Standing = 'valid' | 'expired' | 'gone' | 'superseded' | 'unknown'
const valid = { get: 200, post: 303, shows: true, given: 'command', done: true }
const table: [LinkPurpose, Standing, { get: number; post: number; shows: boolean; given: string; done: boolean }][] = [
  ...(['respond', 'review', 'triage', 'track'] as const).flatMap((purpose) => [
    [purpose, 'valid', valid] as [LinkPurpose, Standing, typeof valid],
    [purpose, 'unknown', { get: 404, post: 404, shows: false, given: 'nothing', done: false }] as never,
  ]),
  ['respond', 'expired', { get: 410, post: 303, shows: false, given: 'Note', done: true }],
  ['review', 'expired', { get: 410, post: 303, shows: false, given: 'Note', done: true }],
  ['triage', 'expired', { get: 410, post: 303, shows: false, given: 'Note', done: true }],
  ['track', 'expired', { get: 410, post: 410, shows: false, given: 'nothing', done: false }],
  ...(['respond', 'review', 'triage'] as const).map(
    (purpose) => [purpose, 'gone', { get: 403, post: 403, shows: false, given: 'nothing', done: false }] as never,
  ),
  ['respond', 'superseded', { get: 200, post: 303, shows: false, given: 'Note', done: true }],
  // Only a responder's link belongs to one assignment.
  ['review', 'superseded', valid],
  ['triage', 'superseded', valid],
  ['track', 'superseded', valid],
]

describe('a link', () => {
  it.each(table)('of purpose %s that is %s', async (purpose, standing, expected) => {
    const { recipient, file, fields, gives } = purposes[purpose]
    begin(standing === 'gone' ? without(recipient) : region, file)
    const link = linkTo(file, purpose, recipient)
    const secret = issue({
      ...link,
      ...(standing === 'expired' && { expiresAt: OVER }),
      ...(standing === 'superseded' && { assignment: 0 }),
    })
    const used = standing === 'unknown' ? '9'.repeat(32) : secret

    const got = await visit(purpose, used)
    expect([got.status, got.html.includes(message)]).toEqual([expected.get, expected.shows])
    expect(paper.given).toEqual([])

    const posted = await visit(purpose, used, { fields: { nonce, ...shown(file), ...fields } })
    const given = { command: [gives], Note: ['Note'], nothing: [] }[expected.given]
    expect([posted.status, paper.given.map(({ type }) => type)]).toEqual([expected.post, given])
    expect(paper.file.events.length > file.events.length).toBe(expected.done)
    expect(posted.html).not.toContain(message)
    if (!expected.done && standing !== 'unknown') expect(posted.html).toContain(`<blockquote>${TEXT}</blockquote>`)
  })

  it.each([
    ['respond', 'track'],
    ['review', 'respond'],
    ['track', 'triage'],
  ] as const)('to a page of %s is unknown to the page of %s', async (purpose, other) => {
    const { recipient, file } = purposes[purpose]
    begin(region, file)
    const secret = issue(linkTo(file, purpose, recipient))
    expect((await visit(other, secret)).status).toBe(404)
  })
})

describe('the directory', () => {
  it('counts at once: a page that is open gives nothing any more', async () => {
    const { recipient, file, fields } = purposes.review
    begin(region, file)
    const secret = issue(linkTo(file, 'review', recipient))
    const page = await visit('review', secret)
    paper.region = without(recipient)
    const posted = await visit('review', secret, { fields: { ...hiddenOf(page.html, 'return'), ...fields } })
    expect([posted.status, paper.given]).toEqual([403, []])
  })

  it.each(['ru', 'en'] as const)(
    'says in %s what happened and whom to ask, and nothing of the case',
    async (language) => {
      const file = later(purposes.review.file, NOW, [{ type: 'Note', by: operator, text: 'Служебное.' }])
      begin(without(moderator.id), file)
      const { html } = await visit('review', issue(linkTo(file, 'review', moderator.id)), undefined, language)
      expect(html).toContain({ ru: 'В справочнике региона вас больше нет', en: 'no longer names you' }[language])
      expect(html).toContain(region.phone)
      expect(html).toContain(file.state.id)
      expect(html).not.toMatch(/Яма|Служебное|Садовая|Орган|<form/)
    },
  )

  const standing = (within: Region, file: CaseFile, purpose: LinkPurpose, contact: string) =>
    holderOf(linkTo(file, purpose, contact), file, within, NOW)
  const north = region.organisations[0]!
  const south = region.organisations[1]!

  it('decides in which role somebody acts', () => {
    const file = purposes.respond.file
    const clerk = region.operators[0]!
    const moved: Region = {
      ...region,
      organisations: [
        { ...north, responder: clerk },
        { ...south, deputy: north.responder },
      ],
      operators: region.operators.slice(1),
      moderators: [...region.moderators, clerk],
    }
    // An operator who is a responder and a moderator now.
    expect(standing(moved, file, 'triage', clerk.id)).toEqual({
      ...{ actor: { role: 'operator', id: clerk.id }, roles: ['responder', 'moderator'], lapsed: 'gone' },
    })
    expect(standing(moved, file, 'review', clerk.id)).toEqual({
      ...{ actor: { role: 'moderator', id: clerk.id }, roles: ['responder', 'moderator'] },
    })
    expect(standing(moved, file, 'respond', clerk.id).lapsed).toBeUndefined()
    // A responder who went to another organisation.
    expect(standing(moved, file, 'respond', responder.id)).toEqual({
      ...{ actor: responder, roles: ['responder'], lapsed: 'gone' },
    })
  })

  it('does not call somebody gone from whom the case was taken: their last link is of the new assignment', () => {
    const taken = fileAfter([assigned, reassigned])
    expect(standing(region, taken, 'respond', responder.id).lapsed).toBe('superseded')
    expect(standing(region, taken, 'respond', south.responder.id).lapsed).toBeUndefined()
  })

  it('lets everybody in the line of an organisation act for it', () => {
    const file = purposes.respond.file
    for (const place of ['responder', 'deputy', 'supervisor'] as const)
      expect(standing(region, file, 'respond', north[place]!.id).lapsed).toBeUndefined()
  })
})
