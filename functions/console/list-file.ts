// A list as a file for a spreadsheet: the cases that its page shows, all of them or none, and no more of them than a page shows. Taking one is noted.
// Called by the routes.
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import { csvReply } from '../edge/csv.ts'
import type { Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { note } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { listFileWords } from '../web/words/list-file.ts'
import { queueWords } from '../web/words/queue.ts'
import { casesOfList, type ListedState } from './cases-of-list.ts'
import { addressOf, askedList } from './filter.tsx'

/** Rows of a file: read in a second or two, and far below what a reply may weigh. */
const MOST_ROWS = 5_000

/** @throws Problem 422 where the list has more: a file is whole or there is none */
export async function takeList(visit: ConsoleVisit): Promise<Reply> {
  const { region, request } = visit
  const { language, at } = request
  const text = listFileWords[language]
  const { columns } = queueWords[language]
  const asked = askedList(visit)
  const { cases, isMore } = await casesOfList(visit, asked, MOST_ROWS)
  if (isMore) throw new Problem(422, 'too-many-rows', text.tooMany(MOST_ROWS))
  const zone = region.timeZone
  const head = [
    ...[columns.number, columns.topic, columns.place, columns.responsible],
    ...[text.received(zone), text.due(zone), text.late, columns.channel],
  ]
  const rows = cases.map((one) => rowOf(visit, one))
  await note(visit, { what: 'list taken', about: `${addressOf(asked)}, ${rows.length} × ${head.length}`.slice(0, 200) })
  return csvReply(`${asked.list}-${at.slice(0, 10)}`, [head, ...rows], language)
}

function rowOf({ region, request: { language, at } }: ConsoleVisit, { state, due }: ListedState) {
  const text = queueWords[language]
  return [
    ...[state.id, topicName(region, state.topic, language), placeName(region, state.municipality, language)],
    organisationName(region, state.organisation, language),
    ...[minuteIn(state.receivedAt, region.timeZone), due ? minuteIn(due, region.timeZone) : ''],
    due !== undefined && due <= at ? listFileWords[language].yes : '',
    text.channels[state.channel],
  ]
}

/** "2026-03-02 10:00" in a zone, which spreadsheets know as a time. */
function minuteIn(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return format.format(new Date(instant))
}
