// Measures how far routing by text alone agrees with labelled messages. Pure: rows in, numbers and lines out, never a
// text. Coverage and precision are kept apart, because a message left to a person is not a mistake. Called by npm run
// replay and routing-report.ts.
import { type Missing, routeMessage, type RoutingInput } from '../functions/routing/route-message.ts'
import type { Region } from '../regions/schema.ts'
import { groupsOfCategory, topicOfColumn } from './routing-columns-46.ts'

export interface LabelledMessage {
  readonly text: string
  readonly topic: string
  readonly category: string
  readonly responsible: string
}

export interface Share {
  right: number
  of: number
}

export interface Agreement {
  readonly rows: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly placeKnown: number
  /** Of the places known from the text, where the column's body serves one place as well. */
  readonly place: Share
  readonly category: Share
  readonly topic: Share
  /** The very body of the column. */
  readonly body: Share
  /** The body or another of the same municipality: a city's committees hand such messages to each other. */
  readonly authority: Share
  readonly confusions: ReadonlyArray<readonly [pair: string, times: number]>
}

/** Season plays no part: the messages have no dates. */
const NO_DATE = ''

/**
 * Routes every message and counts. With `placeGiven` the sender names the municipality of the body in the column, as a
 * form or a map would; without it the text is all there is. Of the citizens who are asked what is missing, the share `answers`
 * says what the columns say, where that is among the choices.
 */
export function compare(
  region: Region,
  rows: readonly LabelledMessage[],
  { placeGiven = false, answers = 0 } = {},
): Agreement {
  const outcomes: Record<string, number> = {}
  const confusions = new Map<string, number>()
  const share = (): Share => ({ right: 0, of: 0 })
  const result = { place: share(), category: share(), topic: share(), body: share(), authority: share() }
  let placeKnown = 0
  let asked = 0
  for (const row of rows) {
    const answered = region.organisations.find(({ name }) => name['ru'] === row.responsible.trim())
    const given = placeGiven && answered?.municipality ? { municipality: answered.municipality } : {}
    const input: RoutingInput = { text: row.text, date: NO_DATE, ...given }
    let routing = routeMessage(region, input)
    if (routing.outcome === 'triage' && routing.missing) {
      asked += 1
      const said = isDrawn(asked, answers) && truthOf(region, row, routing.missing)
      if (said) routing = routeMessage(region, { ...input, said })
    }
    const outcome = routing.outcome === 'routed' ? 'routed' : routing.why
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    if (routing.municipality !== undefined) {
      placeKnown += 1
      if (answered?.municipality) count(result.place, answered.municipality === routing.municipality)
    }
    if (routing.topic !== undefined) {
      const expected = topicOfColumn(row.topic)
      count(result.category, groupsOfCategory[Number(row.category)]?.includes(routing.topic.split('.')[0]!) ?? false)
      count(result.topic, expected === routing.topic)
      const pair = `${expected ?? '(not in the file)'} → ${routing.topic}`
      if (expected !== routing.topic) confusions.set(pair, (confusions.get(pair) ?? 0) + 1)
    }
    if (routing.outcome !== 'routed') continue
    const chosen = region.organisations.find(({ id }) => id === routing.organisation)!
    const same = chosen.id === answered?.id
    count(result.body, same)
    count(
      result.authority,
      same || (chosen.municipality !== undefined && chosen.municipality === answered?.municipality),
    )
  }
  const sorted = [...confusions].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  return { rows: rows.length, outcomes, placeKnown, ...result, confusions: sorted }
}

/** Every second for 0.5, evenly: the `ordinal`th (from 1) of all. */
export function isDrawn(ordinal: number, share: number): boolean {
  return Math.floor(ordinal * share) > Math.floor((ordinal - 1) * share)
}

/** What a citizen would say who knows what the file knows; undefined where it does not tell all that is missing. */
export function truthOf(
  region: Region,
  row: Pick<LabelledMessage, 'topic' | 'responsible'>,
  { topic: topics, place }: Missing,
): { topic?: string; municipality?: string } | undefined {
  const topic = topicOfColumn(row.topic)
  const municipality = region.organisations.find(({ name }) => name['ru'] === row.responsible.trim())?.municipality
  const isTopic = topic && (topics?.length ? topics.includes(topic) : region.topics.some(({ id }) => id === topic))
  if ((topics && !isTopic) || (place && !municipality)) return undefined
  return { ...(topics && topic && { topic }), ...(place && municipality && { municipality }) }
}

/** The figures as lines to print. */
export function linesOf({ rows, outcomes, placeKnown, ...shares }: Agreement): string[] {
  const percent = (part: number, whole: number) =>
    (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`).padStart(7)
  const line = (name: string, { right, of }: Share) =>
    `  ${name.padEnd(30)} covered ${percent(of, rows)}   right of these ${percent(right, of)}   (${right} of ${of})`
  const whys = Object.entries(outcomes).sort((a, b) => b[1] - a[1])
  return [
    `${rows} messages`,
    ...whys.map(
      ([why, times]) =>
        `  ${(why === 'routed' ? why : `triage: ${why}`).padEnd(30)} ${percent(times, rows)}   (${times})`,
    ),
    `  ${'place known'.padEnd(30)} ${percent(placeKnown, rows)}   (${placeKnown})`,
    line('place, where the body has one', shares.place),
    line('category', shares.category),
    line('topic', shares.topic),
    line('responsible body', shares.body),
    line('… or of the same municipality', shares.authority),
  ]
}

function count(share: Share, right: boolean) {
  share.of += 1
  if (right) share.right += 1
}
