// Every page in every status and language, with hostile words in it: nothing gets out of its place, nobody's data show
// where they should not, and every page has one heading and stays small.
import { describe, expect, it } from 'vitest'
import { statuses } from '../../functions/case/statuses.ts'
import type { Case } from '../../functions/case/case.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { startClock } from '../../functions/case/clocks/move.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import type { Request } from '../../functions/edge/http.ts'
import { ReportPage } from '../../functions/report/report-page.tsx'
import { commandOf } from '../../functions/respond/commands.ts'
import { render } from '../../functions/respond/show.tsx'
import { LapsedPage } from '../../functions/respond/lapsed-page.tsx'
import { ReviewPage } from '../../functions/review/review-page.tsx'
import { TrackPage } from '../../functions/track/track-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import { words } from '../../functions/web/words/words.ts'
import { messageOf } from '../../functions/report/message-of.ts'
import type { Language } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'; javascript:alert(1)'
const author = { name: 'Имя Жителя', email: 'zhitel@example.org', phone: '+7 900 123-45-67' }
const at = '2026-03-02T07:00:00.000Z'
const region = { ...littleRegion(), languages: ['ru', 'en'] as Language[] }
const by = { role: 'responder', id: 'north-office-responder' } as const

const events: CaseEvent[] = [
  {
    type: 'received',
    at,
    by: { role: 'citizen' },
    region: '99',
    messageId: 'M1',
    channel: 'form',
    regime: 'message',
    language: 'ru',
    moderated: false,
    reach: 'email',
  },
  { type: 'triaged', at, by, why: 'place unknown', because: [] },
  { type: 'noted', at, by, text: `Секретная заметка ${HOSTILE}` },
  { type: 'clarification_asked', at, by, question: HOSTILE },
  { type: 'answer_returned', at, by, reason: `Внутренняя причина ${HOSTILE}` },
  { type: 'rejected', at, by, reason: HOSTILE },
  { type: 'missed', at, by, clock: 'finalAnswer', assignment: 1 },
]

function caseIn(status: Case['status']): Case {
  const state = { ...initialCase('99-260302-AAAAA'), topic: 'roads.pothole' }
  const start = (name: 'acceptance' | 'finalAnswer' | 'clarification' | 'answerReview') =>
    startClock(region, state, name, at)
  const clocks = Object.fromEntries(
    (['acceptance', 'finalAnswer', 'clarification', 'answerReview'] as const).map((name) => [
      name,
      (start(name) as { to: object }).to,
    ]),
  )
  return {
    ...state,
    status,
    version: events.length,
    reach: 'email',
    receivedAt: at,
    updatedAt: at,
    municipality: 'north',
    organisation: 'north-office',
    responder: by.id,
    assignment: 1,
    round: {
      ...state.round,
      question: { text: HOSTILE, at, seq: 2 },
      extensionRequest: { reason: HOSTILE, at },
      draft: { text: `Черновик ${HOSTILE}`, kind: 'final', at },
      ...(['resolved', 'closed'].includes(status) && { answer: { text: HOSTILE, kind: 'final', at } }),
      returnReason: HOSTILE,
    },
    rejectedFor: HOSTILE,
    clocks,
  }
}

const pages = statuses.flatMap((status) =>
  region.languages.flatMap((language) => {
    const request: Request = {
      method: 'GET',
      params: {},
      query: { done: HOSTILE, do: HOSTILE },
      headers: {},
      body: '',
      base: 'https://x',
      language,
      at,
      requestId: 'r',
    }
    const file = {
      state: caseIn(status),
      settled: 0,
      events,
      personal: new Map([['M1', { messageId: 'M1', text: HOSTILE, address: HOSTILE, author }]]),
      notices: [],
      counted: [],
    }
    const link = (purpose: 'respond' | 'review' | 'triage') => ({
      purpose,
      caseId: file.state.id,
      recipient: by.id,
      assignment: 1,
      expiresAt: '2027-01-01T00:00:00Z',
    })
    const shared = { request, file, region, nonce: '0123456789ABCDEF' }
    const typed = {
      errors: { '': HOSTILE, answer: HOSTILE, text: HOSTILE },
      fields: { answer: HOSTILE, text: HOSTILE, reason: HOSTILE },
    }
    const visit = { ...shared, link: link('respond'), tableName: 't' }
    return [
      ['respond', status, language, render(visit, typed)],
      ['lapsed', status, language, document(<LapsedPage visit={visit} state="superseded" errors={{}} />)],
      ['track', status, language, document(<TrackPage {...shared} {...typed} />)],
      ['review', status, language, document(<ReviewPage {...shared} {...typed} link={link('review')} />)],
      ['triage', status, language, document(<ReviewPage {...shared} {...typed} link={link('triage')} />)],
      [
        'report',
        status,
        language,
        document(<ReportPage request={request} region={region} nonce={shared.nonce} {...typed} />),
      ],
    ] as const
  }),
)

describe('pages', () => {
  it.each(pages)('%s of a case %s in %s', (page, _status, language, html) => {
    expect(html).not.toMatch(/<script|<img|undefined|\[object/)
    expect(html.match(/<h1>/g)?.length).toBe(1)
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).toContain('href="tel:')
    expect(Buffer.byteLength(html)).toBeLessThan(50 * 1024)
    expect(
      [...html.matchAll(/(?:src|href|action)="([^"]*)"/g)]
        .map(([, url]) => url!)
        .filter((url) => !/^(|#[\w-]+|tel:[+\d]+|\.\.\/report)$/.test(url)),
    ).toEqual([])
    for (const secret of Object.values(author)) expect(html).not.toContain(secret)
    if (page === 'track') expect(html).not.toMatch(/Секретная заметка|Внутренняя причина|Черновик/)
  })
})

describe('forms', () => {
  const visit = { link: { recipient: by.id, assignment: 1 } } as Parameters<typeof commandOf>[0]
  it.each([
    [{}, ['']],
    [{ action: 'answer' }, ['answer', 'kind']],
    [{ action: 'answer', kind: 'final', answer: 'x'.repeat(8_001) }, ['answer']],
    [{ action: 'ask' }, ['question']],
    [{ action: 'handover' }, ['organisation', 'handover-reason']],
    [{ action: 'decline' }, ['decline-reason']],
    [{ action: 'extend' }, ['extend-reason']],
  ])('%j names what is wrong', (fields, wrong) => {
    const parsed = commandOf(visit, fields, words.ru)
    expect('errors' in parsed && Object.keys(parsed.errors)).toEqual(wrong)
  })

  it('take a message with a text alone, and refuse a machine that fills in the trap', () => {
    expect(messageOf({ text: 'Яма на дороге.' }, 'ru')).toHaveProperty('message.text', 'Яма на дороге.')
    expect(messageOf({ text: 'Яма.', website: 'http://spam' }, 'ru')).toHaveProperty('errors')
    expect(messageOf({ text: 'Яма.', email: 'nobody' }, 'ru')).toHaveProperty('errors.email')
  })
})
