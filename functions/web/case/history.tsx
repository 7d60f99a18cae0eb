// What happened to a case, in lines by time. Shown on every page of a case, with the lines that its reader may know.
import type { FC } from 'hono/jsx'
import type { PageLanguage, Region } from '../../../regions/schema.ts'
import { organisationName } from '../../../regions/names.ts'
import { localTime } from '../../calendar/local-time.ts'
import { callWords } from '../words/call.ts'
import type { Case } from '../../case/case.ts'
import type { CaseEvent } from '../../case/events.ts'

export interface Reading {
  readonly region: Region
  readonly language: PageLanguage
  readonly state: Pick<Case, 'regime'>
}

/** An event in a line; undefined where it is not for this reader. */
export type LineOf = (event: CaseEvent, reading: Reading) => string | undefined

export interface Entry {
  readonly at: string
  readonly text: string
}

type HistoryProps = Reading & {
  readonly events: readonly CaseEvent[]
  readonly lineOf: LineOf
}

/** From the first event on, as a citizen reads it. */
export const History: FC<HistoryProps> = ({ events, lineOf, ...reading }) => (
  <Entries entries={entriesOf(events, lineOf, reading)} {...reading} />
)

/** The events that are for the reader, in the order of the history. */
export function entriesOf(events: readonly CaseEvent[], lineOf: LineOf, reading: Reading): Entry[] {
  return events.flatMap((event): Entry[] => {
    const text = lineOf(event, reading)
    return text === undefined ? [] : [{ at: event.at, text }]
  })
}

export const Entries: FC<{ entries: readonly Entry[] } & Reading> = ({ entries, region, language }) => (
  <ol class="history">
    {entries.map(({ at, text }) => (
      <li>
        <time datetime={at}>{localTime(at, region.timeZone, language)}</time>
        {text}
      </li>
    ))}
  </ol>
)

/** What everybody may know of an event besides its name. */
export function plainly(event: CaseEvent, { region, language }: Reading): string[] {
  if ('organisation' in event) return [organisationName(region, event.organisation, language)]
  if (event.type === 'called') return [callWords[language].came[event.outcome]]
  if (event.type === 'extended') return [localTime(event.due, region.timeZone, language)]
  return (event.type === 'rejected' || event.type === 'erasure_refused') && event.reason ? [event.reason] : []
}
