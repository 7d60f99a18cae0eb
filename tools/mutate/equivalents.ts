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

export const equivalents: readonly Equivalent[] = [
  {
    file: 'functions/calendar/arithmetic.ts',
    before: 'begin >= to',
    after: 'begin > to',
    reason: 'An interval of no length takes nothing from what is left.',
  },
  {
    file: 'functions/calendar/arithmetic.ts',
    before: 'last > first',
    after: 'last >= first',
    reason: 'Where both are the same date it does not matter which is taken.',
  },
  {
    file: 'functions/calendar/assumed.ts',
    before: 'weekdayOf(date) > 5 || off.has(date)',
    after: 'weekdayOf(date) > 5',
    reason: 'No Monday after one of the holidays of today is a holiday itself; the law may add one.',
  },
  {
    file: 'functions/calendar/assumed.ts',
    before: 'weekdayOf(date) > 5',
    after: 'weekdayOf(date) >= 5',
    reason: 'The search starts on a Saturday or Sunday and ends on the Monday after.',
  },
  {
    file: 'functions/calendar/calendar.ts',
    before: '!dates',
    after: 'true',
    reason: 'A cache: without it the days off of a year are computed again, and are the same.',
  },
  {
    file: 'functions/calendar/calendar.ts',
    before: '!intervals',
    after: 'true',
    reason: 'A cache: without it the intervals of a day are computed again, and are the same.',
  },
]

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
