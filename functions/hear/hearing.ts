// Something that was heard, with what taking it needs. Passed between the steps of hear.
import { createHash } from 'node:crypto'
import { letters, type Random } from '../case/ids.ts'
import type { ChannelSettings, Region } from '../../regions/schema.ts'

export interface Hearing {
  readonly tableName: string
  readonly region: Region
  readonly channel: ChannelSettings
  /** What the network calls it. */
  readonly key: string
  /** Of the dialog, keyed. */
  readonly dialog: string
  /** ISO, UTC. */
  readonly at: string
  /** How often it was given to us by now. */
  readonly receives: number
  readonly random: Random
}

/** The same for all that comes of it. */
export function commandIdOf({ channel, key }: Hearing): string {
  return `heard-${channel.id}-${key}`
}

/** The name under which its words are kept. */
export function messageIdOf(hearing: Hearing): string {
  return letters(12, (bytes) => createHash('sha256').update(commandIdOf(hearing)).digest().subarray(0, bytes))
}
