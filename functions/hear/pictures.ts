// Fetches the pictures of a message at once, as their addresses end soon, and puts them where photos are sent, for redraw to look at. Addresses are never
// kept or named: Telegram's hold the token. What cannot be fetched is named in the case. Called by take-said.ts.
import { createHash } from 'node:crypto'
import { letters } from '../case/ids.ts'
import { environment, environmentIfSet } from '../edge/environment.ts'
import { TRIES } from '../edge/consumer.ts'
import { log } from '../edge/log.ts'
import { writeIncoming } from '../files/bucket.ts'
import { incomingName, MOST_BYTES } from '../files/names.ts'
import { ask } from '../networks/ask.ts'
import type { ChannelSecret, Network, PictureRef } from '../networks/network.ts'
import { networks } from '../networks/networks.ts'
import { secretOf } from '../networks/secrets.ts'
import { handle } from '../store/handle.ts'
import { loadCase } from '../store/load.ts'
import { commandIdOf, type Hearing } from './hearing.ts'
import { hearWords } from './words.ts'

/** More of one message are not taken: a case has ten at most. */
const MOST_PICTURES = 10

/** @throws when one may be fetched later, while it is not the last try */
export async function takePictures(hearing: Hearing, pictures: readonly PictureRef[], caseId: string): Promise<void> {
  if (pictures.length === 0 || !environmentIfSet('PHOTOS_BUCKET')) return
  const { channel, at, receives } = hearing
  const secret = await secretOf(environment('STACK'), channel.id, at)
  if (!secret) throw new Error('The channel has no token.')
  let lost = Math.max(0, pictures.length - MOST_PICTURES)
  for (const picture of pictures.slice(0, MOST_PICTURES)) {
    const fetched = await fetchPicture(networks[channel.network], secret, picture)
    if (fetched === 'not now' && receives < TRIES) throw new Error('A picture cannot be fetched now.')
    if (fetched === 'not now' || fetched === 'never') lost += 1
    else await keep(caseId, fetched.content, fetched.type)
  }
  if (lost > 0) await noteLost(hearing, caseId, lost)
}

type Fetched = { readonly content: Buffer; readonly type: string } | 'never' | 'not now'

async function fetchPicture(network: Network, secret: ChannelSecret, picture: PictureRef): Promise<Fetched> {
  if ('fileId' in picture && (picture.bytes ?? 0) > MOST_BYTES) return 'never'
  const url = await network.addressOf(secret, picture).catch(() => 'not now' as const)
  if (url === undefined) return 'never'
  if (url === 'not now') return url
  const answered = await ask({ url, authority: secret.authority, mostBytes: MOST_BYTES })
  if (answered.outcome === 'too large') return 'never'
  if (answered.outcome !== 'answered' || answered.status >= 500 || answered.status === 429) return 'not now'
  return answered.status === 200 ? { content: answered.body, type: answered.type } : 'never'
}

/** The same picture is one photo of a case. */
async function keep(caseId: string, content: Buffer, type: string): Promise<void> {
  const digest = createHash('sha256').update(caseId).update(content).digest()
  const photo = letters(16, (bytes) => digest.subarray(0, bytes))
  await writeIncoming(incomingName({ caseId, by: { role: 'citizen' }, photo }), content, typeOf(type))
}

/** What it is, redraw finds out by its content. */
function typeOf(type: string): string {
  return /^image\/[\w.+-]{1,40}$/.test(type) ? type : 'application/octet-stream'
}

async function noteLost(hearing: Hearing, caseId: string, lost: number): Promise<void> {
  const { tableName, region, at } = hearing
  const stored = await loadCase(tableName, caseId, at)
  const text = hearWords[stored?.state.language ?? region.languages[0]!].photosLost(lost)
  const command = { type: 'Note', by: { role: 'system' }, text } as const
  const commandId = `${commandIdOf(hearing)}-pictures`
  const { outcome } = await handle({ tableName, region, caseId, command, at, commandId })
  log('pictures lost', { caseId, lost, outcome })
}
