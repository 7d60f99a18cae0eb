// What a letter is made from. Given by notify.
import type { Contact, Language, Region } from '../../regions/schema.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { CaseEvent } from '../case/events.ts'
import type { Notice } from '../case/notices/notice.ts'

export interface LetterInput {
  readonly region: Region
  readonly file: CaseFile
  readonly event: CaseEvent
  readonly notice: Notice
  readonly recipient: Contact | 'citizen'
  readonly linkUrl: string
  readonly language: Language
  /** The code that a mail of the kind `code` carries, and until when it holds (ISO, UTC). */
  readonly code?: { readonly digits: string; readonly until: string }
  /** The instant it is sent (ISO, UTC). */
  readonly at: string
}
