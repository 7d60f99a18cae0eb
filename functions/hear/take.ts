// One thing that was heard, from the table to what becomes of it. It may come twice, at once or days later: every step knows it by the network's name
// for it. Nothing of it is written to the log but what became of it. Called by the handler.
import { randomBytes } from 'node:crypto'
import type { HeardMessage } from '../contract/queued.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import type { Heard, Opened } from '../networks/network.ts'
import { cut, tidyText } from '../contract/text.ts'
import { keepPost } from '../store/comments.ts'
import { handle } from '../store/handle.ts'
import { loadHeard, markTaken } from '../store/heard.ts'
import { loadCase } from '../store/load.ts'
import { keyedHashes } from '../store/persons.ts'
import { lastOf, NONE } from '../store/talks.ts'
import { countOnPage } from './count-page.ts'
import { noteCame } from './came.ts'
import { commandIdOf, type Hearing } from './hearing.ts'
import { remark } from './remark.ts'
import { takeCommented, takeScreened, takeUncommented } from './take-comment.ts'
import { takeSaid } from './take-said.ts'
import { hearWords } from './words.ts'

/** Of a post as much is kept as shows what its comments are about (characters). */
const POST_LIMIT = 500

type Kept = Exclude<Heard, { kind: 'nothing' | 'confirmation' }>

/** @param at now (ISO, UTC) @throws when the queue is to ask again */
export async function takeHeard(message: HeardMessage, at: string, receives: number): Promise<void> {
  const region = deployedRegion()
  const tableName = environment('TABLE_NAME')
  const channel = region.channels.find((one) => one.id === message.channel)
  if (!channel) return log('channel gone', { channel: message.channel })
  const hearingOf = async (key: string, chat: string): Promise<Hearing> => {
    const [dialog] = await keyedHashes(tableName, [`dialog ${channel.network} ${channel.account} ${chat}`])
    return { tableName, region, channel, key, dialog: dialog!, at, receives, random: randomBytes }
  }
  if ('screened' in message) {
    const { on, name } = message.screened
    const outcome = await takeScreened(await hearingOf(`${on}.${name}`, on), on, name)
    return log('screened', { channel: channel.id, ...outcome })
  }
  const name = { tableName, channel: channel.id, key: message.heard, at }
  const heard = (await loadHeard(name)) as Kept | undefined
  if (!heard) return log('heard before', { channel: channel.id })
  await countOnPage({ tableName, region, channel, at }, heard)
  const outcome = await take(await hearingOf(message.heard, placeOf(heard)), heard)
  await markTaken(name)
  log('heard', { channel: channel.id, kind: heard.kind, ...outcome })
}

type Outcome = Readonly<Record<string, string>>

/** A dialog, or where it is public what was commented. */
function placeOf(heard: Kept): string {
  if ('chat' in heard) return heard.chat
  return 'thread' in heard ? heard.thread.on : heard.on
}

function take(hearing: Hearing, heard: Kept): Promise<Outcome> {
  const { tableName, channel, at } = hearing
  switch (heard.kind) {
    case 'said':
      return takeSaid(hearing, heard)
    case 'deleted':
      return noteDeletion(hearing)
    case 'opened':
      return takeOpening(hearing, heard)
    case 'commented':
      return takeCommented(hearing, heard)
    case 'replied':
      // It is counted, and nothing else follows from it.
      return Promise.resolve({ outcome: 'counted' })
    case 'uncommented':
      return takeUncommented(hearing, heard.thread)
    case 'posted': {
      const post = { channel: channel.id, on: heard.on, text: cut(tidyText(heard.text.toWellFormed()), POST_LIMIT) }
      return keepPost(tableName, post, at).then(() => ({ outcome: 'kept' }))
    }
  }
}

/** Whoever came by the code of a place reads that it is known. */
async function takeOpening(hearing: Hearing, { chat, ref }: Opened): Promise<Outcome> {
  const place = await noteCame(hearing, ref, false)
  await remark(hearing, chat, place ? 'opened at' : 'opened', place?.name)
  return { outcome: place ? 'greeted at a place' : 'greeted' }
}

/** What was taken stays: somebody may be working on it. They read that its writer took it back. */
async function noteDeletion(hearing: Hearing): Promise<Outcome> {
  const { tableName, region, dialog, at } = hearing
  const caseId = await lastOf(tableName, dialog, at)
  const stored = caseId === NONE ? undefined : await loadCase(tableName, caseId, at)
  if (!stored) return { outcome: 'nothing to note' }
  const text = hearWords[stored.state.language].deleted
  const command = { type: 'Note', by: { role: 'system' }, text } as const
  const { outcome } = await handle({ tableName, region, caseId, command, at, commandId: commandIdOf(hearing) })
  return { caseId, outcome }
}
