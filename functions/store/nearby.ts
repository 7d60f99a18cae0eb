// Reads the open cases around a point from a sparse index that names nothing but cases. An index is late: each case is read itself, and
// is found only if it still belongs there. No decision is taken from it. Called by the citizens' form.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Case } from '../case/case.ts'
import { cellsAround, metresAway, nearbyEntry, topicIn } from '../case/nearby.ts'
import type { Point } from '../routing/outline.ts'
import { loadCase } from './load.ts'
import { NEARBY_INDEX, table } from './table.ts'

export interface Nearby {
  readonly state: Case
  /** In steps of 100 m. */
  readonly metres: number
}

export interface NearbyPage {
  readonly cases: readonly Nearby[]
  /** How many of the index were passed: a page after them begins there. Undefined where nothing is left. */
  readonly next?: number
}

interface Looking {
  readonly tableName: string
  readonly point: Point
  /** Whether cases of a topic may be shown, and are looked for. */
  readonly isMeant: (topic: string) => boolean
  readonly skip: number
  readonly limit: number
  /** The instant of the request (ISO, UTC). */
  readonly at: string
}

/** A page of those around a point, by topic, the oldest first. What was shut meanwhile is left out, so that it may be short. */
export async function nearbyPage({ tableName, point, isMeant, skip, limit, at }: Looking): Promise<NearbyPage> {
  const found = await Promise.all(cellsAround(point).map((cell) => keysIn(tableName, cell)))
  const meant = found
    .flat()
    .filter(({ order }) => isMeant(topicIn(order)))
    .toSorted((one, other) => (one.order + one.caseId < other.order + other.caseId ? -1 : 1))
  const listed = meant.slice(skip, skip + limit)
  const stored = await Promise.all(listed.map(({ caseId }) => loadCase(tableName, caseId, at)))
  const cases = stored.flatMap((one): Nearby[] => {
    const topic = one && nearbyEntry(one.state) && one.state.topic
    const metres = one && metresAway(one.state, point)
    return topic && isMeant(topic) && metres !== undefined ? [{ state: one.state, metres }] : []
  })
  return { cases, ...(meant.length > skip + limit && { next: skip + limit }) }
}

interface Listed {
  readonly caseId: string
  readonly order: string
}

/** Every key of a cell: some hundred bytes each, so that thousands come at once. */
async function keysIn(tableName: string, cell: string): Promise<Listed[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: NEARBY_INDEX,
      KeyConditionExpression: 'cell = :cell',
      ExpressionAttributeValues: { ':cell': cell },
    }),
  )
  return Items.map(({ pk, cellOrder }) => ({ caseId: String(pk).slice(2), order: String(cellOrder) }))
}
