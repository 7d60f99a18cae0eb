// Finds the open cases that may be about the same: that say the same, near the point, of the same topic and place, or in like words, of the last 30 days;
// none that whoever is signed in may not see. What it reads is bounded. Called by the pages that merge cases.
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import type { Case } from '../case/case.ts'
import { metresAway } from '../case/nearby.ts'
import { open } from '../case/statuses.ts'
import { environment } from '../edge/environment.ts'
import { likeness, saysTheSame } from '../language/likeness.ts'
import { loadCaseFile } from '../store/load.ts'
import { nearbyPage } from '../store/nearby.ts'
import { type QueueList, queuePage } from '../store/queue.ts'
import { neighboursByWords } from '../store/word-neighbours.ts'
import { candidatesOf } from '../web/desk/candidates.ts'
import type { Likeness } from '../web/console/acts.ts'
import { isInScope, scopeOf } from '../web/console/scope.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import type { Visit } from '../web/visit.ts'

const DAY_MS = 86_400_000
const SINCE_DAYS = 30
/** Of each way to find them. */
const MOST_READ = 25
const MOST_SHOWN = 10
/** Texts of which so much is alike say the same. */
const ALIKE = 0.6

export interface Similar {
  readonly file: CaseFile
  readonly why: readonly Likeness[]
  /** In steps of 100 m, where both have a point. */
  readonly metres?: number
}

/** The likeliest first, at most ten. */
export async function similarTo({ file, region, request }: Visit, { signedIn }: ConsoleVisit): Promise<Similar[]> {
  const tableName = environment('TABLE_NAME')
  const { state } = file
  const since = new Date(Date.parse(request.at) - SINCE_DAYS * DAY_MS).toISOString()
  const found = await Promise.all([
    nearIds(tableName, state, request.at),
    listedIds(tableName, { file, region }),
    neighboursByWords(tableName, state.id, since.slice(0, 10), MOST_READ, request.at),
  ])
  const ids = new Set(found.flat())
  ids.delete(state.id)
  const files = await Promise.all([...ids].map((id) => loadCaseFile(tableName, id, request.at)))
  const scope = scopeOf(signedIn.staff)
  return files
    .filter((one) => one !== undefined)
    .filter((one) => isMeant(one.state, since) && isInScope(scope, one.state))
    .map((one) => compared(file, one))
    .filter(({ why }) => why.length > 0)
    .toSorted((one, other) => weightOf(other) - weightOf(one) || (one.file.state.id < other.file.state.id ? -1 : 1))
    .slice(0, MOST_SHOWN)
}

function isMeant({ status, test, receivedAt, erasedAt }: Case, since: string): boolean {
  return open.includes(status) && !test && !erasedAt && receivedAt >= since
}

async function nearIds(tableName: string, { location }: Case, at: string): Promise<string[]> {
  if (!location) return []
  const asked = { tableName, point: location, isMeant: () => true, skip: 0, limit: MOST_READ, at }
  return (await nearbyPage(asked)).cases.map(({ state }) => state.id)
}

/** Those of the same place on the lists of who has the case, or would have it, and of those who have not assigned or checked theirs. */
async function listedIds(tableName: string, { file, region }: Pick<Visit, 'file' | 'region'>): Promise<string[]> {
  const { organisation, municipality } = file.state
  const bodies = organisation ? [organisation] : candidatesOf({ file, region }).map((one) => one.organisation)
  const lists = [...new Set(bodies.map((id): QueueList => `organisation#${id}`)), 'triage', 'review'] as const
  const page = await queuePage({
    ...{ tableName, lists, limit: MOST_READ },
    isMeant: (entry) => entry.municipality === municipality,
  })
  return page.entries.map(({ caseId }) => caseId)
}

function compared({ state, ...mine }: CaseFile, file: CaseFile): Similar {
  const metres = state.location && metresAway(file.state, state.location)
  const isSamePlace = state.municipality === file.state.municipality
  const [text, other] = [{ state, ...mine }, file].map((one) => firstMessage(one)?.text ?? '') as [string, string]
  // Where both have a point and they lie apart, the same words are said of another thing.
  const isApart = state.location !== undefined && file.state.location !== undefined && metres === undefined
  const mayBeOne =
    !isApart && isSameIfKnown(state, file.state, 'municipality') && isSameIfKnown(state, file.state, 'topic')
  const saysIt = mayBeOne && saysTheSame(text, other)
  return {
    file,
    why: [
      ...(saysIt ? ['same' as const] : []),
      ...(metres === undefined ? [] : ['near' as const]),
      ...(state.topic && state.topic === file.state.topic && isSamePlace ? ['topic' as const] : []),
      ...(!saysIt && isSamePlace && likeness(text, other) >= ALIKE ? ['words' as const] : []),
    ],
    ...(metres !== undefined && { metres }),
  }
}

function isSameIfKnown(one: Case, other: Case, name: 'municipality' | 'topic'): boolean {
  return one[name] === undefined || other[name] === undefined || one[name] === other[name]
}

function weightOf({ why, metres }: Similar): number {
  return why.length + (why.includes('words') ? 1 : 0) + (why.includes('same') ? 4 : 0) - (metres ?? 0) / 1_000
}
