// What was mailed after a backup: the restored table does not know it, but the log of Notify does. Called by npm run restore.
import type { CaseFile, NoticeRecord } from '../../functions/case/case-file.ts'
import type { Notice } from '../../functions/case/notices/notice.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { isEnded } from '../../functions/case/notices/untold.ts'
import type { Region } from '../../regions/schema.ts'

/** A mail of which the log says that it went out. */
export interface Sent {
  readonly caseId: string
  readonly seq: number
  readonly kind: string
}

/** How far a case had come. */
export interface Version {
  readonly version: number
  /** ISO, UTC. */
  readonly updatedAt: string
}

/** The mails named in a log, whatever stands around its lines. */
export function sentIn(log: string): Sent[] {
  return [...log.matchAll(/\{"message":"notice sent"[^}]*\}/g)].map(([line]) => JSON.parse(line) as Sent)
}

/**
 * The records of notices that were sent after the backup, to be sent no more. What asks somebody for something is sent again:
 * the link in the first mail is not in the restored table and opens nothing.
 * @param at now (ISO, UTC)
 */
export function marksFor(region: Region, file: CaseFile, sent: readonly Sent[], at: string): NoticeRecord[] {
  return file.events.flatMap((event, index) => {
    const seq = index + 1
    const owed = noticesFor(region, file.state, event)
    const wasSent = ({ kind }: Notice) => {
      const mailed = sent.filter((one) => one.seq === seq && one.kind === kind).length
      // The log does not say to whom: where fewer went out than are owed, all go again.
      return mailed > 0 && mailed >= owed.filter((one) => one.kind === kind).length
    }
    return owed
      .filter((notice) => !asks(notice) && wasSent(notice) && !isEnded(recordOf(file, seq, notice)))
      .map(({ recipient, kind }): NoticeRecord => {
        return { seq, recipient, kind, status: 'sent', claimedAt: at, endedAt: at, attempts: 1 }
      })
  })
}

/** What happened after the backup and is lost, as far as mails told of it: one line a case. */
export function lostCases(restored: ReadonlyMap<string, Version>, sent: readonly Sent[]): string[] {
  const last = new Map<string, number>()
  for (const { caseId, seq } of sent) last.set(caseId, Math.max(seq, last.get(caseId) ?? 0))
  return [...last].toSorted().flatMap(([caseId, seq]) => {
    const version = restored.get(caseId)?.version
    if (version === undefined) return `${caseId}: came after the backup and is lost, though people have mails about it.`
    return seq > version ? `${caseId}: mails told of events up to ${seq}; those after ${version} are lost.` : []
  })
}

function asks({ recipient, kind }: Notice): boolean {
  return recipient !== 'citizen' || kind === 'question'
}

function recordOf({ notices }: CaseFile, seq: number, { recipient }: Notice): NoticeRecord | undefined {
  return notices.find((one) => one.seq === seq && one.recipient === recipient)
}
