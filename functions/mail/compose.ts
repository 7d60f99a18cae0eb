// A letter becomes the message SES sends: its headers thread all mails of a case to one person, and tell machines not
// to answer. SES puts its own Message-ID and Date in place of any.
import type { Case } from '../case/case.ts'
import type { Random } from '../case/ids.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { letterHtml, letterText, type Letter } from './blocks.tsx'
import { mimeMessage, type MailAddress } from './mime.ts'

export interface Composing {
  readonly region: Region
  readonly state: Case
  /** Contact id, or "citizen": one thread per case and recipient. */
  readonly recipient: string
  readonly letter: Letter
  readonly language: Language
  readonly to: MailAddress
  /** ISO, UTC. */
  readonly at: string
  readonly random: Random
}

export function composeMail({ region, state, recipient, letter, language, to, at, random }: Composing): string {
  const thread = `<${state.id}.${recipient}@${region.mail.domain}>`
  const headers: [string, string | MailAddress][] = [
    ['From', { email: region.mail.from, name: region.mail.displayName }],
    ['To', to],
    ['Subject', letter.subject],
    ['Date', new Date(at).toUTCString().replace('GMT', '+0000')],
    ['References', thread],
    ['In-Reply-To', thread],
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'All'],
    ['X-Otklik-Case', state.id],
    ['Content-Language', language],
  ]
  return mimeMessage({ headers, text: letterText(letter), html: letterHtml(letter, language) }, random)
}
