// Claim, send, mark: one answer below one comment that lies beside the one under which a case is answered. What certainly was not sent gives the claim back.
// Called by speak-beside.ts.
import type { Dialog, Thread } from '../case/case-file.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { count } from '../edge/log.ts'
import { answers } from '../networks/answering.ts'
import { partsOf } from '../networks/parts.ts'
import { forget, secretOf } from '../networks/secrets.ts'
import type { ChannelSettings } from '../../regions/schema.ts'
import { type BesideName, type BesideRecord, claimBeside, noteBeside } from '../store/beside.ts'
import { noteAnswered } from './note-answered.ts'

export const BUSY = 'An answer below a comment is being said by another.'

export interface Beside extends Dialog {
  readonly thread: Thread
}

interface Saying {
  readonly beside: Beside
  readonly text: string
  /** What became of it before. */
  readonly before: BesideRecord | undefined
  /** Now (ISO, UTC). */
  readonly at: string
}

export type SaidBeside =
  | { readonly outcome: 'stands' }
  /** A person is to look: the network does not take it, or may have taken it. Its claim is kept until they are told. */
  | { readonly outcome: 'for a hand' }
  /** The network wants to be left alone for so long (s). */
  | { readonly outcome: 'later'; readonly seconds: number }

/** @throws when it is to be tried again, or somebody else is saying it now */
export async function sayBeside(name: BesideName, { beside, text, before, at }: Saying): Promise<SaidBeside> {
  const region = deployedRegion()
  const channel = region.channels.find(({ id }) => id === beside.channel)
  const stood = before?.parts ?? 0
  if (!(await claimBeside(name, at, stood))) throw new Error(BUSY)
  // A claim that ran out: whoever had it stopped while it was being said, or before.
  if (!channel || (before?.status === 'claimed' && !answers[channel.network].knowsAgain))
    return { outcome: 'for a hand' }
  const secret = await secretOf(environment('STACK'), channel.id, at)
  const { answer, mostText } = answers[channel.network]
  const parts = partsOf(text, mostText)
  for (const [index, part] of parts.entries()) {
    if (index < stood) continue
    const { caseId, seq } = name
    const called = `${caseId}.${seq}.beside.${name.name}.${index}`
    const said = secret
      ? await answer(secret, { thread: beside.thread, account: channel.account, text: part, name: called })
      : ({ outcome: 'token', why: 'no token' } as const)
    if (said.outcome === 'refused' || said.outcome === 'unknown') return { outcome: 'for a hand' }
    if (said.outcome !== 'sent') {
      await noteBeside(name, { parts: index, status: 'failed' })
      if (said.outcome === 'token') shut(channel, said.why)
      return { outcome: 'later', seconds: ('seconds' in said && said.seconds) || 0 }
    }
    await noteBeside(name, { parts: index + 1 })
  }
  await noteBeside(name, { parts: parts.length, status: 'sent' })
  await noteAnswered({ parcel: { region, at }, channel }, beside.thread)
  return { outcome: 'stands' }
}

function shut({ id }: ChannelSettings, why: string): never {
  forget(environment('STACK'), id)
  count('ChannelShut', 1, deployedRegion(), { channel: id, why })
  throw new Error(`The channel ${id} is shut: ${why}.`)
}
