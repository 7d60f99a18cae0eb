// Tells a case that a notice was refused for good, so that somebody else is asked; notify gives no commands. Called by
// heal.ts.
import type { CaseFile } from '../case/case-file.ts'
import { subjectOf } from '../case/notices/subject.ts'
import { unheardRefusals } from '../case/notices/untold.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { handle } from '../store/handle.ts'

/** @returns how many refusals the case did not know of. */
export async function tellRefusals(file: CaseFile, at: string): Promise<number> {
  const region = deployedRegion()
  const { id: caseId } = file.state
  const unheard = unheardRefusals(file)
  for (const { seq, recipient, fault } of unheard) {
    const about = subjectOf(region, caseId, file.events.slice(0, seq), recipient)
    const why = fault === 'unwanted' || fault === 'unsure' ? fault : 'reject'
    const permanent = fault !== 'letter' && fault !== 'unsure'
    const failure = { seq, recipient, why, permanent, ...(about && { about }) } as const
    const { outcome } = await handle({
      tableName: environment('TABLE_NAME'),
      region,
      caseId,
      command: { type: 'ReportBounce', by: { role: 'system' }, ...failure },
      at,
      // As bounce calls it: whoever tells of it first is heard.
      commandId: `undelivered-${seq}-${recipient}-${why}`,
    })
    log('mail undelivered', { caseId, seq, why, permanent, outcome })
  }
  return unheard.length
}
