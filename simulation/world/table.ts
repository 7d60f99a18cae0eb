// The case table as the functions see it: one case, written in transactions on conditions that hold or do not. Used by
// the processes.
import type { Case } from '../../functions/case/case.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import { checkInstant } from '../../functions/case/clocks/waking.ts'
import { isCounted } from '../../functions/statistics/counting.ts'
import { newCase } from '../../functions/store/load.ts'
import type { CaseFile, NoticeRecord, StoredCase } from '../../functions/case/case-file.ts'
import { Bucket } from './bucket.ts'
import type { Core } from './core.ts'
import type { Endpoint } from './endpoint.ts'

/** How long a claim of a notice holds (ms), as in functions/store/notices.ts. */
const LEASE_MS = 120_000

export interface Written {
  readonly seq: number
  readonly event: CaseEvent
  readonly counts: boolean
  readonly arm?: string
}

export class CaseTable {
  readonly caseId: string
  readonly events: CaseEvent[] = []
  /** The case after each of its events. */
  readonly states: Case[] = []
  readonly #core: Core
  #stored: StoredCase
  readonly #receipts = new Set<string>()
  readonly #notices = new Map<string, NoticeRecord>()
  readonly #countable = new Set<number>()
  readonly counted = new Map<number, number>()
  /** The events of the case that stand in the event feed, in its order. */
  readonly fed: number[] = []
  fedUpTo = 0
  photosGoneUpTo = 0
  readonly bucket = new Bucket()
  /** Where its events are posted, where anybody asked for them. */
  endpoint: Endpoint | undefined
  checkAt: string | undefined

  constructor(caseId: string, core: Core) {
    this.caseId = caseId
    this.#core = core
    this.#stored = newCase(caseId)
  }

  load(): StoredCase {
    return this.#stored
  }

  /** The case with everything that belongs to it; a copy, as a query would give. */
  file(): CaseFile {
    return {
      ...this.#stored,
      events: [...this.events],
      personal: new Map(),
      notices: [...this.#notices.values()],
      counted: [...this.counted.keys()],
      fedUpTo: this.fedUpTo,
      photosGoneUpTo: this.photosGoneUpTo,
    }
  }

  hasReceipt(commandId: string): boolean {
    return this.#receipts.has(commandId)
  }

  /** Which condition of a write does not hold, if one does not. */
  obstacle(stored: StoredCase, commandId?: string): 'repeated' | 'conflict' | undefined {
    if (commandId && this.hasReceipt(commandId)) return 'repeated'
    return stored.state.version === this.#stored.state.version ? undefined : 'conflict'
  }

  /** Writes events to the case as it was loaded; nothing may stand in the way. */
  append(stored: StoredCase, events: readonly CaseEvent[], commandId?: string): Written[] {
    if (commandId) this.#receipts.add(commandId)
    const at = events.at(-1)!.at
    let { state } = stored
    const written = events.map((event) => {
      const before = state
      state = this.#core.evolve(before, event)
      const counts = isCounted(before, event, state)
      this.states.push(state)
      if (counts) this.#countable.add(state.version)
      return { seq: state.version, event, counts }
    })
    const arm = this.#core.instantToArm(state, stored.armedAt, at)
    this.events.push(...events)
    const armedAt = arm ?? stored.armedAt
    this.#stored = { state, settled: stored.settled, ...(armedAt && { armedAt }) }
    this.checkAt = checkInstant(state, stored.settled, at)
    return written.map((one) => ({ ...one, ...(one.seq === state.version && arm && { arm }) }))
  }

  setCheck(version: number, settled: number, checkAt: string | undefined): void {
    if (this.#stored.state.version !== version) return
    this.#stored = { ...this.#stored, settled }
    this.checkAt = checkAt
  }

  claim(seq: number, recipient: string, kind: string, at: string): boolean {
    const known = this.#notice(seq, recipient)
    if (!isFree(known, at)) return false
    this.#put({ seq, recipient, kind, status: 'claimed', claimedAt: at, attempts: (known?.attempts ?? 0) + 1 })
    return true
  }

  keep(seq: number, recipient: string, kind: string, at: string, until: string): void {
    const known = this.#notice(seq, recipient)
    if (isFree(known, at))
      this.#put({ seq, recipient, kind, status: 'waiting', claimedAt: at, attempts: known?.attempts ?? 0, until })
  }

  drop(seq: number, recipient: string, at: string): void {
    const known = this.#notice(seq, recipient)
    if (known?.status === 'waiting') this.#put({ ...known, status: 'skipped', endedAt: at })
  }

  endNotice(seq: number, recipient: string, at: string, status: 'sent' | 'failed'): void {
    const known = this.#notice(seq, recipient)
    if (known?.status === 'claimed') this.#put({ ...known, status, endedAt: at })
  }

  countOnce(seq: number): void {
    if (this.#countable.has(seq) && !this.counted.has(seq)) this.counted.set(seq, 1)
  }

  /** On condition that nobody else did since `after` was read. @returns what was fed */
  feed(after: number, upTo: number, seqs: readonly number[]): readonly number[] {
    if (this.fedUpTo !== after) return []
    this.fed.push(...seqs)
    this.fedUpTo = upTo
    return seqs
  }

  waiting(): NoticeRecord[] {
    return [...this.#notices.values()].filter((one) => one.status === 'waiting')
  }

  #notice(seq: number, recipient: string) {
    return this.#notices.get(`${seq}#${recipient}`)
  }

  #put(record: NoticeRecord) {
    this.#notices.set(`${record.seq}#${record.recipient}`, record)
  }
}

function isFree(known: NoticeRecord | undefined, at: string): boolean {
  if (!known || known.status === 'failed' || known.status === 'waiting') return true
  return known.status === 'claimed' && known.claimedAt < new Date(Date.parse(at) - LEASE_MS).toISOString()
}
