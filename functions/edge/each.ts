// Work on several things of which one may fail: the others are done all the same.
import { logError } from './log.ts'

/** Does one after another. @throws an error that says how many failed, after all were tried. */
export async function each<T>(things: Iterable<T>, work: (thing: T) => Promise<unknown>): Promise<void> {
  let tried = 0
  let failed = 0
  for (const thing of things) {
    tried += 1
    await work(thing).catch((error: unknown) => {
      failed += 1
      logError('one of several failed', error)
    })
  }
  if (failed > 0) throw new Error(`${failed} of ${tried} failed.`)
}
