// Lists which tests guard which folder in mutation testing. They run once for every mutant, so only tests that need no
// engine belong here. Read by npm run mutate.
export interface Guard {
  /** Sources whose mutants these tests must notice: a folder or a single file. */
  readonly sources: string
  /** Globs of test files; the fastest and likeliest to notice first. */
  readonly tests: readonly string[]
}

export const guards: readonly Guard[] = [
  { sources: 'functions/calendar/', tests: ['tests/calendar/**', 'tests/case/**'] },
  { sources: 'functions/case/link-holder.ts', tests: ['tests/web/actors*'] },
  { sources: 'functions/case/', tests: ['tests/case/**', 'tests/sweep/**', 'tests/statistics/measure*'] },
  { sources: 'functions/routing/', tests: ['tests/routing/**'] },
  { sources: 'functions/language/', tests: ['tests/language/**', 'tests/routing/**'] },
  { sources: 'functions/coach/', tests: ['tests/coach/**'] },
  { sources: 'functions/statistics/', tests: ['tests/statistics/**'] },
  { sources: 'functions/store/', tests: ['tests/store/**'] },
  { sources: 'functions/links/', tests: ['tests/links/**'] },
  { sources: 'functions/intake/', tests: ['tests/intake/**'] },
  { sources: 'functions/notify/', tests: ['tests/notify/**'] },
]

export function guardOf(file: string): Guard | undefined {
  return guards.find(({ sources }) => file.startsWith(sources))
}
