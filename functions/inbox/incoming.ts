// A mail that is being taken, with what was found out about it, and what that needs. Passed between the steps of inbox.
import { createHash } from 'node:crypto'
import type { Random } from '../case/ids.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Courier } from '../mail/courier.ts'
import type { ReadMail } from './read-mail.ts'

export interface Incoming {
  readonly tableName: string
  readonly region: Region
  /** `region.mail.inbox`, which it cannot have come without. */
  readonly inbox: NonNullable<Region['mail']['inbox']>
  readonly mail: ReadMail
  /** The same for every copy of it. */
  readonly id: string
  /** Whether the domain of its sender vouches for it. */
  readonly isAuthentic: boolean
  /** Whether nobody wants an automatic answer to it. */
  readonly isQuiet: boolean
  /** ISO, UTC. */
  readonly at: string
  readonly random: Random
  readonly courier: Courier
}

/** Headers that servers add on the way, and so differ between copies of one mail. */
const OF_THE_WAY =
  /^(?:received|return-path|delivered-to|x-ses|x-original-to|authentication-results|arc-|dkim-|x-received)/i

/**
 * What a mail is known by: its sender and their id for it; one without an id by its content. Whoever takes another's id for their own
 * mail is another sender.
 */
export function idOf({ from, messageId }: Pick<ReadMail, 'from' | 'messageId'>, raw: Buffer): string {
  const hash = createHash('sha256').update(from?.address ?? '')
  if (messageId) hash.update(`id ${messageId}`)
  else {
    const end = raw.indexOf('\r\n\r\n')
    const head = end < 0 ? '' : raw.toString('latin1', 0, end)
    const kept = head.split(/\r\n(?![ \t])/).filter((line) => !OF_THE_WAY.test(line))
    hash.update(kept.join('\n')).update(end < 0 ? raw : raw.subarray(end))
  }
  return hash.digest('base64url').slice(0, 32)
}

/** In which of the region's languages a text is. */
export function languageOf({ languages }: Pick<Region, 'languages'>, text: string): Language {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const likely: Language = count(/[а-яё]/gi) >= count(/[a-z]/gi) ? 'ru' : 'en'
  return languages.find((one) => one === likely) ?? languages[0]!
}
