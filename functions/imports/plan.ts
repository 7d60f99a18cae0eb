// The dry run: what would become of each row, by the same reading as when it is done, and by which numbers are known already. Changes
// nothing. Called by the page of a table.
import { isSameSource } from '../case/source.ts'
import { environment } from '../edge/environment.ts'
import { casesOfNumbers } from '../store/imports.ts'
import { loadStates } from '../store/states.ts'
import type { ReadRow } from './read-row.ts'

export const fates = ['new', 'changed', 'same', 'hidden', 'wrong'] as const
export type Fate = (typeof fates)[number]

export interface Planned extends ReadRow {
  readonly fate: Fate
  /** The case that its number is already. */
  readonly caseId?: string
}

export async function planFor(source: string, rows: readonly ReadRow[], withHidden: boolean): Promise<Planned[]> {
  const tableName = environment('TABLE_NAME')
  const numbers = rows.flatMap(({ taken }) => (taken ? [taken.number] : []))
  const known = await casesOfNumbers(tableName, source, numbers)
  const states = await loadStates(tableName, [...known.values()], { consistent: true })
  return rows.map((row) => {
    const caseId = known.get(row.number)
    const found = caseId === undefined ? {} : { caseId }
    if (!row.taken) return { ...row, ...found, fate: 'wrong' }
    if (row.hidden && !withHidden) return { ...row, ...found, fate: 'hidden' }
    if (caseId === undefined) return { ...row, fate: 'new' }
    return { ...row, caseId, fate: isSameSource(states.get(caseId)?.source, row.taken.facts) ? 'same' : 'changed' }
  })
}
