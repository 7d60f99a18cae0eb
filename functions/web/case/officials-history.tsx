// What officials read of a case's past: all of it, with the actors, the notes, and who was written to. Shown on the pages of
// responders and of the control centre.
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../../regions/languages.ts'
import type { PageLanguage, Region } from '../../../regions/schema.ts'
import { topicName } from '../../../regions/names.ts'
import { localTime } from '../../calendar/local-time.ts'
import type { Actor, Reminded } from '../../case/actor.ts'
import type { CaseFile, NoticeRecord } from '../../case/case-file.ts'
import type { CaseEvent, EventOf, EventType } from '../../case/events.ts'
import { cameBack } from '../../case/notices/came-back.ts'
import { isDead } from '../../case/notices/failed-mail.ts'
import type { OfficialKind } from '../../mail/words/officials-shape.ts'
import { citizensMails as citizensMailsEn } from '../words/officials.en.ts'
import { citizensMails as citizensMailsRu } from '../words/officials.ru.ts'
import { headingOf } from '../../mail/officials-particulars.ts'
import { officialsMailWords } from '../../mail/words/officials.ts'
import { deadlineWords } from '../words/deadline.ts'
import { words, wordsFor } from '../words/words.ts'
import { Entries, entriesOf, type Entry, type LineOf, plainly, type Reading } from './history.tsx'
import { who } from './who.ts'

const citizensMails = { ru: citizensMailsRu, en: citizensMailsEn }

/** The steps of reminding, folded away with the mails. */
const reminders: readonly EventType[] = ['warned', 'escalated']

interface OfficialsHistoryProps {
  readonly file: CaseFile
  readonly region: Region
  readonly language: PageLanguage
  readonly reader: Actor
}

/**
 * What was done, the newest first, and by whom; below it, folded, who was reminded and written to. A responder reads there of their own
 * mails and the citizen's only: whom a case was told of over their head is not theirs to see.
 */
export const OfficialsHistory: FC<OfficialsHistoryProps> = ({ file, reader, ...here }) => {
  const { state, events, notices = [] } = file
  const reading = { ...here, state }
  const isOwn = reader.role !== 'responder' ? () => true : (to: string) => to === 'citizen' || to === reader.id
  const isReminder = (event: CaseEvent) => reminders.includes(event.type)
  const isHidden = (event: CaseEvent) => event.type === 'undelivered' && !isOwn(event.recipient)
  const acts = events.filter((event) => !isReminder(event) && !isHidden(event))
  const folded = [
    ...(reader.role === 'responder' ? [] : entriesOf(events.filter(isReminder), lineForOfficials, reading)),
    ...notices.filter(({ recipient }) => isOwn(recipient)).map((notice) => told(notice, events, reading)),
  ]
  return (
    <>
      <Entries {...reading} entries={entriesOf(acts, lineWithActor, reading).reverse()} />
      {folded.length > 0 ? (
        <details>
          <summary>{deadlineWords[here.language].folded(folded.length)}</summary>
          <Entries {...reading} entries={folded.toSorted((one, other) => one.at.localeCompare(other.at)).reverse()} />
        </details>
      ) : null}
    </>
  )
}

const lineWithActor: LineOf = (event, reading) => {
  const line = lineForOfficials(event, reading)
  const { id } = event.by
  return line !== undefined && id !== undefined && event.type !== 'rescheduled'
    ? `${line.replace(/\.$/, '')} — ${who(reading.region, reading.language, id)}`
    : line
}

export const lineForOfficials: LineOf = (event, reading) => {
  const { region, language, state } = reading
  if (event.type === 'link_requested' && event.by.role !== 'operator') return undefined
  const text = wordsFor(language, state)
  const more = plainly(event, reading)
  if ('reason' in event && event.reason && !more.includes(event.reason)) more.push(event.reason)
  if ('suggestion' in event && event.suggestion)
    more.push(`${officialsMailWords(language, state).official.suggestion}: ${event.suggestion}`)
  if (event.type === 'undone') more.push(text.events[event.act])
  if (event.type === 'mails_stopped' && event.scope === 'course') more.push(text.answersOnly)
  if (event.type === 'noted') more.push(event.text)
  if (event.type === 'link_requested') more.push(who(region, language, event.contact))
  if (event.type === 'passed_on') more.push(who(region, language, event.contact))
  if (event.type === 'undelivered') more.push(...failedMail(region, language, event))
  if ('clock' in event) more.push(reminder(event, reading))
  if (event.type === 'rescheduled') more.push(rescheduling(region, language, event))
  if (event.type === 'topic_corrected')
    more.push([topicName(region, event.topic, language), ...moving(region, language, event)].join('; '))
  if (event.type === 'rated') more.push(text.rating(event.score, event.solved))
  return [
    text.events[event.type],
    more.map((one, index) => (index < more.length - 1 ? one.replace(/\.$/, '') : one)).join('. '),
  ]
    .filter(Boolean)
    .join(': ')
}

/** Who was told what, and when; a mail that waits says until when. The citizen has no name here. */
function told(notice: NoticeRecord, events: readonly CaseEvent[], reading: Reading): Entry {
  const { region, language } = reading
  const say = deadlineWords[language]
  const line = `${say.mail} — ${who(region, language, notice.recipient)}: ${mailName(notice.kind, events[notice.seq - 1], reading)}`
  if (notice.status === 'waiting' && notice.until)
    return { at: notice.claimedAt, text: `${line} (${say.waits(localTime(notice.until, region.timeZone, language))})` }
  const at = notice.endedAt ?? notice.claimedAt
  const failed = cameBack(events, notice.seq, notice.recipient) ? say.cameBack : say.notSent
  return { at, text: notice.status === 'sent' && failed === say.notSent ? line : `${line} (${failed})` }
}

/** A mail by its heading; a kind that is not known any more by its name. */
export function mailName(kind: string, event: CaseEvent | undefined, { region, state, ...reading }: Reading): string {
  const language = wholeOf(reading.language)
  const toCitizen: Readonly<Record<string, string>> = citizensMails[language]
  const text = officialsMailWords(language, state)
  if (toCitizen[kind]) return toCitizen[kind]
  return event && kind in text.official.headings
    ? headingOf({ event, region, language }, kind as OfficialKind, text)
    : kind
}

function failedMail(region: Region, language: PageLanguage, event: EventOf<'undelivered'>): string[] {
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
function whom(region: Region, language: PageLanguage, { to, contact, insteadOf }: Asked): string {
  const { standing, insteadOf: instead } = deadlineWords[language]
  const name = [to && standing[to], contact && who(region, language, contact)].filter(Boolean).join(': ')
  return insteadOf ? `${name} (${instead[insteadOf]})` : name
}

/** "принятие в работу — руководителю: Иванов, начальник". */
function reminder(event: EventOf<'warned' | 'missed' | 'escalated'>, { region, language, state }: Reading): string {
  const clock = wordsFor(language, state).clocks[event.clock]
  return event.type === 'missed' ? clock : `${clock} — ${whom(region, language, event)}`
}

/** Who decided that deadlines move, by which rules, and each of them: from when to when. */
function rescheduling(region: Region, language: PageLanguage, { by, version, moved }: EventOf<'rescheduled'>): string {
  const say = deadlineWords[language]
  const whose = by.id ? [say.by(who(region, language, by.id))] : []
  return [...whose, say.version(version), ...moving(region, language, { moved })].join('; ')
}

/** Each deadline that moved: from when to when. */
function moving(
  region: Region,
  language: PageLanguage,
  { moved }: Pick<EventOf<'rescheduled' | 'topic_corrected'>, 'moved'>,
): string[] {
  const time = (iso: string) => localTime(iso, region.timeZone, language)
  return moved.map(({ clock, from, to }) =>
    deadlineWords[language].rescheduled(words[language].clocks[clock], time(from), time(to)),
  )
}
