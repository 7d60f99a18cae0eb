// Finds steps of the line where nobody stands: the next one is asked, and whoever agrees on a policy should know whom.
// Called by remarks.ts.
import { remindedOf } from '../../../functions/case/people.ts'
import type { Region } from '../../../regions/schema.ts'
import type { Remark } from './remark.ts'

export function standIns(region: Region): Remark[] {
  return region.policy.reminders.escalations.flatMap(({ after, to: wanted }, step) => {
    const asked = region.organisations.map(({ id }) => ({
      organisation: id,
      ...remindedOf(region, region, { organisation: id }, 'finalAnswer', wanted, step),
    }))
    const missing = asked.filter(({ insteadOf }) => insteadOf)
    if (missing.length === 0) return []
    const instead = [...Map.groupBy(missing, ({ to }) => to)].map(([to, all]) => ({ to, organisations: all.length }))
    const organisations = missing.map(({ organisation }) => organisation)
    return [{ kind: 'stand-in', wanted, after, organisations, of: asked.length, instead }]
  })
}
