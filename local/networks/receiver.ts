// The networks of the simulator, and who is called of each. Used by the rest of networks/.

export const networkNames = ['vk', 'max', 'telegram'] as const
export type NetworkName = (typeof networkNames)[number]

/** Where a community or bot is called, and how the network shows that it is it. */
export interface Receiver {
  readonly network: NetworkName
  /** Of a community of VK its number, of a bot its token. */
  readonly account: string
  readonly url: string
  readonly secret: string
}
