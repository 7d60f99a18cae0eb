// What VK tells a service token of a community's wall: posts, and the comments below each with their threads (VKCOM/vk-api-schema, wall). Called by vk-api.ts.
import { commentOfVk, postOfVk } from './comment-updates.ts'
import type { Remark, Wall } from './walls.ts'
import type { World } from './world.ts'

type Form = Readonly<Record<string, string>>

const number = (given: string | undefined, otherwise: number) => (given === undefined ? otherwise : Number(given))

/** wall.get: the newest first. */
export function wallOfVk({ walls }: World, form: Form) {
  const all = wallsOf(walls.all, form).toSorted((one, other) => other.id - one.id)
  const items = part(all, form, 20).map((wall) => {
    const comments = { can_post: 1, count: standing(wall).length, groups_can_post: true }
    return { ...postOfVk(wall), marked_as_ads: 0, comments }
  })
  return { count: all.length, items }
}

/** wall.getComments: below a post, or in the thread of `comment_id`. @returns undefined where there is no such post */
export function commentsOfVk(world: World, form: Form, base: string) {
  const { walls } = world
  const wall = wallsOf(walls.all, form).find(({ id }) => id === Number(form['post_id']))
  if (!wall) return undefined
  const remarks = standing(wall)
  const under = (root: number) => remarks.filter((one) => one.id !== root && walls.rootOf(wall, one).id === root)
  const seen = (remark: Remark) => ({
    ...commentOfVk(remark, walls.rootOf(wall, remark).id, remark.picture && `${base}/pictures/${remark.picture}`),
    ...{ from_id: remark.from === 'account' ? -Number(wall.account) : remark.person },
    ...{ post_id: wall.id, owner_id: -Number(wall.account) },
  })
  const root = form['comment_id']
  const all = root === undefined ? remarks.filter(({ to }) => to === undefined) : under(Number(root))
  const ordered = form['sort'] === 'desc' ? all.toReversed() : all
  const most = number(form['thread_items_count'], 0)
  const items = part(ordered, form, 10).map((remark) => {
    const below = under(remark.id)
    const thread = { count: below.length, items: below.slice(0, most).map(seen), can_post: true, groups_can_post: true }
    return { ...seen(remark), ...(root === undefined && { thread }) }
  })
  return { count: remarks.length, items, current_level_count: all.length, can_post: true, show_reply_button: true }
}

function wallsOf(all: readonly Wall[], { owner_id: owner }: Form): Wall[] {
  return all.filter(({ network, place, account }) => network === 'vk' && place === 'wall' && owner === `-${account}`)
}

function standing({ remarks }: Wall): Remark[] {
  return remarks.filter(({ deleted }) => !deleted)
}

function part<T>(all: readonly T[], form: Form, count: number): T[] {
  const offset = number(form['offset'], 0)
  return all.slice(offset, offset + Math.min(100, number(form['count'], count)))
}
