// Finds the reader of a notice, a contact of the region's file or the citizen: how they are reached, where, and in
// which language. Called by deliver and pending-notice.ts.
import type { Reach } from '../case/case.ts'
import { contactOf } from '../case/people.ts'
import { type CaseFile, firstMessage, type Personal } from '../case/case-file.ts'
import type { Contact, Language, Region } from '../../regions/schema.ts'

export interface Reader {
  readonly who: Contact | 'citizen'
  readonly name: string
  readonly way: Reach
  /** An e-mail address, or a channel and a dialog of it ("telegram 123"). Undefined when they left none, or it was erased. */
  readonly address: string | undefined
  readonly language: Language
}

/** The mailbox simulator of SES: nobody reads what goes there. */
const SIMULATOR = '@simulator.amazonses.com'

/** Mails of a test case reach nobody but the region's box for them, and the simulator where its author is one. */
export function readerOf(region: Region, file: CaseFile, recipient: string): Reader {
  const reader = realReaderOf(region, file, recipient)
  const { address } = reader
  if (!file.state.test || reader.way !== 'email' || !address || address.endsWith(SIMULATOR)) return reader
  return { ...reader, address: region.mail.testsTo }
}

function realReaderOf(region: Region, file: CaseFile, recipient: string): Reader {
  const contact = recipient === 'citizen' ? undefined : contactOf(region, recipient)
  if (!contact) {
    const { reach: way, language } = file.state
    const message = recipient === 'citizen' ? firstMessage(file) : undefined
    return { who: 'citizen', name: '', way, address: message && addressIn(message, way), language }
  }
  const language = region.languages.find((one) => one === contact.language) ?? region.languages[0]!
  return { who: contact, name: contact.name, way: 'email', address: contact.email, language }
}

/** A channel's name has no blank. */
function addressIn({ author, dialog }: Personal, way: Reach): string | undefined {
  return way === 'dialog' ? dialog && `${dialog.channel} ${dialog.chat}` : author?.email
}
