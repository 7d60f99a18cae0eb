// Reads how many cases stand, without what happened to them and what was written in them. Called by the sweep, the list of the API and the console.
import type { Case } from '../case/case.ts'
import { unpack } from './packed.ts'
import type { Stored } from './partition.ts'
import { stateIn } from './load.ts'
import { readMany } from './read-many.ts'
import { type Key, keys } from './table.ts'
import { textsIn } from './texts.ts'

const none = new Map()

/** The states of many cases, read in hundreds, a moment old unless read consistently; those that are not there are left out. */
export async function loadStates(
  tableName: string,
  caseIds: readonly string[],
  { consistent = false } = {},
): Promise<Map<string, Case>> {
  const states = new Map<string, Case>()
  for (const snapshot of await itemsAt(tableName, caseIds.map(keys.snapshot), consistent)) {
    const state = await stateIn(tableName, snapshot, none)
    states.set(state.id, state)
  }
  return states
}

/** The same, read consistently, with the points on the map, which are kept apart, whose time is not over at an instant (ISO, UTC). */
export async function loadPlacedStates(
  tableName: string,
  caseIds: readonly string[],
  at: string,
): Promise<Map<string, Case>> {
  const snapshots = await itemsAt(tableName, caseIds.map(keys.snapshot), true)
  const apart = snapshots.flatMap((snapshot) => {
    const { id, location } = unpack(snapshot['state']) as {
      readonly id: string
      readonly location?: { readonly kept?: string }
    }
    return location?.kept === undefined ? [] : keys.texts(id, Number.parseInt(location.kept, 10))
  })
  const texts = Map.groupBy(await itemsAt(tableName, apart, true), ({ pk }) => pk)
  const states = new Map<string, Case>()
  for (const snapshot of snapshots) {
    const state = await stateIn(tableName, snapshot, textsIn(texts.get(snapshot['pk']) ?? [], at))
    states.set(state.id, state)
  }
  return states
}

async function itemsAt(tableName: string, all: readonly Key[], isConsistent: boolean): Promise<Stored[]> {
  return [...(await readMany(tableName, all, { isConsistent })).values()]
}
