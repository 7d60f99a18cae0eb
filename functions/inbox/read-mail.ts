// Reads a mail as it came: who wrote, to whom, what it says and what is attached, in whatever charset and however broken. Nothing of it is
// trusted. Called by take.ts.
import PostalMime, { type Address, addressParser, type Email, type Header } from 'postal-mime'
import { mendCharset, UNLABELLED } from './charsets.ts'
import { textOfMail, textOfReply } from './html-text.ts'

export interface MailFile {
  /** As the mail has it; may be empty. */
  readonly name: string
  /** In lower case, e.g. "image/jpeg"; the mail's word for it. */
  readonly type: string
  readonly content: Buffer
  /** Shown within the text, as pasted photos are, and logos. */
  readonly isInline: boolean
}

export interface ReadMail {
  /** The one address in From, in lower case; undefined where there is none, or several. */
  readonly from?: { readonly address: string; readonly name: string }
  /** Every address of ours or others that it was sent to, as far as it says, in lower case. */
  readonly to: readonly string[]
  readonly subject: string
  readonly messageId?: string
  /** Ids of In-Reply-To and References, without brackets. */
  readonly references: readonly string[]
  /** When its writer sent it, by their clock (ISO, UTC). */
  readonly date?: string
  /** The text, whole. */
  readonly text: string
  /** The text with what is quoted marked line by line. */
  readonly reply: string
  readonly files: readonly MailFile[]
  /** Whether what it says is encrypted, so that nobody here can read it. */
  readonly isSealed: boolean
  /** All values of a header, the topmost first. */
  readonly header: (name: string) => readonly string[]
  /** Of the mail itself, in lower case. */
  readonly type: string
}

/** Beyond them a mail is no letter of anybody's. */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, forceRfc822Attachments: true }
/** More parts, or lines that look like their beginnings, are no letter, either: each costs the parser time. */
const MOST_PARTS = 10_000
/** Where headers are looked for that name no charset (bytes). */
const HEAD_BYTES = 64 * 1024
const sealed = [
  'application/pkcs7-mime',
  'application/x-pkcs7-mime',
  'multipart/encrypted',
  'application/pgp-encrypted',
]
/** Of a signature, not of the writer. */
const ofSignatures = /^application\/(?:x-)?pkcs7-signature$|^application\/pgp-(?:signature|keys|encrypted)$/

/** @throws Error where it is no mail, or nested or headed beyond all measure */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  if (hasTooManyParts(raw)) throw new RangeError('The mail has too many parts.')
  const email = await PostalMime.parse(labelled(raw), LIMITS)
  const header = (name: string) => email.headers.filter(({ key }) => key === name).map(({ value }) => value)
  const text = mendCharset(email.text ?? '')
  const html = mendCharset(email.html ?? '')
  const isPlain = text.trim() !== ''
  const type = typeOf(email.headers)
  const messageId = idsIn(email.messageId ?? '')[0]
  const from = senderOf(email)
  const date = dateOf(email.date)
  return {
    ...(from && { from }),
    to: recipientsOf(email, header),
    subject: oneLine(mendCharset(email.subject ?? '')),
    ...(messageId && { messageId }),
    references: [...idsIn(email.inReplyTo ?? ''), ...idsIn(email.references ?? '')],
    ...(date && { date }),
    text: isPlain ? text : textOfMail(html),
    reply: isPlain ? text : textOfReply(html),
    files: filesOf(email),
    isSealed: sealed.some((one) => type.startsWith(one)),
    header,
    type,
  }
}

function hasTooManyParts(raw: Buffer): boolean {
  let found = 0
  for (let at = raw.indexOf('\n--'); at >= 0 && found <= MOST_PARTS; at = raw.indexOf('\n--', at + 1)) found += 1
  return found > MOST_PARTS
}

/** Where a text part names no charset, one is named that makes the parser lose no byte. */
function labelled(raw: Buffer): Buffer {
  const head = raw.subarray(0, HEAD_BYTES).toString('latin1')
  const named = head.replace(
    /^(content-type:[ \t]*text\/(?:plain|html))(?!(?:[^\r\n]|\r?\n[ \t])*charset)/gim,
    `$1; charset=${UNLABELLED}`,
  )
  const [top = ''] = named.split(/\r?\n\r?\n/, 1)
  const first = /^content-type:/im.test(top) ? '' : `Content-Type: text/plain; charset=${UNLABELLED}\r\n`
  if (first === '' && named === head) return raw
  return Buffer.concat([Buffer.from(first + named, 'latin1'), raw.subarray(HEAD_BYTES)])
}

function senderOf(email: Email) {
  const all = email.headers.filter(({ key }) => key === 'from').flatMap(({ value }) => mailboxes(addressParser(value)))
  const [only, ...others] = all
  if (!only || others.length > 0 || email.headers.filter(({ key }) => key === 'from').length !== 1) return undefined
  return { address: only.address.toLowerCase(), name: oneLine(mendCharset(only.name)) }
}

function mailboxes(addresses: readonly Address[]) {
  return addresses
    .flatMap((one) => one.group ?? [one])
    .flatMap(({ address, name }) => (address?.includes('@') ? [{ address, name }] : []))
}

/** Of To and Cc, and of what servers note of the address that they were given (SES: "Received: … for a@example.org; …"). */
function recipientsOf(email: Email, header: ReadMail['header']): string[] {
  const written = mailboxes([...(email.to ?? []), ...(email.cc ?? []), ...(email.bcc ?? [])]).map((one) => one.address)
  const noted = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => header(name))
  const received = header('received').flatMap((line) => /\bfor\s+<?([^\s<>;]+@[^\s<>;]+)>?/i.exec(line)?.[1] ?? [])
  return [...new Set([...received, ...noted, ...written].map((one) => one.replace(/^<|>$/g, '').trim().toLowerCase()))]
}

function filesOf({ attachments }: Email): MailFile[] {
  return attachments
    .filter(({ mimeType }) => !ofSignatures.test(mimeType))
    .map(({ filename, mimeType, content, related, disposition }) => ({
      name: oneLine(mendCharset(filename ?? ''))
        .split(/[\\/]/)
        .at(-1)!
        .slice(0, 100),
      type: mimeType.toLowerCase(),
      content: Buffer.from(content as Uint8Array),
      isInline: related === true || disposition === 'inline',
    }))
}

function typeOf(headers: readonly Header[]): string {
  return (headers.find(({ key }) => key === 'content-type')?.value ?? '').toLowerCase()
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/<([^<>\s]{3,400})>/g)].map(([, id]) => id!)
}

function dateOf(text: string | undefined): string | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
