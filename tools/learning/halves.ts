// Parts a file of messages in two, so that a model that learned from one half is tried on the other. Called by npm run train and replay.
import { hashOf } from '../../functions/learning/shuffle.ts'
import { oneOf } from '../option-kinds.ts'

export const half = oneOf('a', 'b')

/** Whether a message is in a half, 'a' or 'b'; of no half, all are. The same text is always in the same. @param seed parts them otherwise */
export function isInHalf(text: string, of: string | undefined, seed: number): boolean {
  return of === undefined || (hashOf(text.trim(), seed) % 2 === 0) === (of === 'a')
}
