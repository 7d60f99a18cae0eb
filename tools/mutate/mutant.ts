// A mutant: one small change of a file, and what became of it when the tests ran. Made by mutants-of.ts, judged by
// runner.ts.
export interface Mutant {
  /** Path from the root of the project, with forward slashes. */
  readonly file: string
  readonly line: number
  readonly start: number
  readonly end: number
  /** What stands there instead; empty when it was removed. */
  readonly text: string
  /** The code as it was and as it is now, for reading: without the comma or the brackets that came with the change. */
  readonly before: string
  readonly after: string
}

/** `invalid`: the type checker refuses it, so no test has to. `unguarded`: no test is named for its folder. */
export type Fate = 'killed' | 'survived' | 'timeout' | 'invalid' | 'equivalent' | 'unguarded'

export interface Judged extends Mutant {
  readonly fate: Fate
  /** The test file that noticed it. */
  readonly by?: string
}

export function applyTo(source: string, { start, end, text }: Mutant): string {
  return source.slice(0, start) + text + source.slice(end)
}

/** One line for people: where, and what has changed into what. */
export function describe({ file, line, before, after }: Mutant): string {
  return `${file}:${line}  ${oneLine(before)}  →  ${oneLine(after) || '(removed)'}`
}

const oneLine = (code: string) => {
  const line = code.replace(/\s+/g, ' ').trim()
  return line.length > 110 ? `${line.slice(0, 107)}...` : line
}
