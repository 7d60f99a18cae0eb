// A message of which it is known what it was about and who answered. Made by the commands from a file.
import { countStems, type Hints } from '../model/features.ts'
import type { HeadName } from '../model/model.ts'
import { type SeenWord, wordsSeen } from './private-words.ts'

export interface Labelled {
  readonly text: string
  /** Tells authors apart; it never enters a model. Undefined where the file names none: then each distinct text is an author. */
  readonly author?: string
  readonly hints: Hints
  /** The key words of the region were written on it: it is learned from, and no figure is taken from it. */
  readonly learnedOnly?: boolean
  readonly labels: Readonly<Partial<Record<HeadName, string>>>
}

/** A labelled message whose words have been read. */
export interface ReadRow extends Labelled {
  readonly stems: ReadonlyMap<string, number>
  readonly seen: readonly SeenWord[]
  /** Who wrote it, as far as that can be told. */
  readonly by: string
}

export function readRow(row: Labelled): ReadRow {
  const { text, author } = row
  return {
    ...row,
    stems: countStems(text),
    seen: wordsSeen(text),
    by: author ? `author ${author}` : `text ${text.trim()}`,
  }
}
