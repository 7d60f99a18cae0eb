// The search of the console: what is typed is sent as a form and comes back sealed in the page's address, because it may name a citizen. A
// search for a person is noted in the audit before anything is shown. Called by the routes.
import type { FC } from 'hono/jsx'
import * as z from 'zod/mini'
import { calendarOf } from '../calendar/calendar.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { entriesOf, listedIn } from '../case/worklist.ts'
import { caseIdPattern } from '../case/ids.ts'
import { leasesOf } from '../store/leases-of.ts'
import { note } from '../web/console/audit.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { may } from '../web/console/rights.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Day, Input, Select } from '../web/fields.tsx'
import { day, type FormErrors, readForm, written } from '../web/forms.ts'
import { document } from '../web/layout.tsx'
import { listOf } from '../web/lists.ts'
import { ErrorSummary } from '../web/parts.tsx'
import { goTo } from '../web/see-other.ts'
import { consoleWords } from '../web/words/console.ts'
import { queueWords } from '../web/words/queue.ts'
import { searchWords } from '../web/words/search.ts'
import { words, wordsFor } from '../web/words/words.ts'
import { type Asked, caseNumberIn, findCases, type FoundPage, isPerson } from './find.ts'
import { type QueueRow, queueStyle, QueueTable } from './queue-table.tsx'
import { seal, unseal } from './sealed.ts'

const LONGEST = 200
/** No case came before. */
const FIRST_DAY = '2020-01-01'

const form = z.object({
  q: written(LONGEST),
  from: z.union([z.literal(''), day]),
  to: z.union([z.literal(''), day]),
  municipality: z.string().check(z.regex(/^[a-z0-9-]{0,80}$/)),
})

/** What an address carries. */
interface Sealed {
  readonly asked: Asked
  readonly after?: string
}

/** The form, or what was found: by a sealed question, or of the citizen of a case (`of`). */
export async function showSearch(visit: ConsoleVisit): Promise<Reply> {
  const { request, signedIn } = visit
  const { s, of = '' } = request.query
  if (caseIdPattern.test(of) && request.method === 'GET') return lead(visit, { q: '', sameAs: of })
  if (s === undefined) return html(200, page(visit, {}))
  const sealed = unseal(signedIn.secret, s) as Sealed | undefined
  if (!sealed) throw new Problem(400, 'cursor-mismatch', searchWords[request.language].wrongAddress)
  const { asked, after } = sealed
  const found = await findCases(visit, asked, after)
  return html(200, page(visit, { asked, found, rows: await rowsOf(visit, found) }))
}

/** Reads the form and leads to what is found. */
export async function search(visit: ConsoleVisit): Promise<Reply> {
  const { fields, region, request } = visit
  const read = readForm(form, fields, words[request.language])
  const isPlace = (id: string) => !id || region.municipalities.some((one) => one.id === id)
  if ('errors' in read || !isPlace(read.data.municipality)) {
    const errors: FormErrors = 'errors' in read ? read.errors : { municipality: words[request.language].choose }
    return html(422, page(visit, { asked: fields as Partial<Asked> as Asked, errors }))
  }
  const { q, from, to, municipality } = read.data
  return lead(visit, { q, ...(from && { from }), ...(to && { to }), ...(municipality && { municipality }) })
}

/** Leads to the page of a question; a case whose number was typed opens at once, if it is one of theirs. */
async function lead(visit: ConsoleVisit, asked: Asked): Promise<Reply> {
  const { signedIn } = visit
  if ((asked.sameAs ?? isPerson(asked.q)) && may(signedIn.staff, 'find persons'))
    await note(visit, { what: 'person searched', ...(asked.sameAs && { caseId: asked.sameAs }) })
  const number = caseNumberIn(asked.q)
  if (number) {
    const { files } = await findCases(visit, { q: number }, undefined)
    if (files.length > 0) return goTo(urlOf(visit, `cases/${number}`))
  }
  return goTo(urlOf(visit, addressOf(signedIn.secret, { asked })))
}

function addressOf(secret: string, sealed: Sealed): string {
  return `search?s=${seal(secret, sealed)}`
}

async function rowsOf({ request }: ConsoleVisit, { files }: FoundPage): Promise<QueueRow[]> {
  const ids = files.map(({ state }) => state.id)
  const leases = await leasesOf(environment('TABLE_NAME'), ids, request.at)
  return files.map((file): QueueRow => {
    const [on] = entriesOf(file.state)
    return { file, due: on && listedIn(on.workDue).due, lease: leases.get(file.state.id) }
  })
}

interface SearchPageProps {
  readonly asked?: Asked
  readonly errors?: FormErrors
  readonly found?: FoundPage
  readonly rows?: readonly QueueRow[]
}

function page(visit: ConsoleVisit, props: SearchPageProps): string {
  return document(<SearchPage visit={visit} {...props} />)
}

const SearchPage: FC<SearchPageProps & { visit: ConsoleVisit }> = ({ visit, asked, errors = {}, found, rows = [] }) => {
  const { request, signedIn } = visit
  const { language } = request
  const text = searchWords[language]
  const wrong = Object.keys(errors).length > 0
  const next = found?.next && asked && addressOf(signedIn.secret, { asked, after: found.next })
  return (
    <ConsoleLayout visit={visit} title={consoleWords[language].search} wrong={wrong} ownStyle={queueStyle}>
      <ErrorSummary errors={errors} language={language} names={{ q: text.what, from: text.from, to: text.to }} />
      <SearchForm visit={visit} asked={asked} errors={errors} />
      {found && asked ? (
        <section role="status">
          <h2>{asked.sameAs ? text.samePerson(asked.sameAs) : text.found(asked.q)}</h2>
          {rows.length > 0 ? <p class="hint">{text.order}</p> : <p class="note">{emptyWords(visit, found)}</p>}
        </section>
      ) : null}
      {rows.length > 0 ? <QueueTable visit={visit} rows={rows} caption={text.found(asked?.q ?? '')} /> : null}
      {next ? (
        <p class="lists">
          <a href={urlOf(visit, next)} rel="next">
            {text.older}
          </a>
        </p>
      ) : null}
    </ConsoleLayout>
  )
}

function emptyWords({ region, request }: ConsoleVisit, { kind, next }: FoundPage): string {
  const text = searchWords[request.language]
  if (kind === 'persons') return text.notPersons
  if (kind === 'common') return text.tooCommon
  if (kind === 'words' && !region.search.words) return text.wordsOff
  return next ? text.noneSoFar : text.none
}

const SearchForm: FC<{ visit: ConsoleVisit; asked: Asked | undefined; errors: FormErrors }> = ({
  visit,
  asked,
  errors,
}) => {
  const { region, request, signedIn } = visit
  const { language } = request
  const text = searchWords[language]
  const today = calendarOf(region).dateOf(Date.parse(request.at))
  const field = (name: 'q' | 'from' | 'to' | 'municipality') => ({ name, value: asked?.[name], error: errors[name] })
  return (
    <form method="post" action={urlOf(visit, 'search')} class="filter" role="search" novalidate>
      <Input
        {...field('q')}
        type="text"
        label={text.what}
        hint={may(signedIn.staff, 'find persons') ? text.hints.all : text.hints.own}
        limit={LONGEST}
      />
      <Day {...field('from')} label={text.from} first={FIRST_DAY} last={today} />
      <Day {...field('to')} label={text.to} first={FIRST_DAY} last={today} />
      <Select
        {...field('municipality')}
        label={wordsFor(language, { regime: 'message' }).place}
        empty={queueWords[language].any}
        groups={listOf(region.municipalities, language)}
      />
      <button type="submit">{text.find}</button>
    </form>
  )
}
