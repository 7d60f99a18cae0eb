// What waits within somebody's scope, from the keys of the lists alone: on which list, whether it is late, and since when, which the number of a case
// says. Called by figures.tsx.
import type { Region } from '../../regions/schema.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { queueEntries, type QueueEntry, type QueueList } from '../store/queue.ts'
import { isInScope, type Scope } from '../web/console/scope.ts'
import type { Asked } from './asked.ts'
import { type Age, ages, type Standing, standings } from './names.ts'

export interface Waiting {
  /** By who is to act. */
  readonly by: Readonly<Record<Standing, Waited>>
  readonly aged: Readonly<Record<Age, Waited>>
  readonly total: Waited
  /** Not of all: there are more than are counted. */
  readonly isWhole: boolean
}

interface Waited {
  readonly inTime: number
  readonly late: number
}

const DAY_MS = 86_400_000
/** So many are counted; a region with more has other worries. */
const MOST = 5_000

/** @param at the instant of the request (ISO, UTC) */
export async function waitingNow(
  tableName: string,
  region: Region,
  asked: Asked,
  scope: Scope | 'all',
  at: string,
): Promise<Waiting> {
  const { organisation, municipality } = asked
  const isMeant = (entry: QueueEntry) =>
    isInScope(scope, entry) &&
    (!organisation || entry.organisation === organisation) &&
    (!municipality || entry.municipality === municipality)
  const own = region.organisations.map(({ id }): QueueList => `organisation#${id}`)
  const lists: QueueList[] = ['triage', 'moderation', 'review', ...own]
  const { entries, isWhole } = await queueEntries({ tableName, lists, isMeant, most: MOST })
  const today = calendarOf(region).dateOf(Date.parse(at))
  const sum = (meant: (entry: QueueEntry) => boolean): Waited => {
    const some = entries.filter(meant)
    const late = some.filter(({ due }) => due <= at).length
    return { inTime: some.length - late, late }
  }
  const standingOf = ({ list }: QueueEntry) => standings.find((name) => name === list) ?? 'organisation'
  const ageOf = (entry: QueueEntry) => {
    const days = (Date.parse(today) - Date.parse(receivedOn(entry.caseId))) / DAY_MS
    return ages.find(({ below }) => days < below)!.name
  }
  return {
    by: byName(standings, (name) => sum((entry) => standingOf(entry) === name)),
    aged: byName(
      ages.map(({ name }) => name),
      (name) => sum((entry) => ageOf(entry) === name),
    ),
    ...{ total: sum(() => true), isWhole },
  }
}

function byName<Name extends string>(names: readonly Name[], of: (name: Name) => Waited) {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Waited>
}

/** The local date in a case's number: "95-260302-7K4QF". */
function receivedOn(caseId: string): string {
  const [, year, month, day] = /^\d+-(\d\d)(\d\d)(\d\d)-/.exec(caseId) ?? []
  return `20${year}-${month}-${day}`
}
