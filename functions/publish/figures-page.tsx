// The public page of a region, of one topic in it, or of one municipality: figures in a few words, a map of the region, tables. Shown
// by the handler to anybody.
import type { Child, FC } from 'hono/jsx'
import { nameIn, placeName, topicName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import { publishedTopics } from '../case/publication.ts'
import type { Request } from '../edge/http.ts'
import type { CaseFigures } from '../statistics/case-figures.ts'
import type { DateRange } from '../statistics/months.ts'
import { document, Layout } from '../web/layout.tsx'
import { Facts } from '../web/parts.tsx'
import { answersWords } from './answers-words.ts'
import type { Cell } from './cells.ts'
import { mapStyle, RegionMap, type Shown, shown } from './map.tsx'
import { addressOf } from './opened.ts'
import { type Period, periods } from './period.ts'
import { type Rows, rowsOf, totalOf } from './tables.ts'
import { publicWords } from './words.ts'

/** What is asked for. */
export interface Asked {
  readonly period: Period
  readonly show: Shown
  readonly topic?: string
  readonly municipality?: string
}

interface FiguresProps {
  readonly region: Region
  readonly request: Request
  readonly asked: Asked
  readonly days: DateRange
  /** Of all topics that are shown, everywhere. */
  readonly cells: readonly Cell[]
  readonly topics: ReadonlySet<string>
}

/** So many topics have a row of their own: what is rare is found by its municipality. */
const TOPIC_ROWS = 15

const tableStyle = `
.wide{overflow-x:auto;margin:.5rem 0}
.wide table{border-collapse:collapse;width:100%;font-size:1rem}
.wide th,.wide td{padding:.4rem .5rem .4rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
.wide td,.wide thead th+th{text-align:right;white-space:nowrap}
.wide tbody th{font-weight:400;min-width:7rem;overflow-wrap:normal;word-wrap:normal}
.wide th a{display:inline-block;min-height:24px}`

export function figuresPage(props: FiguresProps): string {
  return document(<FiguresPage {...props} />)
}

const FiguresPage: FC<FiguresProps> = ({ region, request, asked, days, cells, topics }) => {
  const { language, base } = request
  const { topic, municipality, show } = asked
  const text = publicWords[language]
  const atLeast = region.public!.atLeast
  const answers = publishedTopics(region)
  const some = cells.filter(
    (cell) => (!topic || cell.topic === topic) && (!municipality || cell.municipality === municipality),
  )
  const total = totalOf(some, { atLeast, rows: 1 })
  const where = municipality ? placeName(region, municipality, language) : nameIn(region.name, language)
  const subject = [topic && topicName(region, topic, language), where].filter(Boolean).join(', ')
  const topicRows = topic ? undefined : rowsOf(some, 'topic', { atLeast, rows: TOPIC_ROWS })
  const placeRows = municipality ? undefined : rowsOf(some, 'municipality', { atLeast, rows: Infinity })
  const choice = queryOf(asked)
  return (
    <Layout
      region={region}
      request={request}
      title={text.title}
      findable={text.intro}
      anyone
      ownStyle={mapStyle + tableStyle}
    >
      <p class="standing">
        {subject}, {text.days(dayOf(days.from), dayOf(days.to))}
      </p>
      {municipality || topic ? (
        <p>
          <a href={`${base}/public${choice()}`}>{municipality ? text.wholeRegion : text.allTopics}</a>
        </p>
      ) : (
        <p>{text.intro}</p>
      )}
      {answers.size > 0 && (!topic || answers.has(topic)) ? (
        <p>
          <a href={base + addressOf({ topic, municipality })}>{answersWords[language].title}</a>
        </p>
      ) : null}
      <Choice asked={asked} request={request} withMap={placeRows !== undefined && region.outlines !== undefined} />
      {total ? <Facts rows={factsOf(total, text)} /> : <p class="note">{text.tooFew(atLeast)}</p>}
      {total && placeRows && region.outlines ? (
        <>
          <RegionMap region={region} rows={placeRows.shown} show={show} title={text.map(text.shown[show])} />
          <p class="hint">
            {text.mapNote} <span lang="en">{region.outlines.attribution}</span>
          </p>
        </>
      ) : null}
      {total && placeRows ? (
        <Figures
          id="places"
          title={text.byPlace}
          head={text.place}
          nameOf={(id) =>
            id ? <a href={`public/${id}${choice()}`}>{placeName(region, id, language) || id}</a> : text.placeUnknown
          }
          rest={text.rest.municipality}
          rows={placeRows}
          text={text}
        />
      ) : null}
      {total && topicRows ? (
        <Figures
          id="topics"
          title={text.byTopic}
          head={text.topic}
          nameOf={(id) => {
            const name = topicName(region, id!, language)
            return municipality ? name : <a href={choice({ topic: id! })}>{name}</a>
          }}
          rest={text.rest.topic}
          rows={topicRows}
          text={text}
        />
      ) : null}
      {text.rules(atLeast, topics.size, region.topics.length).map((rule) => (
        <p class="hint">{rule}</p>
      ))}
    </Layout>
  )
}

type Text = (typeof publicWords)['ru']

/** The part of an address that keeps what was chosen. Rows lead on by it alone, so that a long list stays small. */
function queryOf({ period, show }: Asked) {
  return (more: Readonly<Record<string, string>> = {}) => {
    const kept = { ...(period !== periods[0] && { period }), ...(show !== shown[0] && { show }), ...more }
    const query = new URLSearchParams(kept).toString()
    return query && `?${query}`
  }
}

/** The choice of days, sent as an address that can be kept and passed on. */
const Choice: FC<{ asked: Asked; request: Request; withMap: boolean }> = ({ asked, request, withMap }) => {
  const text = publicWords[request.language]
  const path = `${request.base}/public${asked.municipality ? `/${asked.municipality}` : ''}`
  return (
    <form method="get" action={path}>
      <label for="period">{text.period}</label>
      <select id="period" name="period">
        {periods.map((one) => (
          <option value={one} selected={one === asked.period}>
            {text.periods[one]}
          </option>
        ))}
      </select>
      {withMap ? (
        <>
          <label for="show">{text.onMap}</label>
          <select id="show" name="show">
            {shown.map((one) => (
              <option value={one} selected={one === asked.show}>
                {text.shown[one]}
              </option>
            ))}
          </select>
        </>
      ) : null}
      {asked.topic ? <input type="hidden" name="topic" value={asked.topic} /> : null}
      <button>{text.submit}</button>
    </form>
  )
}

interface TableProps {
  readonly id: string
  readonly title: string
  readonly head: string
  readonly rest: string
  readonly rows: Rows
  readonly text: Text
  readonly nameOf: (id: string | null) => Child
}

/** Wider than a telephone it is moved by itself, by touch and by keys. */
const Figures: FC<TableProps> = ({ id, title, head, rest, rows, text, nameOf }) => {
  const row = (name: Child, { received, solved, open, medianHours }: CaseFigures) => (
    <tr>
      <th scope="row">{name}</th>
      <td>{received}</td>
      <td>{solved}</td>
      <td>{open}</td>
      <td>{medianHours === null ? '—' : text.hours(medianHours)}</td>
    </tr>
  )
  return (
    <>
      <h2 id={id}>{title}</h2>
      <div class="wide" role="region" aria-labelledby={id} tabindex={0}>
        <table>
          <thead>
            <tr>
              {[head, text.received, text.solved, text.open, text.median].map((one) => (
                <th scope="col">{one}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.shown.map((one) => row(nameOf(one.id), one))}
            {rows.rest ? row(rest, rows.rest) : null}
          </tbody>
        </table>
      </div>
    </>
  )
}

function factsOf(total: CaseFigures, text: Text) {
  const { received, solved, open, unanswered, reopened, medianHours, meanScore, rated } = total
  return [
    [text.received, received],
    [text.solved, solved],
    [text.open, open],
    [text.unanswered, unanswered],
    [text.reopened, reopened],
    [text.median, medianHours === null ? '' : text.hours(medianHours)],
    [text.stars, meanScore === null ? '' : text.starsOf(meanScore, rated)],
  ] as const
}

/** "01.03.2026" */
function dayOf(date: string): string {
  return date.split('-').reverse().join('.')
}
