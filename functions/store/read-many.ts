// Reads items by their keys, a hundred at once: what DynamoDB leaves over is asked for again, after a pause, and what is left then is an error, so that
// whoever asked asks again. Called by whatever of the store reads many items.
import { setTimeout } from 'node:timers/promises'
import { BatchGetCommand, type BatchGetCommandOutput } from '@aws-sdk/lib-dynamodb'
import { type Key, table } from './table.ts'

/** As many as DynamoDB reads at once. */
const MANY = 100
/** Tries without anything being given. */
const VAIN = 5
/** The first pause (ms); each further one is twice as long. */
const PAUSE_MS = 50

type Item = Record<string, unknown>

/** Waits (ms). */
export type Pause = (ms: number) => Promise<void>

interface Reading {
  /** Whether what was written a moment ago has to be there, which costs twice as much. */
  readonly isConsistent: boolean
  /** Without it real time passes, as between the SDK's own tries. */
  readonly pause?: Pause
}

/** @returns those that are there, by `idOf` their key. @throws Error when some were not given in several tries */
export async function readMany(
  tableName: string,
  keys: readonly Key[],
  { isConsistent, pause = setTimeout }: Reading,
): Promise<Map<string, Item>> {
  const found = new Map<string, Item>()
  let left: Key[] = [...new Map(keys.map((key) => [idOf(key), key])).values()]
  for (let vain = 0; left.length > 0;) {
    const Keys = left.slice(0, MANY)
    const asked = { [tableName]: { Keys, ConsistentRead: isConsistent } }
    const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await table.send(
      new BatchGetCommand({ RequestItems: asked }),
    )
    for (const item of Responses?.[tableName] ?? []) found.set(idOf(item as Key), item)
    const over = (UnprocessedKeys?.[tableName]?.Keys ?? []) as Key[]
    vain = over.length < Keys.length ? 0 : vain + 1
    if (vain === VAIN) throw new Error(`Items were not given by the table: ${left.length}.`)
    if (over.length > 0) await pause(PAUSE_MS * 2 ** vain)
    left = [...left.slice(MANY), ...over]
  }
  return found
}

export function idOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`
}
