// Mutants that change nothing anybody could see, each with the reason. They are left out of the score; an entry that
// matches no mutant of its file any more is an error, found by `staleAmong`.
import type { Mutant } from './mutant.ts'

export interface Equivalent {
  readonly file: string
  /** The code as it was and as it became, as a survivor is told in .build/mutants.json; what was removed became ''. */
  readonly before: string
  readonly after: string
  /** Only on lines that contain this, where the same change is proposed at several places of the file. */
  readonly on?: string
  readonly reason: string
}

export const equivalents: readonly Equivalent[] = []

/** @param line the whole line of the source the mutant is on */
export function isEquivalent(list: readonly Equivalent[], mutant: Mutant, line: string): boolean {
  return list.some((entry) => matches(entry, mutant, line))
}

/** The entries of these files that no mutant matches. @param all every mutant of the files, not a sample */
export function staleAmong(
  list: readonly Equivalent[],
  all: readonly { readonly mutant: Mutant; readonly line: string }[],
  files: readonly string[],
): Equivalent[] {
  return list
    .filter(({ file }) => files.includes(file))
    .filter((entry) => !all.some(({ mutant, line }) => matches(entry, mutant, line)))
}

function matches(entry: Equivalent, { file, before, after }: Mutant, line: string): boolean {
  return (
    entry.file === file &&
    entry.before === before &&
    entry.after === after &&
    (entry.on === undefined || line.includes(entry.on))
  )
}
