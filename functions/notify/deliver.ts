// Claim, send, mark: one letter to one reader, with all its notices. What certainly was not sent gives the claims back; a crash or
// a lost answer leaves them to expire. Called by the handler.
import { isEnded } from '../case/notices/untold.ts'
import { sayErased } from '../case/texts.ts'
import { deployedRegion } from '../edge/environment.ts'
import { tryEach } from '../edge/try-each.ts'
import type { Handed, Unsaid, Unsure } from '../mail/courier.ts'
import { digestOf } from '../mail/digest.ts'
import { words } from '../mail/words/words.ts'
import { courseKinds } from '../case/notices/notices-for.ts'
import { letterFor } from '../mail/letters.ts'
import type { LetterInput } from '../mail/letter-input.ts'
import { claim, type Claimed, deferIfQuiet } from './claim.ts'
import { giveBack, markRefused, markSent, markSkipped, markUnsure, putOff } from './mark.ts'
import { type Effects, type PendingNotice, recordOf } from './pending-notice.ts'
import { type Reader, readerOf } from './reader.ts'
import { progressOf } from './progress.ts'
import { inPublicOf } from './in-public.ts'
import { repliesTo } from './replies-to.ts'
import { withhold } from './withhold.ts'

/** Sends a notice, or keeps it until it may go. @throws when it is to be tried again, or somebody else is sending it now. */
export async function deliver(owed: PendingNotice, effects: Effects): Promise<void> {
  if (isEnded(recordOf(owed))) return
  if (await deferIfQuiet(owed, effects)) return
  const claimed = await claim(owed, effects)
  if (!claimed) throw new Error(`The notice ${owed.seq} of the case ${owed.file.state.id} is being sent by another.`)
  await send([claimed], false, effects)
}

/** Sends one reader's notices as one letter, without those that somebody else is sending. @throws when it is to be tried again. */
export async function deliverTogether(all: readonly PendingNotice[], effects: Effects): Promise<void> {
  const claimed: Claimed[] = []
  for (const owed of all) {
    if (isEnded(recordOf(owed)) || (await deferIfQuiet(owed, effects))) continue
    const one = await claim(owed, effects)
    if (one) claimed.push(one)
  }
  if (claimed.length > 0) await send(claimed, true, effects)
}

async function send(all: readonly Claimed[], together: boolean, effects: Effects): Promise<void> {
  const { file, notice } = all[0]!.owed
  const reader = readerOf(deployedRegion(), file, notice.recipient)
  const { way, address } = reader
  if (way === 'none' || !address) return markSkipped(all, effects)
  const claimed = await withhold(all, address, effects)
  if (claimed.length === 0) return
  const handed = await handOver(claimed, reader, effects.couriers[way].send, address, effects)
  switch (handed.outcome) {
    case 'sent':
      return markSent(claimed, handed.id, effects)
    case 'unsaid':
      return markSkipped(claimed, effects)
    case 'unsure':
      return markUnsure(claimed, handed.error, effects)
    case 'later':
      if (handed.until) return putOff(claimed, handed.until, effects)
      await giveBack(claimed, together, effects)
      throw handed.error
    case 'refused': {
      // One letter that cannot be written holds up no other.
      if (handed.fault === 'letter' && claimed.length > 1) return tryEach(claimed, (one) => send([one], false, effects))
      const left = await markRefused(claimed, handed, together, effects)
      if (left > 0) throw handed.error
    }
  }
}

async function handOver(
  claimed: readonly Claimed[],
  { who, name, language, way }: Reader,
  courier: Effects['couriers']['dialog']['send'],
  address: string,
  { now, random }: Effects,
): Promise<Handed | Unsaid | Unsure> {
  const region = deployedRegion()
  const at = now()
  const inputs = claimed.map(({ owed: { notice, ...owed }, linkUrl, code }): LetterInput => {
    const { file, event } = sayErased({ file: owed.file, event: owed.event }, words[language].erased)
    return { region, file, event, notice, recipient: who, linkUrl, language, at, ...(code && { code }) }
  })
  const notices = claimed.map(({ owed: { file, seq } }) => ({ caseId: file.state.id, seq }))
  const recipient = who === 'citizen' ? who : who.id
  let letter
  try {
    letter = inputs.length === 1 ? letterFor(inputs[0]!) : digestOf(inputs, at)
  } catch (error) {
    return { outcome: 'refused', fault: 'letter', error }
  }
  const unsubscribe = inputs.length === 1 ? unsubscribeUrl(inputs[0]!) : undefined
  const replies = claimed.length === 1 ? await repliesTo(claimed[0]!.owed) : undefined
  const to = { address, name }
  const progress = claimed.length === 1 && way === 'dialog' ? progressOf(claimed[0]!.owed) : undefined
  const inPublic = inputs.length === 1 && way === 'dialog' ? inPublicOf(inputs[0]!) : undefined
  const more = {
    ...(inPublic && { inPublic }),
    ...(unsubscribe && { unsubscribe }),
    ...(replies && { replies }),
    ...(progress && { progress }),
  }
  return courier({ region, notices, recipient, letter, language, to, at, random, ...more })
}

/** Of mails that a citizen may do without. */
function unsubscribeUrl({ recipient, notice, linkUrl }: LetterInput): string | undefined {
  return recipient === 'citizen' && courseKinds.includes(notice.kind) ? `${linkUrl}/mails` : undefined
}
