// Citizens who answer when they are asked what is missing: who does, what they say, and a table of what it spared. Called by
// npm run replay.
import type { Region } from '../../regions/schema.ts'
import { isDrawn, truthOf } from '../routing-agreement.ts'
import type { CaseView } from './client.ts'
import type { Row } from './rows.ts'

export interface Said {
  readonly askedAt: string
  readonly topic?: string
  readonly municipality?: string
}

/** A row with its case. */
export interface Posted {
  readonly row: Row
  readonly view: CaseView
}

/**
 * What the drawn share of those asked says: what the file's columns say where they are labelled, else one of the choices,
 * drawn by the row; who cannot tell says nothing.
 * @param labelled the region by whose names the columns are read
 */
export function answersOf(posted: readonly Posted[], share: number, labelled?: Region): [id: string, said: Said][] {
  return posted
    .filter(({ view }) => view.missing)
    .filter((_, index) => isDrawn(index + 1, share))
    .flatMap(({ row, view }): [string, Said][] => {
      const said = labelled ? fromColumns(row, view, labelled) : fromChoices(row, view)
      return said ? [[view.id, { askedAt: view.missing!.askedAt, ...said }]] : []
    })
}

function fromColumns({ columns }: Row, { missing }: CaseView, region: Region) {
  const { topic, municipality } = missing!
  const asked = { ...(topic && { topic: topic.map(({ id }) => id) }), ...(municipality && { place: [] }) }
  return truthOf(region, { topic: columns['topic'] ?? '', responsible: columns['responsible'] ?? '' }, asked)
}

function fromChoices({ number }: Row, { missing }: CaseView) {
  const pick = (choices: readonly { id: string }[]) => choices[number % choices.length]!.id
  const { topic, municipality } = missing!
  return { ...(topic && { topic: pick(topic) }), ...(municipality && { municipality: pick(municipality) }) }
}

/** @param before the cases as they stood before anybody answered @param answered the ids of those whose citizen did */
export function sparedLines(before: readonly CaseView[], after: readonly CaseView[], answered: number): string[] {
  const routed = (cases: readonly CaseView[]) => cases.filter(({ organisation }) => organisation !== null).length
  const [first, then] = [routed(before), routed(after)]
  const line = (name: string, one: number | string, other: number | string) =>
    `  ${name.padEnd(28)}${String(one).padStart(9)}${String(other).padStart(9)}`
  return [
    'What is missing, asked of the citizens',
    line('', 'before', 'after'),
    line('routed without a person', first, then),
    line('waits for an operator', before.length - first, after.length - then),
    line(
      'asked what is missing',
      before.filter(({ missing }) => missing).length,
      after.filter(({ missing }) => missing).length,
    ),
    `  ${answered} answered; a person was spared ${then - first} cases of ${before.length - first}`,
  ]
}
