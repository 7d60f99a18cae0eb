// Lives of a case that between them make every kind of letter, in every language, with given words in them. Used by the tests of
// letters and by their picture.
import { later } from '../../functions/case/clocks/waking.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { replay } from '../../functions/case/evolve.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import { contactOf } from '../../functions/case/people.ts'
import { composeMail } from '../../functions/mail/compose.ts'
import { letterFor } from '../../functions/mail/letters.ts'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { asking, tick } from '../case/commands.ts'
import { caseId, Story } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

export const HOSTILE = '<script>alert("1")</script>\r\nBcc: everybody@example.org & "двор" — 😀'
export const author = { name: 'Имя Жителя', email: 'zhitel@example.org', phone: '+7 900 123-45-67' }
const base = littleRegion({ moderateMessages: true })
export const person = { ...base.organisations[0]!.responder, receipts: true }
export const region = {
  ...base,
  languages: ['ru', 'en'] as Language[],
  organisations: base.organisations.map((one, index) => (index === 0 ? { ...one, responder: person } : one)),
}
export const { policy } = region
/** Silence sets the responder's clock going again. */
export const patient = {
  ...region,
  policy: {
    ...policy,
    clarification: { ...policy.clarification, message: { max: 2, onSilence: 'resume' as const } },
  },
}
const slower = {
  ...region,
  policy: {
    ...policy,
    version: 'slower',
    terms: {
      ...policy.terms,
      message: { ...policy.terms.message, finalAnswer: { amount: 9, unit: 'working days' as const } },
    },
  },
}
export const office = 'north-office'
export const responder = { role: 'responder', id: person.id } as const
export const operator = { role: 'operator', id: 'operator-1' } as const
export const moderator = { role: 'moderator', id: 'moderator-1' } as const
export const citizen = { role: 'citizen' } as const

const dead = { seq: 1, recipient: person.id, why: 'bounce', permanent: true } as const

/** What happens in a life: a command; hours pass and the clocks are looked at; the region's file changes. */
export type Step = Unshown | number | typeof region | 'disown'

/** Lives of a case that between them make every kind of notice. */
export const begin: Unshown[] = [
  { type: 'Submit', by: citizen, messageId: 'M1', channel: 'form', regime: 'message', language: 'ru', reach: 'email' },
  { type: 'Admit', by: operator },
  {
    type: 'Route',
    by: { role: 'system' },
    routing: { outcome: 'triage', topic: undefined, municipality: undefined, why: 'place unknown', because: [] },
  },
  { type: 'Assign', by: operator, organisation: office, topic: 'roads.pothole', municipality: 'north' },
]
export const lives = (said: string): Step[][] => [
  [
    ...begin,
    { type: 'Accept', by: responder },
    { type: 'AddWords', by: citizen, messageId: 'M2' },
    { type: 'AskCitizen', by: responder, question: said },
    { type: 'Clarify', by: citizen, messageId: 'M2' },
    { type: 'RequestExtension', by: responder, reason: said },
    { type: 'GrantExtension', by: operator },
    { type: 'Answer', by: responder, text: said, sort: 'promised', promisedFor: '2026-03-06' },
    { type: 'ApproveAnswer', by: moderator },
    { type: 'Answer', by: responder, text: said, sort: 'done' },
    { type: 'ReturnAnswer', by: moderator, reason: said },
    { type: 'RequestLink', by: responder, contact: person.id },
    { type: 'RequestCode', by: responder, contact: person.id },
    'disown',
    { type: 'Answer', by: responder, text: said, sort: 'done' },
    { type: 'ApproveAnswer', by: moderator },
  ],
  [
    ...begin,
    { type: 'HandOver', by: responder, organisation: 'health', reason: said },
    { type: 'Decline', by: { role: 'responder', id: 'health-responder' }, reason: said },
  ],
  [begin[0]!, { type: 'Reject', by: operator, reason: said }],
  [
    ...begin,
    { type: 'ReportBounce', by: { role: 'system' }, ...dead, about: { kind: 'work', assignment: 1 } },
    { type: 'AskCitizen', by: responder, question: said },
    { type: 'ReportBounce', by: { role: 'system' }, ...dead, recipient: 'citizen' },
  ],
  [...begin.slice(0, 2), { type: 'Merge', by: citizen, into: '99-260302-BBBBB' }],
  [...begin, { type: 'Merge', by: operator, into: '99-260302-BBBBB' }, { type: 'Unmerge', by: operator }],
  [...begin, 3.5, 200],
  [...begin, { type: 'AskCitizen', by: responder, question: said }, 200],
  [...begin, patient, { type: 'AskCitizen', by: responder, question: said }, 200],
  [...begin, { type: 'RequestErasure', by: citizen }],
  [
    { ...begin[0]!, regime: 'statutory' } as Unshown,
    ...begin.slice(1),
    { type: 'RequestErasure', by: citizen },
    { type: 'RefuseErasure', by: operator, reason: said },
  ],
  [{ ...begin[0]!, reach: 'none' } as Unshown, ...begin.slice(1), { type: 'LeaveAddress', by: citizen }],
  [
    { ...begin[0]!, reach: 'dialog', channel: 'max' } as Unshown,
    ...begin.slice(1),
    { type: 'ReportBounce', by: { role: 'system' }, ...dead, why: 'unsure', permanent: false, recipient: 'citizen' },
  ],
  [
    { ...begin[0]!, reach: 'none', phone: true } as Unshown,
    ...begin.slice(1),
    { type: 'ReportCall', by: responder, outcome: 'asked', question: said, messageId: 'M2' },
    { type: 'Answer', by: responder, text: said, sort: 'done' },
    { type: 'ApproveAnswer', by: moderator },
  ],
  [...begin.slice(0, 2), asking({ topic: ['roads.pothole', 'roads.manhole'], place: [] })],
  [...begin, slower, { type: 'Reschedule', by: operator, reason: said }],
]

export interface Told {
  readonly kind: NoticeKind
  readonly language: Language
  readonly official: boolean
  readonly caseAndRecipient: string
  readonly letter: ReturnType<typeof letterFor>
  readonly raw: () => Promise<Buffer>
}

export function tell(steps: readonly Step[], written = HOSTILE): Told[] {
  const story = new Story(region).given('2026-03-02T09:00')
  return steps.flatMap((step) => {
    const before = story.events.length
    if (typeof step === 'number') {
      story.at = later(story.at, step * 3_600_000)
      if (before > 0) story.given(tick)
    } else if (step === 'disown') {
      const history = [...story.events]
      const seq = history.findLastIndex(({ type }) => type === 'answered') + 1
      story.given({ type: 'Disown', by: responder, seq, history })
    } else if ('type' in step) story.given(step)
    else story.region = step
    const happened = story.events.slice(before)
    return happened.flatMap((_, index) => lettersOf(story.region, story.events.slice(0, before + index + 1), written))
  })
}

export const linkUrl = 'https://otklik.example/a/0123456789abcdef0123456789abcdef'
export function fileOf(events: readonly CaseEvent[], written = HOSTILE): CaseFile {
  const address = written === HOSTILE ? 'ул. <b>Садовая</b>' : 'ул. Садовая, 5'
  const personal = new Map([['M1', { messageId: 'M1', text: written, address, author }]])
  return { state: replay(caseId, events), settled: 0, events, personal, notices: [], counted: [], fedUpTo: 0 }
}

/** The letters of the last event of a history. */
export function lettersOf(ruling: Region, events: readonly CaseEvent[], written = HOSTILE): Told[] {
  const event = events.at(-1)!
  const file = fileOf(events, written)
  return noticesFor(region, file.state, event).flatMap((notice) =>
    region.languages.map((language) => {
      const recipient = notice.recipient === 'citizen' ? 'citizen' : contactOf(region, notice.recipient)!
      const letter = letterFor({ region: ruling, file, event, notice, recipient, linkUrl, language, at: event.at })
      const to = { address: 'to@example.org', name: HOSTILE }
      const raw = () =>
        composeMail({
          region,
          cases: [file.state.id],
          recipient: notice.recipient,
          letter,
          language,
          to,
          at: event.at,
          random: (bytes) => new Uint8Array(bytes),
        })
      return {
        kind: notice.kind,
        language,
        official: recipient !== 'citizen',
        caseAndRecipient: `${notice.recipient} ${language} ${file.state.regime}`,
        letter,
        raw,
      }
    }),
  )
}

/** By the link of a mail the citizen said that the message is theirs. */
export const confirm: Unshown = { type: 'ConfirmAddress', by: citizen }
/** Whoever leaves an address later can only then confirm it. */
export function confirmed(life: readonly Step[]): Step[] {
  const left = life.findIndex((step) => typeof step === 'object' && 'type' in step && step.type === 'LeaveAddress')
  return life.toSpliced(Math.max(left, 0) + 1, 0, confirm)
}
