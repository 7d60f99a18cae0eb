// Writes mails to a region at work, as people do: by SMTP, as replies to what they got. Used by the journeys of mails.
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Mail } from '../../tools/mailboxes.ts'
import type { RegionAtWork } from './region-at-work.ts'

export interface Received extends Mail {
  readonly headers: Readonly<Record<string, string>>
}

/** A mail of the region with its headers, by lower-case name. */
export async function whole(work: RegionAtWork, mail: Mail): Promise<Received> {
  const reply = await fetch(`${work.engine.mailboxUrl}/api/mails/${mail.id}`)
  const { headers } = (await reply.json()) as Pick<Received, 'headers'>
  return {
    ...mail,
    headers: Object.fromEntries(Object.entries(headers).map(([name, line]) => [name.toLowerCase(), line])),
  }
}

/** Sends a mail and waits until everything that it set going has come to rest. The envelope's sender is From, unless said otherwise. */
export async function write(work: RegionAtWork, mail: SendMailOptions): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: work.engine.mailsIn!.smtpPort,
    secure: false,
    ignoreTLS: true,
  })
  try {
    await transport.sendMail(mail)
  } finally {
    transport.close()
  }
  await work.engine.idle()
}

/** What a mail program makes of pressing "reply": to Reply-To, with references, the mail quoted below. */
export function replyTo({ headers, subject, text }: Received, from: string, words: string): SendMailOptions {
  const quoted = `02.03.2026, 10:15, "ЦУР" <noreply@otklik-95.example>:\n${text.replace(/^/gm, '> ')}`
  return {
    from,
    to: headers['reply-to']!,
    subject: `Re: ${subject}`,
    inReplyTo: headers['message-id']!,
    references: `${headers['references']} ${headers['message-id']}`,
    text: `${words}\n\n${quoted}`,
  }
}
