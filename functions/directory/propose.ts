// What a change of some entries would make of the directory, and why it may not be: mistakes by the rules of a region's file, the last
// administrator, a post for oneself. Pure. Called before a change is shown, and again before it is kept.
import { checkDirectory } from '../../regions/check-directory.ts'
import { type Changed, changedBetween, type Difference, differencesOf, entriesOf } from '../../regions/directory.ts'
import type { Entry, EntryKey } from '../../regions/directory.ts'
import type { Mistake } from '../../regions/mistakes.ts'
import type { Contact } from '../../regions/schema.ts'
import type { Standing } from './standing.ts'

/** What entries are to be; null takes one out. */
export type Edits = ReadonlyMap<EntryKey, Entry | null>

export interface Proposal {
  readonly changed: Changed
  readonly differences: readonly Difference[]
  readonly mistakes: readonly Mistake[]
  readonly refused?: 'lastAdministrator' | 'ownPost'
}

/** @param by who changes it */
export function propose({ file, entries }: Standing, edits: Edits, by: Contact): Proposal {
  const wanted = new Map(entries)
  for (const [key, entry] of edits) {
    if (entry) wanted.set(key, entry)
    else wanted.delete(key)
  }
  const changed = changedBetween(entriesOf(file), wanted)
  const differences = differencesOf(entries, wanted)
  const refused = refusalOf(entries, wanted, differences, by)
  return { changed, differences, mistakes: checkDirectory(file, changed), ...(refused && { refused }) }
}

function refusalOf(
  before: ReadonlyMap<EntryKey, Entry>,
  after: ReadonlyMap<EntryKey, Entry>,
  differences: readonly Difference[],
  by: Contact,
): Proposal['refused'] {
  if (administratorsIn(before) > 0 && administratorsIn(after) === 0) return 'lastAdministrator'
  return differences.some((one) => givesPostTo(one, by)) ? 'ownPost' : undefined
}

function administratorsIn(entries: ReadonlyMap<EntryKey, Entry>): number {
  return [...entries.keys()].filter((key) => key.startsWith('people/administrator/')).length
}

/** Whether somebody stands after it where they did not stand before: also by giving another's post their address. */
function givesPostTo({ key, before, after }: Difference, by: Contact): boolean {
  const isTheirs = (entry: Entry | null) => {
    const contact = entry as unknown as Contact | null
    return contact !== null && (contact.id === by.id || contact.email.toLowerCase() === by.email.toLowerCase())
  }
  return key.startsWith('people/') && isTheirs(after) && !isTheirs(before)
}
