// Somebody writes, corrects, deletes or brings back a comment, and the network tells its receiver. Called by serve.ts.
import { commentUpdate, postUpdate } from './comment-updates.ts'
import { send } from './person.ts'
import { type Place, places, POST } from './walls.ts'
import type { NetworkName, World } from './world.ts'

export interface CommentWish {
  readonly network: NetworkName
  readonly name: string
  readonly what?: 'said' | 'edited' | 'deleted' | 'restored'
  readonly text?: string
  /** Of what is corrected, deleted or brought back. */
  readonly id?: number
  readonly place?: Place
  /** The words of what it is under. */
  readonly post?: string
  readonly picture?: Buffer
  readonly album?: string
  /** The comment that it replies to. */
  readonly to?: number
  /** Nobody is told of it. */
  readonly isLost?: boolean
  /** When it was written, where that is not now (ms). */
  readonly at?: number
}

/** @returns the number of the comment, and what the receiver replied @throws Error where nobody is registered */
export async function comment(
  world: World,
  wish: CommentWish,
  now: number,
  base: string,
): Promise<{ id: number; status: number }> {
  const { network, name, what = 'said', text = '', id, post = POST, picture, album, to, at = now } = wish
  const place = places.find((one) => one === wish.place) ?? 'wall'
  const [receiver] = world.receivers(network)
  if (!receiver) throw new Error(`Nobody is registered at ${network}.`)
  const known = world.walls.remarkBy(network, id ?? 0)
  const isNew =
    !known && !world.walls.all.some((one) => one.network === network && one.place === place && one.text === post)
  const wall = known?.wall ?? world.walls.wallOf(world, receiver, place, at, post)
  if (isNew && !wish.isLost) {
    const put = postUpdate(receiver, wall, now)
    if (put) await send(world, receiver, put)
  }
  const remark = known?.remark ?? {
    ...{
      id: world.nextId(),
      from: 'person' as const,
      name,
      person: world.walls.personOf(world, network, name),
      text,
      at,
    },
    ...(picture && { picture: `picture-${world.pictures.size}` }),
    ...(to !== undefined && { to }),
  }
  if (picture && remark.picture) world.pictures.set(remark.picture, picture)
  if (!known) wall.remarks.push(remark)
  if (what === 'edited') remark.text = text
  if (what === 'deleted' || what === 'restored') remark.deleted = what === 'deleted'
  if (wish.isLost) return { id: remark.id, status: 0 }
  const update = commentUpdate(receiver, {
    ...{ what, wall, remark, root: world.walls.rootOf(wall, remark).id, now },
    ...(remark.picture && { pictureUrl: `${base}/pictures/${remark.picture}` }),
    ...(album && { album }),
  })
  return { id: remark.id, status: update ? await send(world, receiver, update) : 0 }
}
