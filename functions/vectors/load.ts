// The word vectors that lie beside this file, and beside the code of functions that score (lib/bundle.ts puts them there): read once, and only where a
// model was trained with some. Called by the functions `route` and `learn`, and by the commands that train and score.
import { readFileSync } from 'node:fs'
import { readWordVectors, type WordVectors } from '../model/word-vectors.ts'

let read: WordVectors | undefined

/** @throws Error where the file is missing or cut off. */
export function wordVectors(): WordVectors {
  read ??= readWordVectors(readFileSync(new URL('./words-ru.vectors', import.meta.url)))
  return read
}
