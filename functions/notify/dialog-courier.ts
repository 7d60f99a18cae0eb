// The way by a social network: the letter as plain text into the dialog of whoever wrote there, or, where they wrote a comment, what of it is for everybody below
// that. A message that may have arrived is sent once more only where the network knows it again. Called by notify.
import { environment } from '../edge/environment.ts'
import { count } from '../edge/log.ts'
import type { Courier, Handed, Parcel, Unsaid, Unsure } from '../mail/courier.ts'
import { networks } from '../networks/networks.ts'
import { forget, secretOf } from '../networks/secrets.ts'
import { isForAHand, speakInPublic } from './speak-in-public.ts'
import { inTerms, refusal, sayLetter, shut } from './speaking.ts'

export const dialogCourier: Courier<Handed | Unsaid | Unsure> = {
  async send(parcel) {
    const handed = await say(parcel)
    const { outcome } = handed
    // Whoever is told of it does by hand what was not done.
    if (outcome === 'refused' || outcome === 'unsure') {
      const [channel = ''] = parcel.to.address.split(' ')
      count('LeftToHand', 1, parcel.region, { channel, outcome })
    }
    return handed
  },
}

async function say(parcel: Parcel): Promise<Handed | Unsaid | Unsure> {
  const { region, to, at, progress, inPublic } = parcel
  const [id = '', chat = ''] = to.address.split(' ')
  const channel = region.channels.find((one) => one.id === id)
  if (!channel) return refusal('recipient', 'the channel is gone')
  const network = networks[channel.network]
  if (inPublic && isForAHand(inPublic)) return refusal('letter', 'this is for a hand')
  if (!inPublic && progress?.isInDoubt && !network.knowsAgain)
    return { outcome: 'unsure', error: new Error('It was being sent.') }
  const secret = await secretOf(environment('STACK'), id, at)
  const speaking = secret && { parcel, channel, network, secret, chat }
  const handed = !speaking
    ? shut('no token')
    : inPublic
      ? await speakInPublic(speaking, inPublic)
      : inTerms(await sayLetter(speaking), at)
  if (handed.outcome !== 'shut') return handed
  forget(environment('STACK'), id)
  count('ChannelShut', 1, region, { channel: id, why: handed.why })
  return { outcome: 'later', error: new Error(`The channel ${id} is shut: ${handed.why}.`) }
}
