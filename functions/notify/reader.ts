// Finds the reader of a notice, a contact of the region's file or the citizen: how they are reached, where, and in
// which language. Called by deliver and pending-notice.ts.
import type { Reach } from '../case/case.ts'
import { contactOf } from '../case/people.ts'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import type { Contact, Language, Region } from '../../regions/schema.ts'

export interface Reader {
  readonly who: Contact | 'citizen'
  readonly name: string
  readonly way: Reach
  /** Undefined when they left none, or it was erased. */
  readonly address: string | undefined
  readonly language: Language
}

/** The mailbox simulator of SES: nobody reads what goes there. */
const SIMULATOR = '@simulator.amazonses.com'

/** Mails of a test case reach nobody but the region's box for them, and the simulator where its author is one. */
export function readerOf(region: Region, file: CaseFile, recipient: string): Reader {
  const reader = realReaderOf(region, file, recipient)
  const { address } = reader
  if (!file.state.test || !address || address.endsWith(SIMULATOR)) return reader
  return { ...reader, address: region.mail.testsTo }
}

function realReaderOf(region: Region, file: CaseFile, recipient: string): Reader {
  const contact = recipient === 'citizen' ? undefined : contactOf(region, recipient)
  if (!contact) {
    const address = recipient === 'citizen' ? firstMessage(file)?.author?.email : undefined
    return { who: 'citizen', name: '', way: file.state.reach, address, language: file.state.language }
  }
  const language = region.languages.find((one) => one === contact.language) ?? region.languages[0]!
  return { who: contact, name: contact.name, way: 'email', address: contact.email, language }
}
