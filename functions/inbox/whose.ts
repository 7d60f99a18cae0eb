// Which mail of ours a mail replies to, if any: by the address it was sent to, else by what it refers to, else by the number of a case in its
// subject. The first two are signed; a number proves nothing by itself. Pure. Called by take.ts.
import { readToken, type ReplyToken, tokenIn } from '../links/reply-token.ts'
import type { ReadMail } from './read-mail.ts'

const NUMBER = /(?<![\w-])(\d{2,3}-\d{6}-[0-9A-HJKMNP-TV-Z]{5})(?![\w-])/i

export interface Pointer {
  /** Signed ones, the likeliest first; whether a signature is ours, is asked of the table's secret. */
  readonly tokens: readonly ReplyToken[]
  readonly caseId?: string
}

/** @param ours the address that the region reads @param domain of the ids that we give our mails */
export function pointerIn(
  { to, references, subject }: Pick<ReadMail, 'to' | 'references' | 'subject'>,
  ours: string,
  domain: string,
): Pointer {
  const byAddress = to.flatMap((address) => tokenIn(address, ours) ?? [])
  const ending = `@${domain.toLowerCase()}`
  // The newest stands last.
  const byReference = references
    .toReversed()
    .flatMap((id) => (id.toLowerCase().endsWith(ending) ? (readToken(id.slice(0, -ending.length)) ?? []) : []))
  const [, number] = NUMBER.exec(subject) ?? []
  return { tokens: unique([...byAddress, ...byReference]), ...(number && { caseId: number.toUpperCase() }) }
}

/** More are no mail program's. */
const MOST = 8

function unique(tokens: readonly ReplyToken[]): ReplyToken[] {
  return [...new Map(tokens.map((token) => [JSON.stringify(token), token])).values()].slice(0, MOST)
}
