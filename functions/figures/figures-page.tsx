// The page of figures: what waits now, what came and went, how deadlines were kept; each a chart, its table, and a file. Shown by figures.tsx.
import type { FC } from 'hono/jsx'
import type { CsvCell } from '../edge/csv.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { may } from '../web/console/rights.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { Select } from '../web/fields.tsx'
import { listOf } from '../web/lists.ts'
import { addressOf, type Asked, figuresScope } from './asked.ts'
import { Chart, chartStyle } from './charts.tsx'
import { choicesWords } from './choices-words.ts'
import { type Period, periods } from './names.ts'
import type { Table } from './tables.ts'
import type { Waiting } from './waiting.ts'
import { figuresWords } from './words.ts'

interface FiguresPageProps {
  readonly visit: ConsoleVisit
  readonly asked: Asked
  readonly waiting: Waiting
  readonly tables: readonly Table[]
}

/** A table with more rows is folded. */
const FOLDED_FROM = 12

export const FiguresPage: FC<FiguresPageProps> = ({ visit, asked, waiting, tables }) => {
  const { region, request, signedIn } = visit
  const text = figuresWords[request.language]
  const { days } = asked
  return (
    <ConsoleLayout visit={visit} title={text.title} ownStyle={chartStyle + style}>
      <p class="standing">
        {text.waiting(waiting.total.inTime + waiting.total.late)}
        {waiting.total.late > 0 ? `, ${text.overdue.toLowerCase()} ${waiting.total.late}` : ''}
      </p>
      {waiting.isWhole ? null : <p class="note">{text.notWhole}</p>}
      <p>{text.intro(dayOf(days.from), dayOf(days.to), region.timeZone)}</p>
      {figuresScope(signedIn.staff) === 'all' ? null : <p>{text.scope}</p>}
      {may(signedIn.staff, 'see choices') ? (
        <p>
          <a href={urlOf(visit, 'figures/choices')}>{choicesWords[request.language].title}</a>
        </p>
      ) : null}
      <Choice visit={visit} asked={asked} />
      {tables.map((table) => (
        <Shown visit={visit} asked={asked} table={table} />
      ))}
    </ConsoleLayout>
  )
}

const Choice: FC<{ visit: ConsoleVisit; asked: Asked }> = ({ visit, asked }) => {
  const { region, request } = visit
  const { language } = request
  const text = figuresWords[language]
  return (
    <form method="get" action={urlOf(visit, 'figures')} class="filter">
      <div>
        <label for="period">{text.period}</label>
        <select id="period" name="period">
          {(Object.keys(periods) as Period[]).map((one) => (
            <option value={one} selected={one === asked.period}>
              {text.periods[one]}
            </option>
          ))}
        </select>
      </div>
      <Select
        name="organisation"
        label={text.organisation}
        empty={text.any}
        groups={listOf(region.organisations, language)}
        value={asked.organisation}
      />
      <Select
        name="municipality"
        label={text.place}
        empty={text.any}
        groups={listOf(region.municipalities, language)}
        value={asked.municipality}
      />
      <button type="submit">{text.show}</button>
    </form>
  )
}

const Shown: FC<{ visit: ConsoleVisit; asked: Asked; table: Table }> = ({ visit, asked, table }) => {
  const text = figuresWords[visit.request.language]
  const { name, title, head, rows } = table
  const note = text.notes[name]
  return (
    <section>
      <h2 id={name}>{title}</h2>
      {note ? <p class="hint">{note}</p> : null}
      {rows.length === 0 ? (
        <p class="note">{text.none}</p>
      ) : (
        <>
          <Chart table={table} />
          <details open={rows.length < FOLDED_FROM}>
            <summary>{text.asTable}</summary>
            <div class="wide" role="region" aria-labelledby={name} tabindex={0}>
              <table>
                <thead>
                  <tr>
                    {head.map((one) => (
                      <th scope="col">{one}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Row row={row} />
                  ))}
                </tbody>
              </table>
            </div>
          </details>
          <p>
            <a href={urlOf(visit, addressOf(asked, name))} download>
              {text.asFile(title)}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

const Row: FC<{ row: readonly CsvCell[] }> = ({ row: [name, ...amounts] }) => (
  <tr>
    <th scope="row">{/^\d{4}-\d\d-\d\d$/.test(String(name)) ? dayOf(String(name)) : name}</th>
    {amounts.map((amount) => (
      <td>{amount}</td>
    ))}
  </tr>
)

/** "01.03.2026" */
function dayOf(date: string): string {
  return date.split('-').reverse().join('.')
}

const style = `
.filter{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:0 var(--s4);align-items:end}
.wide{overflow-x:auto}.wide table{max-width:52rem}.wide th{overflow-wrap:break-word;word-wrap:normal;min-width:8rem}.wide thead th+th{min-width:5rem;white-space:normal}.wide td,.wide thead th+th{text-align:right}.wide td{white-space:nowrap}
section details:last-of-type{border-bottom:0}`
