// Whether a case is about a danger to life that is still there. Asked by pages and mails, which say whom to call.
import type { Region } from '../../regions/schema.ts'
import type { Case } from './case.ts'
import { topicOf } from './clocks/rules.ts'
import { open } from './statuses.ts'

export function isEmergency(region: Region, state: Pick<Case, 'topic' | 'status'>): boolean {
  return open.includes(state.status) && (topicOf(region, state)?.emergency ?? false)
}
