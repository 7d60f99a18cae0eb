// Composes the message SES sends: its headers thread all mails of a case to one person, and tell machines not to
// answer. SES puts its own Message-ID and Date in place of any. Called by the courier of e-mail.
import MimeNode from 'nodemailer/lib/mime-node'
import { letters, type Random } from '../case/ids.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { type Letter, letterHtml, letterText } from './blocks.tsx'
import type { Replies } from './courier.ts'

interface MailAddress {
  readonly address: string
  readonly name: string
}

export interface Composing {
  readonly region: Region
  /** The cases it tells of; a mail of one case stays in that case's thread. */
  readonly cases: readonly string[]
  /** Contact id, or "citizen": one thread per case and recipient. */
  readonly recipient: string
  readonly letter: Letter
  readonly language: Language
  readonly to: MailAddress
  readonly unsubscribe?: string
  readonly replies?: Replies
  /** ISO, UTC. */
  readonly at: string
  readonly random: Random
}

/** The raw message (RFC 5322, MIME): text and HTML as alternatives. Nothing in it is read from a file or an address. */
export async function composeMail({
  region,
  cases,
  recipient,
  letter,
  language,
  to,
  unsubscribe,
  replies,
  at,
  random,
}: Composing): Promise<Buffer> {
  const about = cases.length === 1 ? cases[0]! : 'digest'
  const thread = `<${about}.${recipient}@${region.mail.domain}>`
  const mail = new MimeNode('multipart/alternative', {
    baseBoundary: letters(24, random),
    disableFileAccess: true,
    disableUrlAccess: true,
    textEncoding: 'B',
  })
  mail.setHeader({
    From: { address: region.mail.from, name: region.mail.displayName },
    'Reply-To': replies?.address ?? region.mail.replyTo,
    To: to,
    Subject: letter.subject,
    Date: new Date(at).toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${about}.${letters(16, random)}@${region.mail.domain}>`,
    // A program that loses the address keeps what a mail refers to.
    References: replies ? `${thread} <${replies.token}@${region.mail.domain}>` : thread,
    'In-Reply-To': thread,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(cases.length > 0 && { 'X-Otklik-Case': cases.join(' ') }),
    'Content-Language': language,
    ...(unsubscribe && {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  })
  mail.createChild('text/plain; charset=utf-8').setContent(letterText(letter))
  mail.createChild('text/html; charset=utf-8').setContent(letterHtml(letter, language, region))
  return mail.build()
}
