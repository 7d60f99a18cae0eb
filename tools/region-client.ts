// The client by which commands ask a region: where nobody answers they say so at once. Called by the commands that have an address and a key.
import { Otklik } from './client/client.ts'
import type { Options } from './client/transport.ts'

export function clientAt(url: string, key: string, more: Partial<Options> = {}): Otklik {
  return new Otklik({ url, key, unreachableMs: 0, ...more })
}
