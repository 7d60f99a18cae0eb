// What people write in public in the simulator: a post of each page, comments under it, and the page's answers. Called by serve.ts and the APIs.
import type { NetworkName, Receiver } from './receiver.ts'

/** Where a comment stands: under a post, a photo, a video, in a discussion; or a post that somebody suggests (VK alone but the first). */
export const places = ['wall', 'photo', 'video', 'topic', 'suggest'] as const
export type Place = (typeof places)[number]

export interface Remark {
  readonly id: number
  readonly from: 'person' | 'account'
  readonly name: string
  readonly person: number
  text: string
  readonly at: number
  readonly picture?: string
  /** Which comment it replies to. */
  readonly to?: number
  deleted?: boolean
}

export interface Wall {
  readonly network: NetworkName
  readonly account: string
  readonly place: Place
  /** Of the post, the photo, …; of Telegram in the channel's group. */
  readonly id: number
  readonly text: string
  /** When it was put up (ms). */
  readonly at: number
  readonly remarks: Remark[]
}

/** Who gives numbers: the simulator. */
interface Numbers {
  readonly nextId: () => number
  readonly personOf: (network: NetworkName, name: string) => number | undefined
}

export const POST = 'Завтра начнём ремонт улицы Садовой.'

/** The number of Telegram's group and MAX's channel, by the page's: each network has one page. */
export const GROUP = -1_001_950_000_001
export const CHANNEL = -95_000_001

export class Walls {
  readonly all: Wall[] = []
  /** Answers by VK's `guid`: a second one with the same is the first. */
  readonly known = new Map<string, number>()
  readonly #people = new Map<string, number>()

  /** The wall of a page, put up where there is none; a suggested post is always a new one. */
  wallOf(numbers: Numbers, { network, account }: Receiver, place: Place, at: number, text = POST): Wall {
    const isIt = (one: Wall) => one.network === network && one.account === account && one.place === place
    const known = place === 'suggest' ? undefined : this.all.find((one) => isIt(one) && one.text === text)
    if (known) return known
    const wall = { network, account, place, id: numbers.nextId(), text, at, remarks: [] }
    this.all.push(wall)
    return wall
  }

  personOf(numbers: Numbers, network: NetworkName, name: string): number {
    const key = `${network} ${name}`
    const known = this.#people.get(key) ?? numbers.personOf(network, name) ?? 1_000_000 + numbers.nextId()
    this.#people.set(key, known)
    return known
  }

  remarkBy(network: NetworkName, id: number): { wall: Wall; remark: Remark } | undefined {
    for (const wall of this.all.filter((one) => one.network === network))
      for (const remark of wall.remarks) if (remark.id === id) return { wall, remark }
    return undefined
  }

  /** The comment in whose thread another one stands: itself, where it replies to none. */
  rootOf(wall: Pick<Wall, 'remarks'>, remark: Remark): Remark {
    const above = remark.to === undefined ? undefined : wall.remarks.find(({ id }) => id === remark.to)
    return above ? this.rootOf(wall, above) : remark
  }

  /** The page's answer to a comment. @returns its number; undefined where there is no such comment */
  answer(numbers: Numbers, wall: Wall, to: number | undefined, text: string, at: number): number | undefined {
    if (to !== undefined && !wall.remarks.some(({ id, deleted }) => id === to && !deleted)) return undefined
    const id = numbers.nextId()
    wall.remarks.push({ id, from: 'account', name: '', person: 0, text, at, ...(to !== undefined && { to }) })
    return id
  }
}
