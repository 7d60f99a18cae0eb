// Works through items, a fixed number at a time. Called by npm test and npm run replay, bench and mutate.
export async function inParallel<T>(
  items: readonly T[],
  hands: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
