// Work on several items of which one may fail: the others are done all the same. Used by notify, hear and bounce.
import { logError } from './log.ts'

/** Works on one item after another. @throws an error that says how many failed, after all were tried. */
export async function tryEach<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  let tried = 0
  let failed = 0
  for (const item of items) {
    tried += 1
    await work(item).catch((error: unknown) => {
      failed += 1
      logError('one of several failed', error)
    })
  }
  if (failed > 0) throw new Error(`${failed} of ${tried} failed.`)
}
