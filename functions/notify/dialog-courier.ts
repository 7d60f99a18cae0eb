// The way by a dialog of a social network: the letter as plain text, in as many messages as the network needs. A message that may have arrived is
// sent once more only where the network knows it again. Called by notify.
import { later } from '../case/clocks/waking.ts'
import { environment } from '../edge/environment.ts'
import { count } from '../edge/log.ts'
import { letterLines } from '../mail/blocks.tsx'
import type { Courier, Handed, Parcel, Unsure } from '../mail/courier.ts'
import type { ChannelSecret, Network, Uttered } from '../networks/network.ts'
import { networks } from '../networks/networks.ts'
import { partsOf } from '../networks/parts.ts'
import { forget, secretOf } from '../networks/secrets.ts'

/** A network that asks for a longer pause than a queue's message comes again after is not asked before (s). */
const LONG_SECONDS = 60

export const dialogCourier: Courier<Handed | Unsure> = {
  async send(parcel) {
    const { region, to, at, progress } = parcel
    const [id = '', chat = ''] = to.address.split(' ')
    const channel = region.channels.find((one) => one.id === id)
    if (!channel) return refusal('the channel is gone')
    const network = networks[channel.network]
    if (progress?.isInDoubt && !network.knowsAgain) return { outcome: 'unsure', error: new Error('It was being sent.') }
    const secret = await secretOf(environment('STACK'), id, at)
    const handed = secret ? await speak(parcel, network, secret, chat) : shut('no token')
    if (handed.outcome !== 'shut') return handed
    forget(environment('STACK'), id)
    count('ChannelShut', 1, region, { channel: id, why: handed.why })
    return { outcome: 'later', error: new Error(`The channel ${id} is shut: ${handed.why}.`) }
  },
}

interface Shut {
  readonly outcome: 'shut'
  readonly why: string
}

async function speak(
  parcel: Parcel,
  network: Network,
  secret: ChannelSecret,
  chat: string,
): Promise<Handed | Unsure | Shut> {
  const { letter, notices, recipient, progress, at } = parcel
  const [notice] = notices
  const parts = partsOf(letterLines(letter), network.mostText)
  let id = ''
  for (const [index, text] of parts.entries()) {
    if (index < (progress?.sent ?? 0)) continue
    const name = `${notice?.caseId}.${notice?.seq}.${recipient}.${index}`
    const uttered = await network.say(secret, { chat, text, name })
    if (uttered.outcome !== 'sent') return inTerms(uttered, at)
    id = uttered.id
    if (parts.length > 1) await progress?.note(index + 1)
  }
  return { outcome: 'sent', id }
}

function inTerms(uttered: Exclude<Uttered, { outcome: 'sent' }>, at: string): Handed | Unsure | Shut {
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
      return uttered.of === 'person'
        ? refusal(uttered.why)
        : { outcome: 'refused', fault: 'letter', error, final: true }
  }
}

function shut(why: string): Shut {
  return { outcome: 'shut', why }
}

function refusal(why: string): Handed {
  return { outcome: 'refused', fault: 'recipient', error: new Error(`The network said: ${why}.`), final: true }
}
