// What every source of events for a function has in common. Used by the mappings and schedules.
export interface Source {
  /** Gives the function what waits for it now. @returns false when nothing waited */
  poll(): Promise<boolean>
  /** Waits until another look may be worth it. */
  wait(): Promise<void>
  /** Whether there is nothing left for it to do; a source that cannot tell without looking does not have this. */
  settled?(): boolean
  /** When it does something next by itself (engine time, ms); undefined when that does not depend on time. */
  nextAt?(): number | undefined
}

export interface Pump {
  /** Looks completed so far that found nothing, since anything last happened. */
  quiet: number
  /** Looks at once instead of waiting. */
  hurry(): void
  stop(): Promise<void>
}

/** Drives a source until it is stopped; a fault of the engine itself is told and tried again. */
export function pump(source: Source, report: (error: unknown) => void): Pump {
  let running = true
  const pump: Pump = {
    quiet: 0,
    hurry() {},
    async stop() {
      running = false
      pump.hurry()
      await loop
    },
  }
  const loop = (async () => {
    while (running) {
      try {
        pump.quiet = (await source.poll()) ? 0 : pump.quiet + 1
      } catch (error) {
        if (running) report(error)
      }
      const hurried = new Promise<void>((resolve) => (pump.hurry = resolve))
      if (running) await Promise.race([source.wait(), hurried])
    }
  })()
  return pump
}

/** The failed identifiers of a partial batch response; undefined when the whole batch failed. */
export function failuresOf(result: unknown, reports: boolean): string[] | undefined {
  if (!reports || typeof result !== 'object' || result === null) return []
  const failures = (result as { batchItemFailures?: { itemIdentifier?: string }[] | null }).batchItemFailures ?? []
  const ids = failures.map((failure) => failure.itemIdentifier)
  return ids.every((id) => typeof id === 'string' && id !== '') ? (ids as string[]) : undefined
}
