// How the ready choices of each version of a model fared in real use, month by month: a page, and the same as a file. It reads sums and no case. Called
// by the routes.
import type { FC } from 'hono/jsx'
import type { Language } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { type CsvCell, csvReply } from '../edge/csv.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { type LabelCounter, labelCounts } from '../statistics/labels.ts'
import { monthOf } from '../statistics/months.ts'
import { labelsSince } from '../store/labels.ts'
import { note } from '../web/console/audit.ts'
import { ConsoleLayout } from '../web/console/layout.tsx'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { choicesWords } from './choices-words.ts'

const YEARS_SHOWN = 2

export async function showChoices(visit: ConsoleVisit): Promise<Reply> {
  return html(200, document(<ChoicesPage visit={visit} rows={await rowsOf(visit)} />))
}

export async function takeChoices(visit: ConsoleVisit): Promise<Reply> {
  const { language } = visit.request
  const rows = await rowsOf(visit)
  await note(visit, { what: 'figures taken', about: `choices, ${rows.length}` })
  return csvReply('choices', [headOf(language), ...rows], language)
}

/** The newest month first. */
async function rowsOf({ region, request: { at, language } }: ConsoleVisit): Promise<CsvCell[][]> {
  const [year = '', month = ''] = monthOf(calendarOf(region).dateOf(Date.parse(at))).split('-')
  const counters = await labelsSince(environment('TABLE_NAME'), `${Number(year) - YEARS_SHOWN}-${month}`)
  return counters.toReversed().map((one) => rowOf(one, language))
}

function rowOf({ month, model, counts }: LabelCounter, language: Language): CsvCell[] {
  const of = (name: (typeof labelCounts)[number]) => counts[name] ?? 0
  const fated = of('aloneKept') + of('aloneChanged')
  return [
    ...[month, model ?? choicesWords[language].byWords],
    ...[share(of('first'), of('offered')), share(of('among'), of('offered')), share(of('aloneKept'), fated)],
    ...labelCounts.map(of),
  ]
}

/** Of those whose fate is known, where that is asked. */
function share(part: number, whole: number): CsvCell {
  return whole === 0 ? '' : Number(((100 * part) / whole).toFixed(1))
}

function headOf(language: Language): string[] {
  const { month, version, firstShare, amongShare, aloneShare, columns } = choicesWords[language]
  return [month, version, firstShare, amongShare, aloneShare, ...labelCounts.map((name) => columns[name])]
}

const ChoicesPage: FC<{ visit: ConsoleVisit; rows: readonly (readonly CsvCell[])[] }> = ({ visit, rows }) => {
  const { language } = visit.request
  const text = choicesWords[language]
  return (
    <ConsoleLayout visit={visit} title={text.title} ownStyle={style}>
      <p>{text.intro}</p>
      {rows.length === 0 ? (
        <p class="note">{text.none}</p>
      ) : (
        <>
          <div class="wide" role="region" aria-label={text.title} tabindex={0}>
            <table>
              <thead>
                <tr>
                  {headOf(language).map((one) => (
                    <th scope="col">{one}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([month, ...cells]) => (
                  <tr>
                    <th scope="row">{month}</th>
                    {cells.map((cell) => (
                      <td>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>
            <a href={urlOf(visit, 'figures/choices-table')} download>
              {text.asFile}
            </a>
          </p>
        </>
      )}
    </ConsoleLayout>
  )
}

const style = `
.wide{overflow-x:auto}.wide th,.wide td{overflow-wrap:normal;word-wrap:normal;min-width:5rem}.wide td{text-align:right}`
