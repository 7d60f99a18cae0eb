// Withholds codes from whoever was mailed too many, and mails from an address that anybody may have named: all that its reader has not confirmed, if they want none; those
// about new cases, if it was named in many that day. What is withheld stands on the page that the sender saw after sending.
// Called by deliver.
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import type { NoticeKind } from '../case/notices/notice.ts'
import { later } from '../case/clocks/waking.ts'
import { environment } from '../edge/environment.ts'
import { hashCode, newCode } from '../links/code.ts'
import { noteAddressed } from '../store/addressed.ts'
import { CODE_MS } from '../store/codes.ts'
import { keepCode } from '../store/keep-code.ts'
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
    if (notice.kind === 'code') {
      const withCode = await addCode(one, effects)
      if (withCode) going.push(withCode)
      else await markWithheld(one, effects)
      continue
    }
    // Two programs that answer each other are both of them confirmed: what came by mail is counted all the same.
    const isKnown = isConfirmed(file) && file.state.channel !== 'email'
    const isOther = notice.recipient !== 'citizen' || file.state.test
    const end = isKnown || isOther ? undefined : await endOf(one, address, effects.now())
    if (end) await end(one, effects)
    else going.push(one)
  }
  return going
}

/** Makes the code that a notice brings; until it is in the mail nobody knows it. @returns undefined when its reader gets none now. */
async function addCode(claimed: Claimed, { now, random }: Effects): Promise<Claimed | undefined> {
  const at = now()
  const digits = newCode(random)
  const kept = await keepCode(
    environment('TABLE_NAME'),
    claimed.owed.notice.recipient,
    await hashCode(digits, random),
    at,
  )
  return kept ? { ...claimed, code: { digits, until: later(at, CODE_MS) } } : undefined
}

/** How the notice ends at an instant (ISO, UTC) without being sent; undefined when it may go. */
async function endOf({ owed: { file, notice } }: Claimed, address: string, at: string) {
  const tableName = environment('TABLE_NAME')
  const hash = await addressHash(tableName, address)
  if (!isConfirmed(file) && (await isUnwanted(tableName, hash, at))) return markUnwanted
  if (!firstWords.includes(notice.kind)) return undefined
  if (firstMessage(file)?.quiet) return markWithheld
  return (await noteAddressed(tableName, hash, file.state.id, at, REGISTERED_A_DAY)) ? undefined : markWithheld
}

function isConfirmed({ state }: CaseFile): boolean {
  return state.mailing === 'confirmed'
}
