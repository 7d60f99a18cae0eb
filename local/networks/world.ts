// What the simulator of social networks knows: which receivers are registered, who wrote what in which dialog, and what is to go wrong. It lives as
// long as the engine; receivers are kept in a file. Used by the rest of networks/.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { NetworkName, Receiver } from './receiver.ts'
import { Walls } from './walls.ts'

export { type NetworkName, networkNames, type Receiver } from './receiver.ts'

export interface Line {
  readonly id: number
  readonly from: 'person' | 'account'
  text: string
  readonly at: number
  readonly picture?: string
  readonly location?: { readonly lat: number; readonly lon: number }
  deleted?: boolean
}

export interface Talk {
  readonly network: NetworkName
  readonly account: string
  readonly person: number
  readonly name: string
  readonly lines: Line[]
  /** What the link said by which the dialog was opened. */
  ref?: string
}

/**
 * What happens to messages that are sent to the network, so many times: no answer though it took them, “too many”, the person forbade it, the token is not
 * taken, no connection.
 */
export const troubles = ['silent', 'too many', 'refused', 'shut', 'broken'] as const
export type Trouble = (typeof troubles)[number]

export class World {
  readonly talks: Talk[] = []
  readonly walls = new Walls()
  readonly pictures = new Map<string, Buffer>()
  /** Updates as they went out, the newest last, with where to. */
  readonly sent: { readonly receiver: Receiver; readonly body: string }[] = []
  /** Messages by VK's `random_id`: a second one with the same is the first. */
  readonly known = new Map<string, number>()
  readonly #troubles = new Map<NetworkName, { what: Trouble; times: number }>()
  readonly #file: string
  #receivers: Receiver[]
  #ids = 100

  constructor(file: string) {
    this.#file = file
    this.#receivers = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Receiver[]) : []
  }

  nextId(): number {
    return (this.#ids += 1)
  }

  receivers(network: NetworkName, account?: string): readonly Receiver[] {
    return this.#receivers.filter((one) => one.network === network && (account ?? one.account) === one.account)
  }

  register(receiver: Receiver) {
    const isOther = (one: Receiver) => one.network !== receiver.network || one.account !== receiver.account
    this.#keep([...this.#receivers.filter(isOther), receiver])
  }

  unregister(network: NetworkName, account: string) {
    this.#keep(this.#receivers.filter((one) => one.network !== network || one.account !== account))
  }

  #keep(receivers: Receiver[]) {
    this.#receivers = receivers
    writeFileSync(this.#file, JSON.stringify(receivers), { mode: 0o600 })
  }

  /** The dialog of a person with an account, begun where there is none. */
  talkOf(network: NetworkName, account: string, name: string): Talk {
    const known = this.talks.find((one) => one.network === network && one.account === account && one.name === name)
    if (known) return known
    const begun = { network, account, person: 1_000_000 + this.nextId(), name, lines: [] }
    this.talks.push(begun)
    return begun
  }

  /** The number of somebody who has a dialog. */
  personOf(network: NetworkName, name: string): number | undefined {
    return this.talks.find((one) => one.network === network && one.name === name)?.person
  }

  /** Of MAX the number of a dialog is another than that of its person. */
  chatOf({ network, person }: Talk): number {
    return network === 'max' ? person + 5_000_000 : person
  }

  talkByChat(network: NetworkName, chat: number): Talk | undefined {
    return this.talks.find((one) => one.network === network && this.chatOf(one) === chat)
  }

  plan(network: NetworkName, what: Trouble, times: number) {
    this.#troubles.set(network, { what, times })
  }

  /** What is to go wrong with the next message. */
  trouble(network: NetworkName): Trouble | undefined {
    const planned = this.#troubles.get(network)
    if (!planned || planned.times < 1) return undefined
    planned.times -= 1
    return planned.what
  }
}
