// Computes when something said of a tried clock reaches its reader, quiet hours and digests considered. Called by
// unanswered.ts and untimely.ts.
import { initialCase } from '../../../functions/case/evolve.ts'
import type { NoticeKind } from '../../../functions/case/notices/notice.ts'
import { waitsUntil } from '../../../functions/case/notices/quiet-hours.ts'
import type { Contact, Region } from '../../../regions/schema.ts'
import type { Trial } from './trials.ts'

/** The instant (ms) at which a notice goes out that is made at an instant (ms). */
export function writtenAt(region: Region, trial: Trial, kind: NoticeKind, reader: Contact, at: number): number {
  const { clock, of, subject } = trial
  const state = { ...initialCase(''), ...subject, clocks: { [clock]: of } }
  const until = waitsUntil(region, state, kind, reader, new Date(at).toISOString())
  return until ? Date.parse(until) : at
}
