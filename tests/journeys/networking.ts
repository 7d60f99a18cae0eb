// People who write in social networks, for the journeys: what they write, correct and delete, what goes wrong, and what they read.
import type { RegionAtWork } from './region-at-work.ts'

export type Named = 'vk' | 'max' | 'telegram'

export interface Writing {
  readonly network: Named
  readonly name: string
  readonly what?: 'said' | 'edited' | 'deleted' | 'opened'
  readonly text?: string
  readonly id?: number
  readonly location?: { readonly lat: number; readonly lon: number }
  readonly album?: string
  /** Of a link by which the dialog is opened. */
  readonly ref?: string
  /** In base64. */
  readonly picture?: string
}

export interface Commenting extends Omit<Writing, 'what' | 'location'> {
  readonly what?: 'said' | 'edited' | 'deleted' | 'restored'
  readonly place?: 'wall' | 'photo' | 'video' | 'topic' | 'suggest'
  /** The words of what it is under. */
  readonly post?: string
  /** The comment that it replies to. */
  readonly to?: number
  /** Nobody is told of it. */
  readonly isLost?: boolean
}

interface Wall {
  readonly network: Named
  readonly remarks: readonly {
    readonly id: number
    readonly from: 'person' | 'account'
    readonly text: string
    readonly to?: number
  }[]
}

interface Talk {
  readonly network: Named
  readonly name: string
  readonly lines: readonly { readonly id: number; readonly from: 'person' | 'account'; readonly text: string }[]
}

export function networksOf({ engine }: Pick<RegionAtWork, 'engine'>) {
  const post = async (path: string, value: object) => {
    const headers = { 'Content-Type': 'application/json' }
    const reply = await fetch(`${engine.networksUrl}/${path}`, { method: 'POST', headers, body: JSON.stringify(value) })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as { id: number; status: number }
  }
  return {
    /** Without waiting for what comes of it. */
    send: (writing: Writing) => post('write', writing),
    async write(writing: Writing) {
      const written = await post('write', writing)
      await engine.idle()
      return written
    },
    /** Without waiting for what comes of it. */
    sendComment: (comment: Commenting) => post('comment', comment),
    async comment(comment: Commenting) {
      const written = await post('comment', comment)
      await engine.idle()
      return written
    },
    /** What the page said to a comment, oldest first. */
    async answers(network: Named, comment: number): Promise<string[]> {
      await engine.idle()
      const walls = (await (await fetch(`${engine.networksUrl}/walls`)).json()) as Wall[]
      const all = walls.filter((one) => one.network === network).flatMap(({ remarks }) => remarks)
      return all.filter(({ from, to }) => from === 'account' && to === comment).map(({ text }) => text)
    },
    async repeat(network: Named, back = 0) {
      const { status } = await post('repeat', { network, back })
      await engine.idle()
      return status
    },
    trouble: (network: Named, what: string, times = 1) => post('trouble', { network, what, times }),
    /** What the community or bot said to somebody, oldest first. */
    async said(network: Named, name: string): Promise<string[]> {
      await engine.idle()
      const talks = (await (await fetch(`${engine.networksUrl}/talks`)).json()) as Talk[]
      const talk = talks.find((one) => one.network === network && one.name === name)
      return (talk?.lines ?? []).filter(({ from }) => from === 'account').map(({ text }) => text)
    },
  }
}
