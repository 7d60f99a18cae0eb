// Keeps what a replay did, row by row, in a file beside it: a replay that was stopped goes on where it was. Called by
// npm run replay.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

export type Entry = { readonly row: number } & ({ readonly id: string } | { readonly refused: string })

export class Journal {
  readonly #file: string
  readonly entries: Map<number, Entry>

  constructor(file: string) {
    this.#file = file
    const lines = existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line.endsWith('}'))
      : []
    this.entries = new Map(lines.map((line) => JSON.parse(line) as Entry).map((entry) => [entry.row, entry]))
  }

  add(entry: Entry): void {
    this.entries.set(entry.row, entry)
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`)
  }
}
