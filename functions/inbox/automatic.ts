// What sort of mail came: a person's, or one that no person wrote for us. Said by its headers alone, never by words of its subject, which
// differ by language and are written by people, too (RFC 3834, RFC 3464, RFC 2919, RFC 2369). Pure. Called by take.ts.
import type { ReadMail } from './read-mail.ts'

/**
 * `own`: a mail of ours that came back, or one from an address of ours. `report`: that a mail did not arrive, or was complained of.
 * `automatic`: out of office, a receipt, a robot. `bulk`: advertising and the like. `list`: a person's, by a mailing list.
 */
export type Sort = 'person' | 'list' | 'own' | 'report' | 'automatic' | 'bulk'

type Headed = Pick<ReadMail, 'header' | 'type' | 'from'>

const AUTOMATIC = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponse',
  'x-auto-reply',
  'x-mail-autoreply',
  'x-fc-machinegenerated',
]
const ROBOTS = /^(?:mailer-daemon|postmaster|mail-daemon|double-bounce)@/

/** @param ours the addresses by which the region writes and receives, in lower case */
export function sortOf(mail: Headed, ours: readonly string[]): Sort {
  const { header, type, from } = mail
  const says = (name: string) => header(name).map((value) => value.trim().toLowerCase())
  if (header('x-otklik-case').length > 0 || (from && isOurs(from.address, ours))) return 'own'
  if (type.startsWith('multipart/report') || ROBOTS.test(from?.address ?? '')) return 'report'
  if (says('auto-submitted').some((value) => !/^no\b/.test(value))) return 'automatic'
  if (AUTOMATIC.some((name) => says(name).some((value) => value !== 'no'))) return 'automatic'
  if (says('precedence').some((value) => /^auto_reply/.test(value))) return 'automatic'
  // No envelope sender: a server wrote it.
  if (says('return-path').some((value) => value === '<>')) return 'report'
  if (says('list-id').length > 0 || says('list-post').length > 0 || says('precedence').includes('list')) return 'list'
  const isBulk = says('precedence').some((value) => value === 'bulk' || value === 'junk')
  return isBulk || says('list-unsubscribe').length > 0 || says('feedback-id').length > 0 ? 'bulk' : 'person'
}

/** Whether whoever wrote it, or their program, asks for no automatic reply (MS-OXCMAIL, X-Auto-Response-Suppress). */
export function wantsNoReply({ header }: Pick<ReadMail, 'header'>): boolean {
  return header('x-auto-response-suppress').some((value) => /\b(?:all|dr|autoreply)\b/i.test(value))
}

function isOurs(address: string, ours: readonly string[]): boolean {
  return ours.includes(withoutTag(address))
}

/** "cur+95-…@example.org" is "cur@example.org". */
function withoutTag(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, '')
}
