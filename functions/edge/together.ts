// Work that is done on many at once where that can be, and on each by itself where it cannot: one that fails keeps no other from being done.
// What was done before it failed has to bear being done again. Used by record.
import { logError } from './log.ts'

/** Those that failed, each with why. */
export type Failed<T> = Map<T, unknown>

/** @param hasTime when it says no, no more is started, and what is left counts as failed */
export async function togetherOrEach<T>(
  items: readonly T[],
  hasTime: () => boolean,
  work: (items: readonly T[]) => Promise<unknown>,
): Promise<Failed<T>> {
  if (items.length < 2) return each(items, hasTime, (item) => work([item]))
  try {
    await work(items)
    return new Map()
  } catch (error) {
    logError('not done together', error, { items: items.length })
    return each(items, hasTime, (item) => work([item]))
  }
}

/** One after another. */
export async function each<T>(
  items: readonly T[],
  hasTime: () => boolean,
  work: (item: T) => Promise<unknown>,
): Promise<Failed<T>> {
  const failed: Failed<T> = new Map()
  for (const item of items) {
    if (!hasTime()) failed.set(item, new Error('There was no time for it.'))
    else await work(item).catch((error: unknown) => failed.set(item, error))
  }
  return failed
}
