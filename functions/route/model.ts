// The model that routing works with: read from the table once a container, and again within five minutes after another was put there. Called by
// route-case.ts.
import type { Model } from '../model/model.ts'
import { readModel } from '../model/read-model.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import { loadModel, modelHead } from '../store/models.ts'
import { wordVectors } from '../vectors/load.ts'

/** How old it may be (ms). */
const FRESH_MS = 5 * 60_000

interface Looked {
  readonly tableName: string
  /** ms */
  at: number
  version: string
  model: Model | undefined
}
let looked: Looked | undefined

/**
 * @param at now (ISO, UTC). @returns undefined where the region has none. One that cannot be read is counted, and routing goes on with the
 * one before it.
 */
export async function modelAt(at: string): Promise<Model | undefined> {
  const instant = Date.parse(at)
  const tableName = environment('TABLE_NAME')
  if (looked?.tableName !== tableName) looked = { tableName, at: -Infinity, version: '', model: undefined }
  const last = looked
  if (Math.abs(instant - last.at) < FRESH_MS) return last.model
  const head = await modelHead(tableName)
  last.at = instant
  if ((head?.version ?? '') === last.version) return last.model
  try {
    last.model = head?.version ? readModel(await loadModel(tableName, head), wordVectors) : undefined
    last.version = head?.version ?? ''
    log('model read', { version: last.version })
  } catch (error) {
    logError('model refused', error, { version: head?.version })
    count('ModelRefused', 1, deployedRegion(), { version: head?.version })
  }
  return last.model
}
