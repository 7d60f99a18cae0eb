// Whether what is written in a case is not for everybody who comes by its mail: its topic speaks of somebody's health or need. Asked
// by mails and pages.
import type { Region } from '../../regions/schema.ts'
import type { Case } from './case.ts'
import { topicOf } from './clocks/rules.ts'

export function isSensitive(region: Region, state: Pick<Case, 'topic'>): boolean {
  return topicOf(region, state)?.sensitive ?? false
}
