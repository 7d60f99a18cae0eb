// What is said of a case that was a comment: its answer stands below that, once; all else goes to its writer alone, where the network lets us write to them. What
// cannot be said so is not said in public: an operator is asked to, where somebody has to (docs/decisions/0067). Called by the courier of dialogs.
import type { Handed, InPublic, Unsaid, Unsure } from '../mail/courier.ts'
import { answers } from '../networks/answering.ts'
import type { Uttered } from '../networks/network.ts'
import { partsOf } from '../networks/parts.ts'
import { noteAnswered } from './note-answered.ts'
import { inTerms, nameOf, refusal, sayLetter, type Shut, type Speaking } from './speaking.ts'

type Said = Handed | Unsaid | Unsure | Shut

/** Whether a person is to put it there: the network lets no program, or it holds what nobody else may read. */
export function isForAHand({ thread, says, givesAway }: InPublic): boolean {
  return says !== undefined && (thread.byHand === true || givesAway)
}

/** A refusal never says that the writer cannot be reached: what is next may be for everybody. */
export async function speakInPublic(speaking: Speaking, inPublic: InPublic): Promise<Said> {
  const { at } = speaking.parcel
  if (inPublic.says === undefined) return sayAlone(speaking, inPublic)
  const said = await sayBelow(speaking, inPublic, inPublic.says)
  if (said === 'in doubt') return { outcome: 'unsure', error: new Error('It was being said in public.') }
  if (said.outcome === 'refused') {
    // Its writer may read it all the same; an operator looks at the place.
    await sayToWriter(speaking, 0)
    return refusal('letter', said.why)
  }
  if (said.outcome !== 'sent') return inTerms(said, at)
  await noteAnswered(speaking, inPublic.thread)
  const alone = await sayToWriter(speaking, said.texts)
  // The answer stands; its copy is not worth a second one.
  return alone?.outcome === 'later' || alone?.outcome === 'token'
    ? inTerms(alone, at)
    : { outcome: 'sent', id: said.id }
}

type Below = Exclude<Uttered, { outcome: 'sent' }> | { outcome: 'sent'; id: string; texts: number } | 'in doubt'

async function sayBelow({ parcel, channel, secret }: Speaking, { thread }: InPublic, says: string): Promise<Below> {
  const { progress } = parcel
  const { answer, mostText, knowsAgain } = answers[channel.network]
  const parts = partsOf(says, mostText)
  const before = progress?.sent ?? 0
  if (progress?.isInDoubt && !knowsAgain && before < parts.length) return 'in doubt'
  let id = ''
  for (const [index, text] of parts.entries()) {
    if (index < before) continue
    const said = await answer(secret, {
      thread,
      account: channel.account,
      text,
      name: nameOf(parcel, `below.${index}`),
    })
    if (said.outcome !== 'sent') return said
    id = said.id
    await progress?.note(index + 1)
  }
  return { outcome: 'sent', id, texts: parts.length }
}

/** @param before how many texts stand in public @returns undefined where nobody is known, or an earlier try may have said it */
async function sayToWriter(speaking: Speaking, before: number): Promise<Uttered | undefined> {
  const { parcel, network, chat } = speaking
  if (!chat || (parcel.progress?.isInDoubt && !network.knowsAgain)) return undefined
  return sayLetter(speaking, before, true)
}

/** A receipt, a question, a date: for its writer and nobody else. */
async function sayAlone(speaking: Speaking, inPublic: InPublic): Promise<Said> {
  const { parcel, network, chat } = speaking
  const { isOwed } = inPublic
  if (chat && parcel.progress?.isInDoubt && !network.knowsAgain)
    return isOwed ? { outcome: 'unsure', error: new Error('It was being sent.') } : { outcome: 'unsaid' }
  const said = await sayToWriter(speaking, 0)
  if (said && said.outcome !== 'refused' && (isOwed || said.outcome !== 'unknown')) return inTerms(said, parcel.at)
  if (isOwed) return refusal('letter', said?.outcome === 'refused' ? said.why : 'nobody to write to')
  return said?.outcome === 'unknown' ? { outcome: 'unsaid' } : invite(speaking, inPublic)
}

/** Nothing depends on it: what may have arrived is not said again. */
async function invite({ parcel, channel, secret }: Speaking, { thread, invites }: InPublic): Promise<Said> {
  if (!invites || thread.byHand) return { outcome: 'unsaid' }
  const name = nameOf(parcel, 'invites')
  const said = await answers[channel.network].answer(secret, { thread, account: channel.account, text: invites, name })
  return said.outcome === 'unknown' || said.outcome === 'refused' ? { outcome: 'unsaid' } : inTerms(said, parcel.at)
}
