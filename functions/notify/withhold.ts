// Withholds mails about new cases from an address that was named in many a day: anybody may name any address in a
// message. What is withheld stands on the page that the sender saw after sending. Called by deliver.
import { environment } from '../edge/environment.ts'
import { noteAddressed } from '../store/addressed.ts'
import type { Claimed } from './claim.ts'
import { markWithheld } from './mark.ts'
import type { Effects } from './pending-notice.ts'

/** New cases that one address is told of in a day (UTC). */
const REGISTERED_A_DAY = 5

/** @returns the claimed notices that may go to the address; the others have ended. */
export async function withhold(claimed: readonly Claimed[], address: string, effects: Effects): Promise<Claimed[]> {
  const going: Claimed[] = []
  for (const one of claimed) {
    const { file, notice } = one.owed
    const caseId = file.state.id
    const tableName = environment('TABLE_NAME')
    const mayGo =
      notice.kind !== 'registered' || (await noteAddressed(tableName, address, caseId, effects.now(), REGISTERED_A_DAY))
    if (mayGo) going.push(one)
    else await markWithheld(one, effects)
  }
  return going
}
