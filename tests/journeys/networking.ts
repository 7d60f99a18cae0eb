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
