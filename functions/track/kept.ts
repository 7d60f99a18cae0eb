// Until when what a citizen wrote is kept. Called by the page and the file of their data.
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import type { LinkVisit } from '../web/visit.ts'

/** The instant (ISO, UTC) at which the first message of a case is over, and with it who wrote it. */
export function keptUntil({ region, file: { state } }: Pick<LinkVisit, 'region' | 'file'>): string {
  return new Date(ttlAfter(state.receivedAt, textDaysOf(region, state)) * 1000).toISOString()
}
