// What stands on the wall of a VK community: its recent posts (wall.get) and the comments below each (wall.getComments, with threads), as the updates that VK
// would have told of them. Both methods take a user's or a service token (VKCOM/vk-api-schema, wall/methods). Called by hear.
import * as z from 'zod/mini'
import type { Heard } from './network.ts'
import { call, LATER } from './vk.ts'
import { publicIn } from './vk-comments.ts'

/** Of one look. With the 48 of a day it asks at most 1,440 times; VK publishes no limit of a day for these methods. */
export const MOST_CALLS = 30
/** A service token may ask three times a second (ms). */
const PAUSE_MS = 350
const MOST_POSTS = 20
const PAGE = 100
/** The most of a thread that come with its first comment. */
const THREAD = 10
/** Not let in, or of another kind: of the token, whatever is asked (errors.json). */
const TOKEN = [5, 14, 17, 27, 28]

export interface Looking {
  readonly serviceToken: string
  /** The number of the community. */
  readonly account: string
  /** What was written between (ISO, UTC). */
  readonly since: string
  readonly until: string
  /** Which of the longer threads is asked for first, in turn: they may be too many for one look. */
  readonly turn: number
  /** Waits (ms). */
  readonly pause: (ms: number) => Promise<void>
  /** Whether there is time for another request. */
  readonly goesOn: () => boolean
}

export type WallSeen =
  /** `unread`: pages that were not asked for. `shut`: posts whose comments nobody may read. */
  | { readonly outcome: 'seen'; readonly heard: readonly Heard[]; readonly unread: number; readonly shut: number }
  | { readonly outcome: 'later'; readonly why: string }
  | { readonly outcome: 'refused'; readonly why: string }

const post = z.object({
  ...{ id: z.int(), date: z.number() },
  comments: z.optional(z.object({ count: z.optional(z.int()) })),
})
const thread = z.object({ count: z.optional(z.int()), items: z.optional(z.array(z.unknown())) })
const comment = z.object({
  ...{ id: z.int(), date: z.number(), deleted: z.optional(z.boolean()) },
  thread: z.catch(z.optional(thread), undefined),
})

/** A page of the comments below a post, or below one of them. */
interface Page {
  readonly post: number
  readonly root?: number
  readonly offset: number
}

/** Never throws: what VK refuses is told. */
export async function lookAtWall(looking: Looking): Promise<WallSeen> {
  const { account, turn, pause, goesOn } = looking
  const wall = await ask(looking, 'wall.get', { count: String(MOST_POSTS) })
  if (wall.outcome !== 'given') return { outcome: wall.outcome === 'later' ? 'later' : 'refused', why: wall.why }
  const heard = wall.items.map((object) => publicIn({ type: 'wall_post_new', group_id: Number(account), object }))
  const posts = wall.items.flatMap((item) => post.safeParse(item).data ?? [])
  const first = posts.filter(({ comments }) => comments?.count !== 0).map(({ id }): Page => ({ post: id, offset: 0 }))
  const further: Page[] = []
  let shut = 0
  for (let calls = 1; calls < MOST_CALLS && first.length + further.length > 0 && goesOn(); calls += 1) {
    const page = first.shift() ?? further.splice(turn % further.length, 1)[0]!
    await pause(PAUSE_MS)
    const given = await ask(looking, 'wall.getComments', parametersOf(page))
    if (given.outcome === 'token') return { outcome: 'refused', why: given.why }
    if (given.outcome === 'shut') shut += 1
    if (given.outcome === 'later') {
      // What was seen by now is worth having; the rest is seen at the next look.
      first.push(page)
      break
    }
    if (given.outcome !== 'given') continue
    heard.push(...commentsIn(looking, page, given.items))
    further.push(...pagesAfter(looking, page, given.items))
  }
  const known = new Map(heard.filter((one) => isWithin(looking, one)).map((one) => ['key' in one ? one.key : '', one]))
  return { outcome: 'seen', heard: [...known.values()], unread: first.length + further.length, shut }
}

type Given =
  | { readonly outcome: 'given'; readonly items: readonly unknown[] }
  | { readonly outcome: 'later' | 'token' | 'shut'; readonly why: string }

/** `shut`: of the post. */
async function ask(
  { serviceToken, account }: Pick<Looking, 'serviceToken' | 'account'>,
  method: 'wall.get' | 'wall.getComments',
  parameters: Readonly<Record<string, string>>,
): Promise<Given> {
  const answered = await call(serviceToken, method, { owner_id: `-${account}`, ...parameters })
  if (answered.outcome !== 'answered') return { outcome: 'later', why: answered.outcome }
  const { response, error } = (answered.value ?? {}) as {
    response?: { items?: unknown }
    error?: { error_code?: number }
  }
  if (Array.isArray(response?.items)) return { outcome: 'given', items: response.items as unknown[] }
  const code = error?.error_code
  const why = code === undefined ? `HTTP ${answered.status}` : `error ${code}`
  if (code === undefined || LATER.includes(code)) return { outcome: 'later', why }
  return { outcome: TOKEN.includes(code) ? 'token' : 'shut', why }
}

/** The newest first, whole, and of each thread what comes along. */
function parametersOf({ post: post_id, root, offset }: Page): Record<string, string> {
  return {
    ...{ post_id: String(post_id), sort: 'desc', count: String(PAGE), offset: String(offset), preview_length: '0' },
    ...(root === undefined ? { thread_items_count: String(THREAD) } : { comment_id: String(root) }),
  }
}

function commentsIn({ account }: Looking, { post: post_id }: Page, items: readonly unknown[]): Heard[] {
  const all = items.flatMap((item) => [item, ...(comment.safeParse(item).data?.thread?.items ?? [])])
  const standing = all.filter((item) => comment.safeParse(item).data?.deleted !== true)
  return standing.map((item) => {
    const object = { owner_id: -Number(account), post_id, ...(item as object) }
    return publicIn({ type: 'wall_reply_new', group_id: Number(account), object })
  })
}

/** The threads that did not come whole, and the next page where this one ends within the time that is looked at. */
function pagesAfter({ since }: Looking, page: Page, items: readonly unknown[]): Page[] {
  const all = items.flatMap((item) => comment.safeParse(item).data ?? [])
  const last = all.at(-1)
  const goesOn = items.length >= PAGE && last && last.date * 1000 >= Date.parse(since)
  const threads = all.filter(
    ({ thread: below }) => page.root === undefined && (below?.count ?? 0) > (below?.items?.length ?? 0),
  )
  return [
    ...(goesOn ? [{ ...page, offset: page.offset + PAGE }] : []),
    ...threads.map(({ id }): Page => ({ post: page.post, root: id, offset: 0 })),
  ]
}

function isWithin({ since, until }: Looking, heard: Heard): boolean {
  return 'at' in heard && heard.at >= since && heard.at <= until
}

/** Whether VK lets a service token read a community's wall: `shut` where it does not take it. */
export async function lookAtServiceToken(serviceToken: string, account: string): Promise<'taken' | 'shut' | 'silent'> {
  const { outcome } = await ask({ serviceToken, account }, 'wall.get', { count: '1' })
  return outcome === 'given' ? 'taken' : outcome === 'later' ? 'silent' : 'shut'
}
