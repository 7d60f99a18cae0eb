// Counts who gets how many mails on which day: what both pictures of a rehearsal are drawn from. Called by account.ts
// and npm run rehearse.
import { calendarOf } from '../../functions/calendar/calendar.ts'
import { type Letter, type Strength, strongest } from './letters.ts'
import { datesOf } from './messages.ts'
import type { Person } from './people.ts'
import type { Rehearsal } from './rehearsal.ts'

export interface Cell {
  readonly letters: readonly Letter[]
  readonly strength: Strength
}

export interface Row {
  /** None for the citizens together. */
  readonly person?: Person
  /** By local date; days without a mail are not there. */
  readonly cells: ReadonlyMap<string, Cell>
  readonly total: number
}

interface Group {
  /** None for the control centre. */
  readonly organisation?: string
  readonly rows: readonly Row[]
}

export interface Grid {
  readonly dates: readonly string[]
  readonly groups: readonly Group[]
  readonly citizens: Row
  /** People who get mails but are not shown, and people who get none. */
  readonly leftOut: number
  readonly untold: number
}

/** @param most how many people are shown: the busiest, those of one organisation together */
export function gridOf({ region, letters, people, wish }: Rehearsal, most: number): Grid {
  const byReader = Map.groupBy(letters, ({ recipient }) => recipient)
  const calendar = calendarOf(region)
  const rowOf = (own: readonly Letter[] = [], person?: Person): Row => {
    const days = [...Map.groupBy(own, ({ at }) => calendar.dateOf(at))]
    const cells = days.map(([date, all]) => [date, { letters: all, strength: strongestOf(all) }] as const)
    return { ...(person && { person }), cells: new Map(cells), total: own.length }
  }
  const told = people
    .map((person) => rowOf(byReader.get(person.id), person))
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total)
  const shown = told.slice(0, most)
  return {
    dates: datesOf(wish.span),
    groups: grouped(shown, people),
    citizens: rowOf(byReader.get('citizen')),
    leftOut: told.length - shown.length,
    untold: people.length - told.length,
  }
}

/** The control centre first, then the organisations in the order of their busiest; people in the order of the line. */
function grouped(rows: readonly Row[], people: readonly Person[]): Group[] {
  const groups = [...Map.groupBy(rows, ({ person }) => person?.organisation)].map(([organisation, own]) => ({
    ...(organisation && { organisation }),
    rows: own.toSorted((one, other) => people.indexOf(one.person!) - people.indexOf(other.person!)),
  }))
  return groups.sort((one, other) => Number('organisation' in one) - Number('organisation' in other))
}

/** Whether a month is named above a day: the first shown, unless the next month needs the room, and each first of a month. */
export function beginsMonth(dates: readonly string[], index: number): boolean {
  const isFirst = (date: string) => date.endsWith('-01')
  return index === 0 ? !dates.slice(1, 5).some(isFirst) : isFirst(dates[index]!)
}

function strongestOf(letters: readonly Letter[]): Strength {
  return strongest(letters.map(({ strength }) => strength))
}
