// Finds which lines of which files a branch has changed, as git tells it; new files count as a whole. Called by npm run
// mutate.
import { execFileSync } from 'node:child_process'

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' })

/** Changed lines by file, compared with the point where this branch left `ref`. */
export function changedSince(ref: string): Map<string, (line: number) => boolean> {
  const base = git('merge-base', ref, 'HEAD').trim()
  const changed = linesOf(git('diff', '--unified=0', '--no-color', '--no-ext-diff', base, '--', 'functions'))
  const added = git('ls-files', '--others', '--exclude-standard', '--', 'functions')
  return new Map([
    ...[...changed].map(([file, lines]) => [file, (line: number) => lines.has(line)] as const),
    ...added.split('\n').flatMap((file) => (file ? [[file, () => true] as const] : [])),
  ])
}

/** The lines of the new side of a diff without context. */
export function linesOf(diff: string): Map<string, ReadonlySet<number>> {
  const files = new Map<string, Set<number>>()
  let lines = new Set<number>()
  for (const line of diff.split('\n')) {
    const file = /^\+\+\+ b\/(.+)$/.exec(line)?.[1]
    if (file) files.set(file, (lines = new Set()))
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (!hunk) continue
    for (let index = 0; index < Number(hunk[2] ?? 1); index += 1) lines.add(Number(hunk[1]) + index)
  }
  return files
}
