// What several pages of the register have: its list of pages, the figures of comments, the weeks of a place. Part of register-page.tsx, passport-page.tsx and
// place-page.tsx.
import type { FC } from 'hono/jsx'
import { organisationName, placeName } from '../../regions/names.ts'
import { localDate } from '../calendar/dates.ts'
import { within } from '../statistics/page-facts.ts'
import type { PageFigures } from '../statistics/page-figures.ts'
import type { Tension } from '../statistics/tension.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import type { Row } from './register-gather.ts'
import { percent } from './register-rows.ts'
import { registerWords } from './register-words.ts'

export const registerStyle = `
.filter{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:0 var(--s4);align-items:end}
.wide{overflow-x:auto}.wide table{min-width:44rem}.wide td.n,.wide th.n{text-align:right}.wide td.n{white-space:nowrap}
.wide td,.wide th{overflow-wrap:normal;word-wrap:normal}.wide td:nth-child(2){min-width:8rem}
.wide th[scope=row]{min-width:11rem}.wide ul,.mends{margin:0;padding-left:1.1rem}`

/** "01.03.2026" */
export function dayOf(date: string): string {
  return date.split('-').reverse().join('.')
}

/** The local date of an instant (ISO, UTC). */
export function dayAt({ region }: Pick<ConsoleVisit, 'region'>, at: string): string {
  return dayOf(localDate(Date.parse(at), region.timeZone))
}

/** "83.3", and a dash where there are too few. */
export function shown(share: number | null): string {
  return share === null ? '—' : String(percent(share))
}

/** When the last post was, or since when none is known. */
export function lastPost(visit: ConsoleVisit, { head, silent }: Pick<Row, 'head' | 'silent'>): string {
  const text = registerWords[visit.request.language]
  if (!head) return text.unknown
  return head.lastPostAt ? text.daysAgo(silent ?? 0) : text.noPostSince(dayAt(visit, head.since))
}

export const PageList: FC<{ visit: ConsoleVisit; rows: readonly Row[]; title: string }> = ({ visit, rows, title }) => {
  const { region, request } = visit
  const { language } = request
  const text = registerWords[language]
  return (
    <div class="wide" role="region" aria-label={title} tabindex={0}>
      <table>
        <thead>
          <tr>
            {[text.page, text.organisation, text.toMend].map((one) => (
              <th scope="col">{one}</th>
            ))}
            {[text.posts, text.lastPost, text.waiting, text.within(8)].map((one) => (
              <th scope="col" class="n">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={urlOf(visit, `pages/${row.page.id}`)}>{row.page.name}</a>
                <br />
                {text.networks[row.page.network]}
              </th>
              <td>
                {[
                  organisationName(region, row.page.organisation, language),
                  placeName(region, row.page.municipality, language),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </td>
              <td>{row.mends.map((mend) => text.mends[mend]).join('; ') || '—'}</td>
              <td class="n">{row.head ? row.figures.posts : '—'}</td>
              <td class="n">{lastPost(visit, row)}</td>
              <td class="n">{row.head ? row.figures.waiting : '—'}</td>
              <td class="n">{shown(row.figures.shares[8])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const Figures: FC<{ visit: ConsoleVisit; figures: PageFigures }> = ({ visit, figures }) => {
  const text = registerWords[visit.request.language]
  const lines: [string, string | number][] = [
    [text.posts, figures.posts],
    [text.waiting, figures.waiting],
    ...(figures.oldestAt ? [[text.oldest, dayAt(visit, figures.oldestAt)] satisfies [string, string]] : []),
    [text.comments, figures.toAnswer],
    [text.answered, figures.answered],
    ...within.map((hours): [string, string] => [text.within(hours), shown(figures.shares[hours])]),
    [text.median, figures.medianHours ?? '—'],
    [text.repeats, figures.repeatAuthors],
  ]
  return (
    <dl>
      {lines.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

/** Amounts, index and change of a week's messages. */
export const TensionCells: FC<{ visit: ConsoleVisit; week: Tension }> = ({ visit, week }) => {
  const text = registerWords[visit.request.language]
  const change = week.change === null ? undefined : (100 * week.change).toFixed(1)
  return (
    <>
      {[week.messages, week.high, week.critical].map((amount) => (
        <td class="n">{amount}</td>
      ))}
      <td class="n">{week.index === null ? text.few : percent(week.index)}</td>
      <td class="n">{change === undefined ? '—' : text.points(Number(change) > 0 ? `+${change}` : change)}</td>
    </>
  )
}

export const TensionHead: FC<{ visit: ConsoleVisit; first: string }> = ({ visit, first }) => {
  const text = registerWords[visit.request.language]
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {[text.messages, text.high, text.critical, text.index, text.change].map((one) => (
          <th scope="col" class="n">
            {one}
          </th>
        ))}
      </tr>
    </thead>
  )
}
