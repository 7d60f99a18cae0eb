// Who reads a notice: a contact of the region's file or the citizen, with his address and his language.
import { contactOf } from '../case/people.ts'
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import type { Contact, Language, Region } from '../../regions/schema.ts'

export interface Reader {
  readonly who: Contact | 'citizen'
  readonly name: string
  /** Undefined when he left none, or it was erased. */
  readonly address: string | undefined
  readonly language: Language
}

export function readerOf(region: Region, file: CaseFile, recipient: string): Reader {
  const contact = recipient === 'citizen' ? undefined : contactOf(region, recipient)
  if (!contact) {
    const address = recipient === 'citizen' ? firstMessage(file)?.author?.email : undefined
    return { who: 'citizen', name: '', address, language: file.state.language }
  }
  const language = region.languages.find((one) => one === contact.language) ?? region.languages[0]!
  return { who: contact, name: contact.name, address: contact.email, language }
}
