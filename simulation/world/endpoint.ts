// Where the events of a case are posted, as its items in the table and its receiver have it. Used by webhook-processes.ts.

/** How long a claim of a delivery holds (ms), as in functions/store/deliveries.ts. */
const LEASE_MS = 120_000
/** What is to be posted of a case's events, and what arrived. */
export class Endpoint {
  readonly #claimedAt = new Map<number, number>()
  readonly #done = new Set<number>()
  /** The numbers of the events in the order in which the receiver took them. */
  readonly arrived: number[] = []

  isDone(seq: number): boolean {
    return this.#done.has(seq)
  }

  claim(seq: number, now: number): boolean {
    const held = this.#claimedAt.get(seq)
    if (this.isDone(seq) || (held !== undefined && now - held < LEASE_MS)) return false
    this.#claimedAt.set(seq, now)
    return true
  }

  giveBack(seq: number): void {
    this.#claimedAt.delete(seq)
  }

  done(seq: number): void {
    this.#done.add(seq)
  }
}
