// Answers GET servicerequestupdates, mySociety's extension: what happened to requests in a time, from the event feed. Called by the
// handler.
import type { FeedEntry, FedType } from '../case/feed.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import type { Request } from '../edge/http.ts'
import { feedAfter, feedHead, feedStart } from '../store/feed.ts'
import { loadStates } from '../store/states.ts'
import { wholeOf } from '../../regions/languages.ts'
import { refusal } from './refusal.ts'
import type { Value } from './render.ts'
import { isVisible, type Reader } from './requests.ts'
import { timeOf } from './span.ts'
import { words } from './words.ts'

const MOST_DAYS = 31
/** Entries of the feed that are looked at; whoever gets as many asks about a shorter time. */
const MOST_LOOKED_AT = 2_000

/** What FixMyStreet calls it. An answer is not yet a repair: nothing here reads as "fixed". */
const statuses: Partial<Record<FedType, string>> = {
  received: 'open',
  triaged: 'investigating',
  assigned: 'investigating',
  accepted: 'in_progress',
  extended: 'action_scheduled',
  answer_approved: 'closed',
  answer_shared: 'closed',
  closed: 'closed',
  rejected: 'closed',
  merged: 'duplicate',
  reopened: 'open',
}

export async function getUpdates({ query, at }: Request, reader: Reader | undefined): Promise<Value> {
  const tableName = environment('TABLE_NAME')
  const region = deployedRegion()
  const wrong: string[] = []
  const isLately = !query['start_date'] && !query['end_date']
  const { from, to } = timeOf(query, at, isLately ? 1 : MOST_DAYS, wrong)
  if (wrong.length > 0) throw refusal(400, ...wrong)
  const head = await feedHead(tableName)
  if (!head) return []
  const start = await feedStart(tableName, head, new Date(from).toISOString().slice(0, 10), at)
  const entries = await feedAfter(tableName, head, start, MOST_LOOKED_AT)
  const meant = entries.filter((one) => statuses[one.type] && from <= Date.parse(one.at) && Date.parse(one.at) <= to)
  const states = await loadStates(
    tableName,
    meant.map(({ caseId }) => caseId),
  )
  const text = words[wholeOf(region.languages[0]!)]
  return meant.flatMap((entry) => {
    const state = states.get(entry.caseId)
    return state && isVisible(region, state, reader) ? [updateView(entry, text.statuses[entry.status])] : []
  })
}

function updateView({ caseId, seq, type, at }: FeedEntry, description: string): Value {
  return {
    update_id: `${caseId}.${seq}`,
    service_request_id: caseId,
    status: statuses[type]!,
    updated_datetime: at,
    description,
    media_url: null,
  }
}
