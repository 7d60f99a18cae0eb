// Finds terms and quiet hours that do not fit: a term that is over before anybody may be written to, a warning that
// comes after the deadline it warns of. Called by remarks.ts.
import { organisationOf, remindedOf } from '../../../functions/case/people.ts'
import { responsibleFor } from '../../../functions/routing/responsible.ts'
import type { Region } from '../../../regions/schema.ts'
import type { Remark } from './remark.ts'
import { type Finding, gathered } from './tried.ts'
import type { Subject, Trial } from './trials.ts'
import { writtenAt } from './written.ts'

export function untimely(region: Region, trials: readonly Trial[]): Remark[] {
  return [
    ...gathered(trials, (trial) => overBeforeTold(region, trial)).map((found): Remark => ({
      kind: 'over before told',
      ...found,
    })),
    ...gathered(trials, (trial) => lateWarning(region, trial)).map((found): Remark => ({
      kind: 'late warning',
      ...found,
    })),
  ]
}

function overBeforeTold(region: Region, trial: Trial): Finding<{ written: number }> | undefined {
  const { clock, subject, startedAt, of } = trial
  const organisation = answering(region, subject)
  const { contact } = remindedOf(region, region, { organisation }, clock, 'responder', 0)
  const kinds = { moderation: 'moderation', assignment: 'triage', answerReview: 'review' } as const
  const written = writtenAt(
    region,
    trial,
    clock in kinds ? kinds[clock as keyof typeof kinds] : 'work',
    contact,
    startedAt,
  )
  return written >= Date.parse(of.due) ? { key: '', facts: { written } } : undefined
}

function lateWarning(region: Region, trial: Trial): Finding<{ written: number; share: number }> | undefined {
  const { clock, subject, of } = trial
  const organisation = answering(region, subject)
  for (const { at, share, to } of of.warnAt ?? []) {
    const { contact } = remindedOf(region, region, { organisation }, clock, to, 0)
    const written = writtenAt(region, trial, 'warning', contact, Date.parse(at))
    if (at < of.due && written >= Date.parse(of.due)) return { key: '', facts: { written, share } }
  }
  return undefined
}

function answering(region: Region, { topic, municipality }: Subject): string {
  const found = responsibleFor(region, topic, municipality)
  const id = 'organisation' in found ? found.organisation : undefined
  return (organisationOf(region, id) ?? region.organisations[0]!).id
}
