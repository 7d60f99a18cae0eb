// One thing that was heard, from the table to what becomes of it. It may come twice, at once or days later: every step knows it by the network's name
// for it. Nothing of it is written to the log but what became of it. Called by the handler.
import { randomBytes } from 'node:crypto'
import { deployedRegion, environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import type { Heard, Opened } from '../networks/network.ts'
import { handle } from '../store/handle.ts'
import { loadHeard, markTaken } from '../store/heard.ts'
import { loadCase } from '../store/load.ts'
import { keyedHashes } from '../store/persons.ts'
import { lastOf, NONE } from '../store/talks.ts'
import { noteCame } from './came.ts'
import { commandIdOf, type Hearing } from './hearing.ts'
import { remark } from './remark.ts'
import { takeSaid } from './take-said.ts'
import { hearWords } from './words.ts'

/** @param at now (ISO, UTC) @throws when the queue is to ask again */
export async function takeHeard(id: string, key: string, at: string, receives: number): Promise<void> {
  const region = deployedRegion()
  const tableName = environment('TABLE_NAME')
  const channel = region.channels.find((one) => one.id === id)
  if (!channel) return log('channel gone', { channel: id })
  const name = { tableName, channel: id, key, at }
  const heard = (await loadHeard(name)) as Exclude<Heard, { kind: 'nothing' | 'confirmation' }> | undefined
  if (!heard) return log('heard before', { channel: id })
  if (heard.kind === 'commented' || heard.kind === 'uncommented') return
  const [dialog] = await keyedHashes(tableName, [`dialog ${channel.network} ${channel.account} ${heard.chat}`])
  const hearing = { tableName, region, channel, key, dialog: dialog!, at, receives, random: randomBytes }
  const outcome = await take(hearing, heard)
  await markTaken(name)
  log('heard', { channel: id, kind: heard.kind, ...outcome })
}

type Outcome = Readonly<Record<string, string>>

function take(
  hearing: Hearing,
  heard: Exclude<Heard, { kind: 'nothing' | 'confirmation' | 'commented' | 'uncommented' }>,
): Promise<Outcome> {
  switch (heard.kind) {
    case 'said':
      return takeSaid(hearing, heard)
    case 'deleted':
      return noteDeletion(hearing)
    case 'opened':
      return takeOpening(hearing, heard)
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
