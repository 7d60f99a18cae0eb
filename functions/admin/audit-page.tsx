// The page of the audit: what is looked for, and what was found. Shown by audit.tsx.
import type { FC } from 'hono/jsx'
import { contactOf } from '../case/people.ts'
import { auditActs, type AuditEntry } from '../store/audit.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Input, Select } from '../web/fields.tsx'
import { addressOf, type AskedAudit, peopleFor } from './asked-audit.ts'
import { adminWords } from './words.ts'

interface AuditPageProps {
  readonly visit: ConsoleVisit
  readonly asked: AskedAudit
  readonly entries: readonly AuditEntry[]
  /** The address of the next page. */
  readonly next: string | undefined
}

export const AuditPage: FC<AuditPageProps> = ({ visit, asked, entries, next }) => {
  const { region, request } = visit
  const text = adminWords[request.language]
  return (
    <ConsoleLayout visit={visit} title={text.auditTitle} ownStyle={style}>
      <p>{text.auditIntro(region.retention.auditDays)}</p>
      <Search visit={visit} asked={asked} />
      {entries.length > 0 ? (
        <table class="audit">
          <caption>{text.auditTitle}</caption>
          <thead>
            <tr>
              {[text.when, text.who, text.what, text.caseId, text.about].map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Entry visit={visit} entry={entry} />
            ))}
          </tbody>
        </table>
      ) : (
        <p class="note">{next ? text.searching : text.nothing}</p>
      )}
      <p class="lists">
        {request.query['after'] ? <a href={urlOf(visit, addressOf(asked))}>{text.fromStart}</a> : null}{' '}
        {next ? (
          <a href={urlOf(visit, next)} rel="next">
            {text.next}
          </a>
        ) : null}
      </p>
    </ConsoleLayout>
  )
}

const Search: FC<{ visit: ConsoleVisit; asked: AskedAudit }> = ({ visit, asked }) => {
  const text = adminWords[visit.request.language]
  const people = peopleFor(visit, asked).map(({ id, name }) => ({ value: id, label: name }))
  const acts = auditActs.map((value) => ({ value, label: text.acts[value] }))
  const day = (name: 'from' | 'to') => (
    <div>
      <label for={name}>{text[name]}</label>
      <input type="date" id={name} name={name} value={asked[name]} />
    </div>
  )
  return (
    <form method="get" action={urlOf(visit, 'audit')} class="filter">
      <Select
        name="who"
        label={text.who}
        empty={text.anybody}
        groups={[{ label: '', options: people }]}
        value={asked.who}
      />
      <Select
        name="what"
        label={text.what}
        empty={text.anything}
        groups={[{ label: '', options: acts }]}
        value={asked.what}
      />
      <Input type="text" name="case" label={text.caseId} value={asked.caseId} limit={20} />
      {day('from')}
      {day('to')}
      <div>
        <label for="order">{text.order}</label>
        <select id="order" name="order">
          {(['newest', 'oldest'] as const).map((value) => (
            <option value={value} selected={asked.order === `${value} first`}>
              {text.orders[value]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{text.show}</button>
    </form>
  )
}

const Entry: FC<{ visit: ConsoleVisit; entry: AuditEntry }> = ({ visit, entry: { at, who, what, caseId, about } }) => {
  const { region, request } = visit
  const text = adminWords[request.language]
  return (
    <tr>
      <td data-label={text.when}>{secondIn(at, region.timeZone)}</td>
      <td data-label={text.who}>{contactOf(region, who)?.name ?? who}</td>
      <td data-label={text.what}>{text.acts[what]}</td>
      <td data-label={text.caseId}>{caseId ?? '—'}</td>
      <td data-label={text.about}>{about ?? '—'}</td>
    </tr>
  )
}

/** "2026-03-02 10:00:05" in a zone. */
function secondIn(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at))
}

const style = `
.filter{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:0 var(--s4);align-items:end}
.lists a{display:inline-block;min-height:44px;padding:var(--s2) 0}
@media (max-width:60rem){
.audit thead{position:absolute;left:-9999px}
.audit tr,.audit td{display:block;border:0;padding:var(--s1) 0}
.audit tr{border-top:2px solid var(--line);padding:var(--s3) 0}
.audit td:before{content:attr(data-label) ": ";color:var(--soft)}
}`
