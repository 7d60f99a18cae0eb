// Somebody writes, corrects or deletes something, and the network tells its receiver, as often as it takes. Called by serve.ts.
import { setTimeout as pause } from 'node:timers/promises'
import { type Happening, requestOf, updateOf } from './updates.ts'
import type { NetworkName, Receiver, World } from './world.ts'

/** How long a network waits before it tells of something again (ms), and how often it does: theirs are minutes. */
const AGAIN_MS = 300
const TIMES = 5

export interface Wish {
  readonly network: NetworkName
  /** Without one, the only receiver of the network. */
  readonly account?: string
  readonly name: string
  readonly what?: Happening['what']
  readonly text?: string
  /** Of what is corrected or deleted. */
  readonly id?: number
  readonly picture?: Buffer
  readonly location?: { readonly lat: number; readonly lon: number }
  readonly album?: string
  /** Of whoever opens the dialog by a link: what stands behind "?start=" or "?ref=". */
  readonly ref?: string
  /** When it was written, where that is not now (ms). */
  readonly at?: number
}

/** @returns the number of the line, and what the receiver replied @throws Error where nobody is registered */
export async function write(
  world: World,
  wish: Wish,
  now: number,
  base: string,
): Promise<{ id: number; status: number }> {
  const { network, name, what = 'said', text = '', id, picture, location, album, at = now } = wish
  const [receiver] = world.receivers(network, wish.account)
  if (!receiver) throw new Error(`Nobody is registered at ${network}.`)
  const talk = world.talkOf(network, receiver.account, name)
  const known = talk.lines.find((line) => line.id === id)
  const line = known ?? {
    id: world.nextId(),
    from: 'person' as const,
    text,
    at,
    ...(picture && { picture: `picture-${world.pictures.size}` }),
    ...(location && { location }),
  }
  if (picture && line.picture) world.pictures.set(line.picture, picture)
  if (!known && what !== 'opened') talk.lines.push(line)
  if (what === 'opened') talk.ref = wish.ref ?? ''
  if (what === 'edited') line.text = text
  if (what === 'deleted') line.deleted = true
  const update = updateOf(receiver, {
    ...{ what, talk, line, chat: world.chatOf(talk), now },
    ...(line.picture && { pictureUrl: `${base}/pictures/${line.picture}` }),
    ...(location && { location }),
    ...(album && { album }),
  })
  if (!update) return { id: line.id, status: 0 }
  world.sent.push({ receiver, body: update.body })
  return { id: line.id, status: await tell(receiver, update.body, update.headers) }
}

/** Tells something of any kind. @returns what the receiver replied */
export function send(world: World, receiver: Receiver, update: object): Promise<number> {
  const { body, headers } = requestOf(receiver, update)
  world.sent.push({ receiver, body })
  return tell(receiver, body, headers)
}

/** Tells once more what was told before: the last update, or the one so many before it. */
export async function repeat(world: World, network: NetworkName, back = 0): Promise<number> {
  const all = world.sent.filter(({ receiver }) => receiver.network === network)
  const found = all.at(-1 - back)
  if (!found) throw new Error('Nothing was told yet.')
  const { receiver, body } = found
  const headers: Record<string, string> =
    receiver.network === 'max'
      ? { 'X-Max-Bot-Api-Secret': receiver.secret }
      : { 'X-Telegram-Bot-Api-Secret-Token': receiver.secret }
  return tell(receiver, body, receiver.network === 'vk' ? {} : headers)
}

async function tell({ url }: Receiver, body: string, headers: Record<string, string>): Promise<number> {
  let status = 0
  for (let time = 0; time < TIMES; time += 1) {
    if (time > 0) await pause(AGAIN_MS)
    const all = { 'Content-Type': 'application/json', ...headers }
    const response = await fetch(url, { method: 'POST', headers: all, body }).catch(() => undefined)
    status = response?.status ?? 0
    if (response && status < 500) return status
  }
  return status
}
