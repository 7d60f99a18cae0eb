// Every page in every status and language, with hostile words in it: nothing gets out of its place, nobody's data show
// where they should not, and every page has one heading and stays small.
import { describe, expect, it } from 'vitest'
import { statuses } from '../../functions/case/statuses.ts'
import type { Case } from '../../functions/case/case.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { startClock } from '../../functions/case/clocks/move.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { ReportPage } from '../../functions/report/report-page.tsx'
import { parse } from '../../functions/web/respond/commands.ts'
import { RespondPage } from '../../functions/respond/respond-page.tsx'
import { ReviewPage } from '../../functions/review/review-page.tsx'
import { TrackPage } from '../../functions/track/track-page.tsx'
import { LapsedPage } from '../../functions/web/lapsed-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import { messageOf } from '../../functions/report/message-of.ts'
import type { Language } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'
import { assigned, fileAfter, request, visitTo } from './visits.ts'

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
    const query = { done: HOSTILE, do: HOSTILE }
    const file = {
      state: caseIn(status),
      settled: 0,
      events,
      personal: new Map([['M1', { messageId: 'M1', text: HOSTILE, address: HOSTILE, author }]]),
      notices: [],
      counted: [],
      fedUpTo: 0,
    }
    const typed = {
      errors: { '': HOSTILE, answer: HOSTILE, text: HOSTILE },
      fields: { answer: HOSTILE, text: HOSTILE, reason: HOSTILE },
    }
    const looking = { ...typed, unsent: [HOSTILE], seen: 1, query, language, at }
    const away = { ...looking, assignment: 2 }
    const nobody = { ...region, organisations: region.organisations.slice(1) }
    return [
      ['respond', status, language, document(<RespondPage {...visitTo(file, 'respond', looking)} />)],
      ['lapsed', status, language, document(<LapsedPage {...visitTo(file, 'respond', away)} />)],
      [
        'gone',
        status,
        language,
        document(<LapsedPage {...visitTo(file, 'respond', { ...looking, within: nobody })} />),
      ],
      ['track', status, language, document(<TrackPage {...visitTo(file, 'track', looking)} />)],
      ['review', status, language, document(<ReviewPage {...visitTo(file, 'review', looking)} />)],
      ['triage', status, language, document(<ReviewPage {...visitTo(file, 'triage', looking)} />)],
      [
        'report',
        status,
        language,
        document(
          <ReportPage
            request={request(query, undefined, language)}
            region={region}
            nonce="0123456789ABCDEF"
            {...typed}
          />,
        ),
      ],
    ] as const
  }),
)

const links =
  /^(|\?do=not-me-\d+|form\/\w+|#[\w-]+|tel:[+\d]+|\.\.\/report|\?(do=\w+&amp;)?lang=\w\w|https:\/\/otklik\.example\/(about#\w+|public|my|a\/secret\/(cases|next)(\?\S+)?)|secret\/data)$/

describe('pages', () => {
  it.each(pages)('%s of a case %s in %s', (page, _status, language, html) => {
    expect(html).not.toMatch(/<script|<img|undefined|\[object/)
    expect(html.match(/<h1>/g)?.length).toBe(1)
    expect(html).toContain(`<html lang="${language}"`)
    expect(html).toContain('href="tel:')
    expect(Buffer.byteLength(html)).toBeLessThan(50 * 1024)
    expect(
      [...html.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, url]) => url!).filter((url) => !links.test(url)),
    ).toEqual([])
    for (const secret of Object.values(author)) expect(html).not.toContain(secret)
    if (['track', 'lapsed', 'gone'].includes(page))
      expect(html).not.toMatch(/Секретная заметка|Внутренняя причина|Черновик/)
  })
})

describe('forms', () => {
  it.each([
    [{}, ['']],
    [{ action: 'answer' }, ['answer', 'kind']],
    [{ action: 'answer', kind: 'done', answer: 'x'.repeat(8_001) }, ['answer']],
    [{ action: 'answer', kind: 'promised', answer: 'Заказан щебень.' }, ['promised-for']],
    [{ action: 'answer', kind: 'promised', answer: 'x', 'promised-for': 'в пятницу' }, ['promised-for']],
    [{ action: 'ask' }, ['question']],
    [{ action: 'handover' }, ['organisation', 'handover-reason']],
    [{ action: 'decline' }, ['decline-reason']],
    [{ action: 'extend' }, ['extend-until', 'extend-reason']],
  ])('%j names what is wrong', (fields, wrong) => {
    const parsed = parse({ actor: by, request: request({}, fields), fields, region, file: fileAfter([assigned]) })
    expect('errors' in parsed && Object.keys(parsed.errors)).toEqual(wrong)
  })

  it('take a message with a text alone, and refuse a machine that fills in the trap', () => {
    expect(messageOf({ text: 'Яма на дороге.' }, 'ru', region)).toHaveProperty('message.text', 'Яма на дороге.')
    expect(messageOf({ text: 'Яма.', website: 'http://spam' }, 'ru', region)).toHaveProperty('errors')
    expect(messageOf({ text: 'Яма.', email: 'nobody' }, 'ru', region)).toHaveProperty('errors.email')
  })
})
