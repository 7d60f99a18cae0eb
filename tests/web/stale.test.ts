// A page that is out of date when its form is sent: nothing is done, what has changed is said, what was typed is kept above
// a fresh form.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import type { LinkPurpose } from '../../functions/case/notices/notice.ts'
import { begin, hiddenOf, issue, paper, visit } from './paper.ts'
import {
  answered,
  assigned,
  citizen,
  fileAfter,
  later,
  linkTo,
  moderator,
  operator,
  region,
  responder,
} from './visits.ts'

const OPENED = '2026-03-02T08:00:00.000Z'
const SENT = '2026-03-02T08:20:00.000Z'
const TYPED = 'Мои слова.'
const by = responder

const triaged: Unshown = {
  ...{ type: 'Route', by: { role: 'system' } },
  routing: { outcome: 'triage', topic: undefined, municipality: undefined, why: 'place unknown', because: [] },
}
const returned: Unshown = { type: 'ReturnAnswer', by: moderator, reason: 'Назовите улицу.' }
const approved: Unshown = { type: 'ApproveAnswer', by: moderator }
const another: Unshown = { type: 'Answer', by, text: 'Яма на Садовой засыпана.', sort: 'done' }
const asked: Unshown = { type: 'AskCitizen', by, question: 'Где?' }
const extension: Unshown = { type: 'RequestExtension', by, reason: 'Ждём щебень.' }
const otherOperator = { role: 'operator', id: 'operator-2' } as const
const recipients = { respond: by.id, review: moderator.id, triage: operator.id, track: 'citizen' } as const

interface Stale {
  readonly purpose: LinkPurpose
  readonly file: CaseFile
  /** What happens while the page is open. */
  readonly meanwhile: readonly Unshown[]
  readonly fields: Record<string, string>
  /** What the reader is told: of the whole, and in the list of what happened. */
  readonly says: readonly string[]
  /** What the fresh form, sent, is recorded as; undefined where nothing is to be done any more. */
  readonly then: string | undefined
}

const rated = { action: 'rate', score: '5', solved: 'yes', comment: TYPED }
const newAnswer = [returned, another]
const answerChanged = [
  'Ответ, который вы читали, больше не ждёт проверки',
  'Ответ возвращён на доработку: Назовите улицу. — Человек moderator-1',
  'Подготовлен ответ — Человек north-office-responder',
]
const given: Unshown = {
  ...{ type: 'Assign', by: otherOperator },
  organisation: 'south-office',
  topic: 'roads.pothole',
}
const chosen = { organisation: 'north-office', topic: 'roads.pothole', municipality: 'north' }
const reopenedAndAnswered: Unshown[] = [{ type: 'Reopen', by: operator, reason: 'Яма вернулась.' }, another, approved]

const cases: [string, Stale][] = [
  ...(['approve', 'edit', 'return'] as const).map((action): [string, Stale] => [
    `an answer that changed is not sent or returned (${action})`,
    {
      ...{ purpose: 'review', file: fileAfter([assigned, answered]), meanwhile: newAnswer, says: answerChanged },
      fields: {
        ...{ action, [`sure-${action}`]: 'yes' },
        ...(action === 'edit' && { text: TYPED }),
        ...(action === 'return' && { reason: TYPED }),
      },
      then: action === 'return' ? 'answer_returned' : 'answer_approved',
    },
  ]),
  [
    'a case that another operator gave away is not given away again',
    {
      ...{ purpose: 'triage', file: fileAfter([triaged]), meanwhile: [given] },
      fields: { action: 'assign', ...chosen },
      says: ['у сообщения сменился ответственный', 'Передано: Орган south-office — Человек operator-2'],
      then: 'assigned',
    },
  ],
  [
    'a case in work is not rejected on an old page of triage',
    {
      ...{ purpose: 'triage', file: fileAfter([triaged]), meanwhile: [given] },
      fields: { action: 'reject', 'reject-ground': 'other', 'reject-reason': TYPED },
      says: ['у сообщения сменился ответственный', 'Передано: Орган south-office — Человек operator-2'],
      then: undefined,
    },
  ],
  [
    'a reply does not go to another question',
    {
      ...{ purpose: 'track', file: fileAfter([assigned, asked]) },
      meanwhile: [
        { type: 'Clarify', by: citizen, messageId: 'M2' },
        { ...asked, question: 'Какой дом?' },
      ],
      fields: { action: 'clarify', text: TYPED },
      says: ['Вопрос, на который вы отвечали, больше не стоит', 'Вы ответили на вопрос', 'Мы задали вам вопрос'],
      then: 'clarified',
    },
  ],
  ...(['grant', 'refuse'] as const).map((action): [string, Stale] => [
    `another request for time is not decided (${action})`,
    {
      ...{ purpose: 'triage', file: fileAfter([assigned, extension]) },
      meanwhile: [
        { type: 'RefuseExtension', by: otherOperator, reason: 'Щебень есть.' },
        { ...extension, reason: 'Заболела бригада.' },
      ],
      fields: { action, [`sure-${action}`]: 'yes', [`${action}-reason`]: TYPED },
      says: [
        'Просьба о времени, которую вы читали, больше не ждёт решения',
        'В продлении отказано: Щебень есть. — Человек operator-2',
        'Запрошено продление: Заболела бригада. — Человек north-office-responder',
      ],
      then: action === 'grant' ? 'extended' : 'extension_refused',
    },
  ]),
  [
    'a rating of an older round does not count for the new answer',
    {
      ...{ purpose: 'track', file: fileAfter([assigned, answered, approved]), meanwhile: reopenedAndAnswered },
      fields: rated,
      says: ['сообщение снова взяли в работу', 'Сообщение снова в работе', 'Ответ готов'],
      then: 'rated',
    },
  ],
  [
    'an answer of an older round is not sent back a second time',
    {
      ...{ purpose: 'track', meanwhile: reopenedAndAnswered },
      file: fileAfter([
        assigned,
        answered,
        approved,
        { type: 'Rate', by: citizen, score: 4, solved: true, reopen: false },
      ]),
      fields: { action: 'reopen', reason: TYPED },
      says: ['сообщение снова взяли в работу'],
      then: undefined,
    },
  ],
]

const open = async (purpose: LinkPurpose, file: CaseFile) => {
  begin(region, file)
  vi.setSystemTime(Date.parse(OPENED))
  const secret = issue(linkTo(file, purpose, recipients[purpose]))
  return { secret, html: (await visit(purpose, secret)).html }
}
const last = () => paper.file.events.at(-1)?.type

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a page out of date', () => {
  it.each(cases)('%s', async (_, { purpose, file, meanwhile, fields, says, then }) => {
    const { secret, html } = await open(purpose, file)
    const hidden = hiddenOf(html, fields['action']!)
    paper.file = later(file, '2026-03-02T08:10:00.000Z', meanwhile)
    const { events, personal } = paper.file
    vi.setSystemTime(Date.parse(SENT))

    const refused = await visit(purpose, secret, { fields: { ...hidden, ...fields } })
    expect(refused.status).toBe(409)
    expect([paper.file.events, paper.file.personal]).toEqual([events, personal])
    for (const said of says) expect(refused.html).toContain(said)
    const typed = Object.values(fields).includes(TYPED)
    expect(refused.html.split(TYPED).length - 1).toBe(typed ? 1 : 0)
    if (typed) expect(refused.html).toContain(`<blockquote>${TYPED}</blockquote>`)

    if (!then) return expect(() => hiddenOf(refused.html, fields['action']!)).toThrow('No form')
    const again = hiddenOf(refused.html, fields['action']!)
    expect(again['nonce']).not.toBe(hidden['nonce'])
    expect((await visit(purpose, secret, { fields: { ...again, ...fields } })).status).toBe(303)
    expect(paper.file.events.map(({ type }) => type).slice(events.length)).toContain(then)
  })

  it('names no official to a citizen', async () => {
    const { secret, html } = await open('track', fileAfter([assigned, answered, approved]))
    paper.file = later(paper.file, '2026-03-02T08:10:00.000Z', reopenedAndAnswered)
    const refused = await visit('track', secret, { fields: { ...hiddenOf(html, 'rate'), ...rated } })
    expect(refused.status).toBe(409)
    expect(refused.html).not.toContain('Человек')
  })

  it('says in English too', async () => {
    const { secret, html } = await open('review', fileAfter([assigned, answered]))
    paper.file = later(paper.file, '2026-03-02T08:10:00.000Z', newAnswer)
    const fields = { ...hiddenOf(html, 'approve'), action: 'approve', 'sure-approve': 'yes' }
    const refused = await visit('review', secret, { fields }, 'en')
    expect(refused.html).toContain('The answer you read is no longer the one that waits.')
    expect(refused.html).toContain('Answer written — Человек north-office-responder')
  })

  it('is told what has changed with what is wrong in its form too', async () => {
    const { secret, html } = await open('review', fileAfter([assigned, answered]))
    paper.file = later(paper.file, '2026-03-02T08:10:00.000Z', newAnswer)
    const fields = { ...hiddenOf(html, 'return'), action: 'return', reason: '' }
    const wrong = await visit('review', secret, { fields })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Что произошло, пока страница была открыта')
  })

  it('sent twice before it was out of date acts once and is confirmed twice', async () => {
    const { secret, html } = await open('review', fileAfter([assigned, answered]))
    const fields = { ...hiddenOf(html, 'approve'), action: 'approve', 'sure-approve': 'yes' }
    const replies = [await visit('review', secret, { fields }), await visit('review', secret, { fields })]
    expect(replies.map(({ status, location }) => [status, location])).toEqual([
      [303, '?done=approve'],
      [303, '?done=approve'],
    ])
    expect(paper.file.events.filter(({ type }) => type === 'answer_approved').length).toBe(1)
  })
})

describe('a form that does not say properly what its page showed', () => {
  const acts: [LinkPurpose, CaseFile, Record<string, string>, string][] = [
    ['respond', fileAfter([assigned]), { action: 'accept', 'sure-accept': 'yes' }, 'assignment'],
    ['triage', fileAfter([triaged]), { action: 'assign', ...chosen }, 'assignment'],
    ['review', fileAfter([assigned, answered]), { action: 'approve', 'sure-approve': 'yes' }, 'draftAt'],
    ['track', fileAfter([assigned, asked]), { action: 'clarify', text: TYPED }, 'questionAt'],
    [
      'triage',
      fileAfter([assigned, extension]),
      { action: 'grant', 'sure-grant': 'yes', 'grant-reason': TYPED },
      'requestAt',
    ],
    ['track', fileAfter([assigned, answered, approved]), rated, 'round'],
  ]
  const broken = acts.flatMap(([purpose, file, fields, name]) =>
    [name, 'seen'].flatMap((one) =>
      ['', 'x', '1e3', '-1', undefined].map((value) => [purpose, one, value, file, fields] as const),
    ),
  )
  it.each(broken)('is broken: %s with %s %j', async (purpose, name, value, file, fields) => {
    const { secret, html } = await open(purpose, file)
    const { [name]: _, ...hidden } = hiddenOf(html, fields['action']!)
    const sent = { ...hidden, ...fields, ...(value !== undefined && { [name]: value }) }
    expect((await visit(purpose, secret, { fields: sent })).status).toBe(400)
    expect([paper.given, paper.file]).toEqual([[], file])
  })
})

describe('a responder whose case is given away while they write', () => {
  const fields = { action: 'answer', answer: TYPED, kind: 'done' }
  const handedOver: Unshown = { type: 'HandOver', by: operator, organisation: 'south-office', reason: 'Их дорога.' }

  it.each(['before the form arrives', 'while it is decided'])('%s finds the text kept as a note', async (when) => {
    const { secret, html } = await open('respond', fileAfter([assigned]))
    const give = () => void (paper.file = later(paper.file, '2026-03-02T08:10:00.000Z', [handedOver]))
    if (when === 'while it is decided') paper.meanwhile = give
    else give()
    const reply = await visit('respond', secret, { fields: { ...hiddenOf(html, 'answer'), ...fields } })
    expect([reply.status, reply.location]).toEqual([303, '?done=kept'])
    expect(paper.file.events.at(-1)).toMatchObject({ type: 'noted', by, text: TYPED })
  })

  it('finds it on the page to be copied when no more notes are taken', async () => {
    const { secret, html } = await open('respond', fileAfter([assigned]))
    const notes = Array.from({ length: 5 }, (_, index): Unshown => ({ type: 'Note', by, text: `Заметка ${index}` }))
    paper.file = later(paper.file, '2026-03-02T08:10:00.000Z', [...notes, handedOver])
    const reply = await visit('respond', secret, { fields: { ...hiddenOf(html, 'answer'), ...fields } })
    expect(reply.status).toBe(409)
    expect(reply.html).toContain('К этому сообщению больше ничего добавить нельзя.')
    expect(reply.html).toContain(`<blockquote>${TYPED}</blockquote>`)
    expect(reply.html).not.toContain('Заметка')
    expect(last()).toBe('handed_over')
  })

  it('who sent the hand-over twice is told twice that it is done', async () => {
    const { secret, html } = await open('respond', fileAfter([assigned]))
    const giving = { action: 'handover', organisation: 'south-office', 'handover-reason': 'Ваше.' }
    const sent = { fields: { ...hiddenOf(html, 'handover'), ...giving } }
    const replies = [await visit('respond', secret, sent), await visit('respond', secret, sent)]
    expect(replies.map(({ location }) => location)).toEqual(['?done=handover', '?done=handover'])
    expect(last()).toBe('handed_over')
  })
})
