// What happened to a case: for officials all of it, for the citizen a shorter list in plainer words, without officials'
// names, notes and returned drafts. Shown on every page of a case.
import type { FC } from 'hono/jsx'
import type { Language, Region } from '../../../regions/schema.ts'
import type { Case } from '../../case/case.ts'
import type { CaseEvent, EventOf } from '../../case/events.ts'
import type { Reminded } from '../../case/actor.ts'
import type { NoticeKind } from '../../case/notices/notice.ts'
import { cameBack } from '../../case/notices/came-back.ts'
import { isDead } from '../../case/notices/failed-mail.ts'
import { contactOf } from '../../case/people.ts'
import { headingOf } from '../../mail/officials-particulars.ts'
import { wordsFor as mailWordsFor } from '../../mail/words/words.ts'
import type { NoticeRecord } from '../../case/case-file.ts'
import { deadlineWords } from '../words/deadline.ts'
import { localTime } from '../../calendar/local-time.ts'
import { organisationName } from '../../../regions/names.ts'
import { publicName } from './public-events.ts'
import { words, wordsFor } from '../words/words.ts'

interface HistoryProps {
  readonly region: Region
  readonly language: Language
  readonly state: Pick<Case, 'regime'>
  readonly events: readonly CaseEvent[]
  /** Who was written to; officials see it among the events. */
  readonly notices?: readonly NoticeRecord[]
  readonly reader: 'official' | 'citizen'
}

interface Entry {
  readonly at: string
  readonly text: string
}

export const History: FC<HistoryProps> = ({ region, language, state, events, notices = [], reader }) => {
  const happened = events.flatMap((event): Entry[] => {
    const text = lineOf(region, language, state, event, reader)
    return text === undefined ? [] : [{ at: event.at, text }]
  })
  const written = notices.map((notice) => told(region, language, state, notice, events))
  const entries = [...happened, ...written].toSorted((one, other) => one.at.localeCompare(other.at))
  return (
    <ol class="history">
      {entries.map(({ at, text }) => (
        <li>
          <time datetime={at}>{localTime(at, region.timeZone, language)}</time>
          {text}
        </li>
      ))}
    </ol>
  )
}

/** An event in a line; undefined where it is not for this reader. */
export function lineOf(
  region: Region,
  language: Language,
  state: HistoryProps['state'],
  event: CaseEvent,
  reader: HistoryProps['reader'],
) {
  return reader === 'official'
    ? forOfficials(region, language, state, event)
    : forResident(region, language, state, event)
}

/** Who was told what, and when; a mail that waits says until when. The citizen has no name here. */
function told(
  region: Region,
  language: Language,
  state: HistoryProps['state'],
  notice: NoticeRecord,
  events: readonly CaseEvent[],
): Entry {
  const say = deadlineWords[language]
  const event = events[notice.seq - 1]
  const text = mailWordsFor(language, state)
  const known = event && notice.kind in text.kinds
  const kind = known ? headingOf({ event, region, language }, notice.kind as NoticeKind, text) : notice.kind
  const line = `${say.mail} — ${who(region, language, notice.recipient)}: ${kind}`
  if (notice.status === 'waiting' && notice.until)
    return { at: notice.claimedAt, text: `${line} (${say.waits(localTime(notice.until, region.timeZone, language))})` }
  const at = notice.endedAt ?? notice.claimedAt
  const failed = cameBack(events, notice.seq, notice.recipient) ? say.cameBack : say.notSent
  return { at, text: notice.status === 'sent' && failed === say.notSent ? line : `${line} (${failed})` }
}

/** A contact by name and position. */
export function who(region: Region, language: Language, recipient: string): string {
  if (recipient === 'citizen') return words[language].citizen
  const contact = contactOf(region, recipient)
  return contact ? [contact.name, contact.position].filter(Boolean).join(', ') : recipient
}

function failedMail(region: Region, language: Language, event: EventOf<'undelivered'>): string[] {
  const { failedMail: failed, askedInstead } = words[language]
  const { recipient, why, contact } = event
  const line = `${who(region, language, recipient)} — ${failed[why === 'bounce' && isDead(event) ? 'dead' : why]}`
  return contact ? [line, askedInstead(whom(region, language, event))] : [line]
}

interface Asked {
  readonly to?: Reminded
  readonly contact?: string
  readonly insteadOf?: Reminded
}

/** "руководителю: Иванов, начальник (вместо заместителя)". */
function whom(region: Region, language: Language, { to, contact, insteadOf }: Asked): string {
  const { standing, insteadOf: instead } = deadlineWords[language]
  const name = [to && standing[to], contact && who(region, language, contact)].filter(Boolean).join(': ')
  return insteadOf ? `${name} (${instead[insteadOf]})` : name
}

/** "принятие в работу — руководителю: Иванов, начальник". */
function reminder(
  region: Region,
  language: Language,
  state: HistoryProps['state'],
  event: EventOf<'warned' | 'missed' | 'escalated'>,
): string {
  const clock = wordsFor(language, state).clocks[event.clock]
  return event.type === 'missed' ? clock : `${clock} — ${whom(region, language, event)}`
}

/** Who decided that deadlines move, by which rules, and each of them: from when to when. */
function rescheduling(region: Region, language: Language, { by, version, moved }: EventOf<'rescheduled'>): string {
  const say = deadlineWords[language]
  const time = (iso: string) => localTime(iso, region.timeZone, language)
  const lines = moved.map(({ clock, from, to }) => say.rescheduled(words[language].clocks[clock], time(from), time(to)))
  return [...(by.id ? [say.by(who(region, language, by.id))] : []), say.version(version), ...lines].join('; ')
}

function forResident(region: Region, language: Language, state: HistoryProps['state'], event: CaseEvent) {
  const name = publicName(event)
  if (!name) return undefined
  return [wordsFor(language, state).track.events[name], ...plainly(region, language, event)].join(': ')
}

function forOfficials(region: Region, language: Language, state: HistoryProps['state'], event: CaseEvent) {
  if (event.type === 'link_requested') return undefined
  const text = wordsFor(language, state)
  const more = plainly(region, language, event)
  if ('reason' in event && event.reason && !more.includes(event.reason)) more.push(event.reason)
  if ('suggestion' in event && event.suggestion) more.push(`${text.review.suggestion}: ${event.suggestion}`)
  if (event.type === 'noted') more.push(event.text)
  if (event.type === 'undelivered') more.push(...failedMail(region, language, event))
  if ('clock' in event) more.push(reminder(region, language, state, event))
  if (event.type === 'rescheduled') more.push(rescheduling(region, language, event))
  if (event.type === 'rated') more.push(text.rating(event.score, event.solved))
  return [
    text.events[event.type],
    more.map((one, index) => (index < more.length - 1 ? one.replace(/\.$/, '') : one)).join('. '),
  ]
    .filter(Boolean)
    .join(': ')
}

/** What everybody may know of an event besides its name. */
function plainly(region: Region, language: Language, event: CaseEvent): string[] {
  if ('organisation' in event) return [organisationName(region, event.organisation, language)]
  if (event.type === 'extended') return [localTime(event.due, region.timeZone, language)]
  return (event.type === 'rejected' || event.type === 'erasure_refused') && event.reason ? [event.reason] : []
}
