// Gives the cases of a source back in the columns of its own tables: where they stand here, and their answers. Nothing of who wrote is in it.
// Called by the routes.
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { instantOf } from '../calendar/dates.ts'
import type { Case } from '../case/case.ts'
import type { Personal } from '../case/case-file.ts'
import { sourceStages } from '../case/source.ts'
import { csvReply } from '../edge/csv.ts'
import { environment } from '../edge/environment.ts'
import type { Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { casesGiven, type Given, sourceNamed, wordsOf } from '../store/imports.ts'
import { loadCase } from '../store/load.ts'
import { loadStates } from '../store/states.ts'
import type { TableField } from '../tables/columns.ts'
import { writeSheet } from '../tables/write-xlsx.ts'
import { note } from '../web/console/audit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { queueWords } from '../web/words/queue.ts'
import { wordsFor } from '../web/words/words.ts'
import { sourceWords } from '../web/words/source.ts'
import { importWords } from './words.ts'

/** Cases of a file: read within ten seconds or so. */
const MOST_CASES = 3_000
const HANDS = 10
/** A reply of Lambda may have 6 MB, and bytes travel a third longer. */
const MOST_BYTES = 4 * 1024 * 1024

type Cell = string | number
type Said = Readonly<Partial<Record<TableField, Cell>>>

/** @throws Problem 404 without such a source, 422 where the file would not be whole */
export async function giveBack(visit: ConsoleVisit): Promise<Reply> {
  const { region, request, id } = visit
  const text = importWords[request.language]
  const { since = '', as } = request.query
  const tableName = environment('TABLE_NAME')
  const source = await sourceNamed(tableName, id)
  if (!source) throw new Problem(404, 'no-such-source', text.noSource)
  if (!/^\d{4}-\d\d-\d\d$/.test(since) || Number.isNaN(Date.parse(since)))
    throw new Problem(422, 'since', text.sinceWrong)
  const from = new Date(instantOf(since, '00:00', region.timeZone)).toISOString()
  const given = await casesGiven(tableName, id, from)
  const tooMany = new Problem(422, 'too-many-rows', text.tooManyBack(MOST_CASES))
  if (given.length > MOST_CASES) throw tooMany
  await note(visit, {
    what: 'table given back',
    about: `${id} since ${since}, ${given.length} × ${source.headings.length}`,
  })
  const fieldOf = new Map(Object.entries(source.columns).map(([field, heading]) => [heading, field as TableField]))
  const states = await statesOf(given, request.at)
  const words = await wordsOf(tableName, given, request.at)
  const saying = { region, language: request.language, at: request.at, when: minutesIn(region.timeZone) }
  const rows: Cell[][] = [[...source.headings]]
  for (const { caseId } of given) {
    const state = states.get(caseId)
    const said = state && saidOf(state, words.get(caseId), saying)
    if (said) rows.push(source.headings.map((heading) => said[fieldOf.get(heading) ?? 'name'] ?? ''))
  }
  const name = `${id}-${request.at.slice(0, 10)}`
  if (as !== 'xlsx') {
    const reply = csvReply(name, rows, request.language)
    if (Buffer.byteLength(reply.body) > MOST_BYTES) throw tooMany
    return reply
  }
  const sheet = await writeSheet(source.name.replaceAll(/[:\\/?*[\]]/g, ' ').slice(0, 31), rows)
  if (sheet.length > MOST_BYTES) throw tooMany
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
    },
    body: Buffer.from(sheet).toString('base64'),
    isBase64: true,
  }
}

/** Where the cases stand, those with an answer with its words. @param at ISO, UTC */
async function statesOf(given: readonly Given[], at: string): Promise<Map<string, Case>> {
  const tableName = environment('TABLE_NAME')
  const states = await loadStates(
    tableName,
    given.map(({ caseId }) => caseId),
    { consistent: true },
  )
  const answered = [...states.values()].filter(({ round }) => round.answer !== undefined)
  for (let from = 0; from < answered.length; from += HANDS) {
    const some = answered.slice(from, from + HANDS)
    const whole = await Promise.all(some.map(({ id }) => loadCase(tableName, id, at)))
    for (const stored of whole) if (stored) states.set(stored.state.id, stored.state)
  }
  return states
}

interface Saying {
  readonly region: Region
  readonly language: Language
  /** ISO, UTC. */
  readonly at: string
  readonly when: (instant: string | undefined) => string
}

/** What each field says of a case; names and contacts are never said. */
function saidOf(state: Case, first: Personal | undefined, { region, language, at, when }: Saying): Said {
  const { source: facts, round, clocks } = state
  const text = importWords[language]
  const own = sourceWords[language]
  const yesNo = (value: boolean | undefined) => (value === undefined ? '' : value ? text.yes : text.no)
  const { finalAnswer } = clocks
  const isLate = finalAnswer !== undefined && (finalAnswer.missed === true || (!round.answer && finalAnswer.due <= at))
  const stages = sourceStages.map((stage) => [`${stage}Due`, when(facts?.stageDue?.[stage])] as const)
  return {
    ...{ number: facts?.number ?? state.externalId ?? '', externalId: state.id, text: first?.text ?? '' },
    ...{ address: first?.address ?? '', registered: when(facts?.registeredAt ?? state.receivedAt) },
    ...{ channel: queueWords[language].channels[state.channel], topic: topicName(region, state.topic, language) },
    ...{
      group: groupName(region, state.topic, language),
      municipality: placeName(region, state.municipality, language),
    },
    organisation: state.status === 'triage' ? '' : organisationName(region, state.organisation, language),
    ...{ status: wordsFor(language, state).statuses[state.status], due: when(facts?.due ?? finalAnswer?.due) },
    ...{ stage: facts?.stage ? own.stages[facts.stage] : '', fastTrack: yesNo(facts?.fastTrack) },
    ...(Object.fromEntries(stages) as Said),
    ...{ answer: round.answer?.text ?? '', answeredAt: when(round.answer?.at), overdue: yesNo(isLate) },
    ...{ kind: round.answer?.sort ? text.sorts[round.answer.sort] : '', score: round.rating?.score ?? '' },
    ...{ solved: yesNo(round.rating?.solved), reopenings: state.reopenings, closedAt: when(state.closedAt) },
    outcome: state.outcome ? text.outcomes[state.outcome] : '',
  }
}

function groupName(region: Region, topic: string | undefined, language: Language): string {
  const group = region.topicGroups.find(({ id }) => topic?.startsWith(`${id}.`))
  return group?.name[language] ?? Object.values(group?.name ?? {})[0] ?? ''
}

/** "07.03.2026 09:05" in a zone, as the tables write it. A format takes a hundred times as long to make as to write with. */
function minutesIn(timeZone: string): (instant: string | undefined) => string {
  const digits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const format = new Intl.DateTimeFormat('ru', { timeZone, year: 'numeric', ...digits, hourCycle: 'h23' })
  return (instant) => (instant ? format.format(new Date(instant)).replace(', ', ' ') : '')
}
