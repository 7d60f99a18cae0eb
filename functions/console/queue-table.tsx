// The rows of a list: what it is, where, by when, the citizen's first words with personal data masked, who has it and who looks at it now.
// Never who the citizen is. On a telephone each row is a card. Shown by the pages of the queue.
import type { FC } from 'hono/jsx'
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import type { Case } from '../case/case.ts'
import { isPaused } from '../case/clocks/clock.ts'
import { contactOf } from '../case/people.ts'
import { shorten } from '../language/shorten.ts'
import { maskPersonal } from '../language/personal.ts'
import type { Lease } from '../store/leases.ts'
import { bulkWords } from '../web/words/bulk.ts'
import { queueWords } from '../web/words/queue.ts'
import { Badge, spanOf } from './badge.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'

const FIRST_WORDS = 90

export interface QueueRow {
  readonly file: CaseFile
  /** When its list wants it done (ISO, UTC); undefined of a case that is closed. */
  readonly due: string | undefined
  readonly lease: Lease | undefined
}

interface QueueTableProps {
  readonly visit: ConsoleVisit
  readonly rows: readonly QueueRow[]
  readonly caption: string
  /** Each row has a box, for the form that stands around the table: ticked beforehand, or not. */
  readonly boxes?: 'ticked' | 'empty' | undefined
}

export const QueueTable: FC<QueueTableProps> = ({ visit, rows, caption, boxes }) => {
  const { columns } = queueWords[visit.request.language]
  return (
    <table class="queue">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row visit={visit} row={row} boxes={boxes} />
        ))}
      </tbody>
    </table>
  )
}

const Row: FC<Pick<QueueTableProps, 'visit' | 'boxes'> & { row: QueueRow }> = ({ visit, row, boxes }) => {
  const { file, due, lease } = row
  const { region, request } = visit
  const { language, at } = request
  const { state } = file
  const text = queueWords[language]
  const { columns } = text
  return (
    <tr>
      <th scope="row" data-label={columns.number}>
        {boxes ? (
          <input
            type="checkbox"
            name={`case-${state.id}`}
            value="yes"
            checked={boxes === 'ticked'}
            aria-label={bulkWords[language].tick(state.id)}
          />
        ) : null}
        <a href={urlOf(visit, `cases/${state.id}`)}>{state.id}</a>
      </th>
      <td data-label={columns.topic}>{topicName(region, state.topic, language) || '—'}</td>
      <td data-label={columns.place}>{placeName(region, state.municipality, language) || '—'}</td>
      <td data-label={columns.text}>{firstWords(file) ?? text.noText}</td>
      <td data-label={columns.responsible}>{holderOf(visit, state)}</td>
      <td data-label={columns.deadline}>
        {due ? <Badge visit={visit} due={due} waiting={isWaiting(state)} /> : text.ended}
      </td>
      <td data-label={columns.age}>{spanOf(Date.parse(at) - Date.parse(state.receivedAt), language)}</td>
      <td data-label={columns.channel}>{text.channels[state.channel]}</td>
      <td data-label={columns.open}>{lease ? leaseIn(visit, lease) : '—'}</td>
    </tr>
  )
}

function firstWords(file: CaseFile): string | undefined {
  const message = firstMessage(file)
  if (!message) return undefined
  return shorten(maskPersonal(message.text.replace(/\s+/g, ' ')), FIRST_WORDS)
}

function holderOf({ region, request: { language } }: ConsoleVisit, { status, organisation }: Case): string {
  const text = queueWords[language]
  const name = organisation ? organisationName(region, organisation, language) : ''
  if (status === 'answer_review') return [text.moderators, name].filter(Boolean).join(' · ')
  return name || text.operators
}

function isWaiting({ status, clocks }: Case): boolean {
  return status === 'clarification' && clocks.finalAnswer !== undefined && isPaused(clocks.finalAnswer)
}

function leaseIn({ region, request: { language }, signedIn }: ConsoleVisit, { holder, kind }: Lease): string {
  const text = queueWords[language]
  const name = holder === signedIn.staff.contact.id ? text.you : (contactOf(region, holder)?.name ?? holder)
  return text[kind](name)
}

/** Of a page with such a table. */
export const queueStyle = `
.lists{display:flex;flex-wrap:wrap;gap:0 var(--s4)}.lists a{min-height:44px;padding:var(--s2) 0}
.queue th a{display:inline-block;min-height:24px;white-space:nowrap}
.lists a[aria-current]{font-weight:700;text-decoration:none;color:inherit}
.queue td,.queue th{overflow-wrap:break-word;word-wrap:normal}
.badge{white-space:nowrap}.badge.late{color:var(--bad);font-weight:700}.badge.today{font-weight:700}
.filter{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:0 var(--s4);align-items:end}
.count{font-weight:700}
.queue th input{width:24px;height:24px;margin:0 var(--s2) 0 0;vertical-align:middle}
.many{display:flex;flex-wrap:wrap;align-items:center;gap:0 var(--s2)}
@media (max-width:60rem){
.queue thead{position:absolute;left:-9999px}
.queue tr,.queue td,.queue th{display:block;border:0;padding:var(--s1) 0}
.queue tr{border-top:2px solid var(--line);padding:var(--s3) 0}
.queue td:before{content:attr(data-label) ": ";color:var(--soft)}
}
`
