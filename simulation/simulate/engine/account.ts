// Reads the account of a case that lived on the local engine, from its table. Called by live.ts.
import { loadCaseFile } from '../../../functions/store/load.ts'
import type { FeedEntry } from '../../../functions/case/feed.ts'
import type { CaseFile } from '../../../functions/case/case-file.ts'
import { replay } from '../../../functions/case/evolve.ts'
import type { Region } from '../../../regions/schema.ts'
import type { LocalRegion } from '../../../tools/local-region.ts'
import type { Account } from '../verify/account.ts'

export interface Lived {
  readonly account: Account
  readonly notices: CaseFile['notices']
}

/** Reads a case, with its part of the whole event feed; the environment must name the engine's table (`reachTable`). */
export async function accountOf(
  { tableName, engine }: LocalRegion,
  region: Region,
  caseId: string,
  checkAt: string | undefined,
  feed: readonly FeedEntry[],
): Promise<Lived> {
  const { events, notices, counted } = (await loadCaseFile(tableName, caseId, new Date(engine.now()).toISOString()))!
  const waits = notices.some(({ status }) => status === 'waiting')
  const sent = notices.filter(({ status }) => status === 'sent')
  const account: Account = {
    caseId,
    events,
    states: events.map((_, index) => replay(caseId, events.slice(0, index + 1))),
    attempts: [],
    mails: sent.map(({ seq, recipient, kind, endedAt }) => ({ seq, recipient, kind, at: Date.parse(endedAt!) })),
    unsure: new Set(),
    counted: new Map(counted.map((seq) => [seq, 1])),
    fed: feed.flatMap((entry) => (entry.caseId === caseId ? [entry.seq] : [])),
    regions: [{ from: 0, region }],
    sweepFailures: [],
    until: engine.now(),
    // Who is written to in the morning is looked at again in the morning.
    checkAt: waits ? undefined : checkAt,
    restless: false,
  }
  return { account, notices }
}
