// Says a letter in a dialog, in as many messages as the network needs, and puts what a network replied into the terms of a delivery. Called by the courier of
// dialogs and by what is said in public.
import { later } from '../case/clocks/waking.ts'
import type { NoticeFault } from '../case/case-file.ts'
import { letterLines } from '../mail/blocks.tsx'
import type { Handed, Parcel, Unsure } from '../mail/courier.ts'
import type { ChannelSecret, Network, Uttered } from '../networks/network.ts'
import { partsOf } from '../networks/parts.ts'
import type { ChannelSettings } from '../../regions/schema.ts'

/** A network that asks for a longer pause than a queue's message comes again after is not asked before (s). */
const LONG_SECONDS = 60

export interface Speaking {
  readonly parcel: Parcel
  readonly channel: ChannelSettings
  readonly network: Network
  readonly secret: ChannelSecret
  /** The dialog, or of a comment the number of its writer. */
  readonly chat: string
}

/** The channel itself takes nothing. */
export interface Shut {
  readonly outcome: 'shut'
  readonly why: string
}

/** The same for every try. */
export function nameOf({ notices: [notice], recipient }: Parcel, part: number | string): string {
  return `${notice?.caseId}.${notice?.seq}.${recipient}.${part}`
}

/** @param before how many texts of the same notice were said elsewhere: its parts are counted after them */
export async function sayLetter(
  { parcel, network, secret, chat }: Speaking,
  before = 0,
  isPerson = false,
): Promise<Uttered> {
  const { letter, progress } = parcel
  const parts = partsOf(letterLines(letter), network.mostText)
  let id = ''
  for (const [index, text] of parts.entries()) {
    if (before + index < (progress?.sent ?? 0)) continue
    const name = nameOf(parcel, before + index)
    const uttered = await network.say(secret, { chat, text, name, ...(isPerson && { isPerson }) })
    if (uttered.outcome !== 'sent') return uttered
    id = uttered.id
    if (parts.length > 1) await progress?.note(before + index + 1)
  }
  return { outcome: 'sent', id }
}

/** @param at now (ISO, UTC) */
export function inTerms(uttered: Uttered, at: string): Handed | Unsure | Shut {
  if (uttered.outcome === 'sent') return uttered
  const error = new Error(`The network said: ${uttered.why}.`)
  switch (uttered.outcome) {
    case 'unknown':
      return { outcome: 'unsure', error }
    case 'later': {
      const { seconds = 0 } = uttered
      return { outcome: 'later', error, ...(seconds > LONG_SECONDS && { until: later(at, seconds * 1000) }) }
    }
    case 'token':
      return shut(uttered.why)
    case 'refused':
      return refusal(uttered.of === 'person' ? 'recipient' : 'letter', uttered.why)
  }
}

export function shut(why: string): Shut {
  return { outcome: 'shut', why }
}

export function refusal(fault: NoticeFault, why: string): Handed {
  return { outcome: 'refused', fault, error: new Error(`The network said: ${why}.`), final: true }
}
