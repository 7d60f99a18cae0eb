// A scanner of mails that opens a link and sends every form as it found it, by its button and with its defaults, changes
// nothing and sets no mail going: every form asks for something that nobody chose for its reader.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import type { LinkPurpose } from '../../functions/case/notices/notice.ts'
import { messageOf } from '../../functions/report/message-of.ts'
import { ReportPage } from '../../functions/report/report-page.tsx'
import { actions } from '../../functions/web/respond/commands.ts'
import { confirmations as reviewed } from '../../functions/web/desk/commands.ts'
import { textFields } from '../../functions/track/commands.ts'
import { document } from '../../functions/web/layout.tsx'
import { accept, ask, asking, grant, handOver, more, publish, triage } from '../case/commands.ts'
import { formsIn } from './forms-in.ts'
import { begin, issue, paper, visit } from './paper.ts'
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
  request,
  responder,
} from './visits.ts'

const recipients = { respond: responder.id, review: moderator.id, triage: operator.id, track: 'citizen' } as const
const reading = { ...region, policy: { ...region.policy, moderateMessages: true } }
const approved: Unshown = { type: 'ApproveAnswer', by: moderator }
const returned: Unshown = { type: 'ReturnAnswer', by: moderator, reason: 'Назовите улицу.' }
const rated: Unshown = { type: 'Rate', by: { role: 'citizen' }, score: 2, solved: false, reopen: false }

const stopped: Unshown = { type: 'StopMails', by: { role: 'citizen' }, scope: 'case' }

type Found = readonly [
  what: string,
  purpose: LinkPurpose,
  file: CaseFile,
  assignment?: number,
  mailed?: true,
  chosen?: string,
]
const pages: readonly Found[] = [
  ['a new case', 'respond', fileAfter([assigned])],
  ['a case in work', 'respond', fileAfter([assigned, accept])],
  ['an answer to rework, with the draft in its field', 'respond', fileAfter([assigned, answered, returned])],
  ['a case given to others', 'respond', fileAfter([assigned, handOver]), 1],
  ['a link of an earlier mail', 'respond', fileAfter([assigned, handOver, { ...assigned, by: operator }]), 1],
  ['an answer to check', 'review', fileAfter([assigned, answered])],
  ['an answer to check', 'triage', fileAfter([assigned, answered])],
  ['more time to decide on', 'triage', fileAfter([assigned, more])],
  ['more time that was given', 'triage', fileAfter([assigned, more, grant])],
  ['a message to let in', 'triage', fileAfter([], reading)],
  ['a case to give to somebody', 'triage', fileAfter([triage])],
  ['an erasure to decide on', 'triage', erasureAsked()],
  ['an act that was disowned', 'triage', disowned()],
  ['an act that a receipt asks about', 'respond', fileAfter([assigned, accept]), undefined, undefined, 'not-me-3'],
  ['an answer to publish', 'review', fileAfter([assigned, answered, approved])],
  ['an answer that is published', 'triage', fileAfter([assigned, answered, approved, publish()])],
  ['what is missing', 'track', fileAfter([asking({ topic: ['roads.pothole', 'roads.manhole'], place: [] })])],
  ['a question', 'track', fileAfter([assigned, ask])],
  ['an answer to rate', 'track', fileAfter([assigned, answered, approved])],
  [
    'an answer whose mail chose «solved»',
    'track',
    fileAfter([assigned, answered, approved]),
    undefined,
    undefined,
    'solved',
  ],
  [
    'an answer whose mail chose «unsolved»',
    'track',
    fileAfter([assigned, answered, approved]),
    undefined,
    undefined,
    'unsolved',
  ],
  ['a case to send back', 'track', fileAfter([assigned, answered, approved, rated])],
  ['a message without an address', 'track', withoutAddress(fileAfter([assigned]))],
  ['a message that somebody else may have written', 'track', fileAfter([assigned]), undefined, true],
  ['mails that were stopped', 'track', fileAfter([assigned, stopped]), undefined, true],
]

function withoutAddress(file: CaseFile): CaseFile {
  return { ...file, state: { ...file.state, reach: 'none' } }
}

/** An appeal that the law wants answered, whose citizen asked for their data to be erased. */
function erasureAsked() {
  const file = fileAfter([assigned])
  const appeal = { ...file, state: { ...file.state, regime: 'statutory' as const } }
  return later(appeal, '2026-03-02T07:30:00.000Z', [{ type: 'RequestErasure', by: { role: 'citizen' } }])
}

/** Somebody said of a note that it was not theirs; the answer after it is in doubt, too. */
function disowned() {
  const file = fileAfter([assigned, accept, answered])
  const by = responder
  return later(file, '2026-03-02T07:30:00.000Z', [{ type: 'Disown', by, seq: 4, history: file.events }])
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T08:00:00.000Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Opens a page, sends each of its forms as found, and tells which acts they were for. */
async function sendEach([, purpose, file, assignment, mailed, chosen]: Found): Promise<string[]> {
  begin(reading, file)
  const secret = issue({ ...linkTo(file, purpose, recipients[purpose], assignment), ...(mailed && { mailed }) })
  const query = chosen ? { do: chosen } : null
  const forms = formsIn((await visit(purpose, secret, undefined, 'ru', query)).html)
  for (const fields of forms) {
    const { status, html } = await visit(purpose, secret, { fields }, 'ru', query)
    // A draft of before stands in its field: it is shown as its citizen would see it, and not sent.
    const shown = fields['action'] === 'look' && fields['answer']
    expect([status, paper.given, paper.file], fields['action']).toEqual([shown ? 200 : 422, [], file])
    if (shown) continue
    expect(html, fields['action']).toContain('role="alert"')
    expect(html, fields['action']).toMatch(/<a href="#[\w-]+">[^<]+<\/a>/)
  }
  return forms.map((fields) => fields['action']!)
}

describe('a form sent as it was found', () => {
  it.each(pages.map((found) => ({ what: found[0], purpose: found[1], found })))(
    'changes nothing and says what to choose: $what ($purpose)',
    async ({ found }) => {
      await sendEach(found)
    },
  )

  it('is each form that there is', async () => {
    const sent: string[] = []
    for (const found of pages) sent.push(...(await sendEach(found)))
    const all = [
      ...actions,
      'look',
      ...Object.keys(reviewed),
      ...Object.values(textFields),
      'withdraw',
      'mails',
      'again',
      'address',
      'fresh-link',
      'not-me',
    ]
    expect([...new Set(sent)].sort()).toEqual([...new Set(all)].sort())
  })

  it.each(['respond', 'review', 'triage'] as const)(
    'asks for no code and is none, behind the link to %s of a sensitive case',
    async (purpose) => {
      const file = fileAfter([assigned, answered])
      const topics = reading.topics.map((topic) => ({ ...topic, sensitive: true }))
      begin({ ...reading, topics, links: { stepUp: true } }, file)
      const secret = issue(linkTo(file, purpose, recipients[purpose]))
      const { html } = await visit(purpose, secret)
      expect(html).not.toContain('Яма у дома.')
      const forms = formsIn(html)
      expect(forms.map(({ step }) => step)).toEqual(['send', 'enter'])
      for (const fields of forms) {
        const { status, html: again } = await visit(purpose, secret, { fields })
        expect([status, paper.given, again.includes('role="alert"'), again.includes('Яма у дома.')]).toEqual([
          ...[422, [], true, false],
        ])
      }
    },
  )

  it('is no message', () => {
    const asked = request()
    const html = document(ReportPage({ request: asked, region, nonce, errors: {}, fields: {} }) as never)
    const forms = formsIn(html)
    // To the page that is checked, by a press and by the key Enter, and to the map.
    expect(forms.length).toBe(3)
    for (const form of forms) expect(messageOf(form, 'ru', region)).toEqual({ errors: { text: 'Напишите текст' } })
  })
})
