// Withholds mails from an address that anybody may have named: all that its reader has not confirmed, if they want none; those
// about new cases, if it was named in many that day. What is withheld stands on the page that the sender saw after sending.
// Called by deliver.
import type { NoticeKind } from '../case/notices/notice.ts'
import { environment } from '../edge/environment.ts'
import { noteAddressed } from '../store/addressed.ts'
import { addressHash } from '../store/persons.ts'
import { isUnwanted } from '../store/unwanted.ts'
import type { Claimed } from './claim.ts'
import { markUnwanted, markWithheld } from './mark.ts'
import type { Effects } from './pending-notice.ts'

/** New cases that one address is told of in a day (UTC). */
const REGISTERED_A_DAY = 5

/** What tells an address of a case that it has not heard of. */
const firstWords: readonly NoticeKind[] = ['received', 'registered', 'joined', 'address-left']

/** @returns the claimed notices that may go to the address; the others have ended. */
export async function withhold(claimed: readonly Claimed[], address: string, effects: Effects): Promise<Claimed[]> {
  const going: Claimed[] = []
  for (const one of claimed) {
    const { file, notice } = one.owed
    const isKnown = notice.recipient !== 'citizen' || file.state.mailing === 'confirmed' || file.state.test
    const end = isKnown ? undefined : await endOf(one, address, effects.now())
    if (end) await end(one, effects)
    else going.push(one)
  }
  return going
}

/** How the notice ends at an instant (ISO, UTC) without being sent; undefined when it may go. */
async function endOf({ owed: { file, notice } }: Claimed, address: string, at: string) {
  const tableName = environment('TABLE_NAME')
  const hash = await addressHash(tableName, address)
  if (await isUnwanted(tableName, hash, at)) return markUnwanted
  if (!firstWords.includes(notice.kind)) return undefined
  return (await noteAddressed(tableName, hash, file.state.id, at, REGISTERED_A_DAY)) ? undefined : markWithheld
}
