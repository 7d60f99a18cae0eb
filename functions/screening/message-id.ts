// Names the words that comments add to a case, the same whenever the form that adds them comes again. Called by screen.ts.
import { createHash } from 'node:crypto'
import { letters } from '../case/ids.ts'

export function messageIdOfComment(commandId: string): string {
  return letters(12, (bytes) => createHash('sha256').update(commandId).digest().subarray(0, bytes))
}
