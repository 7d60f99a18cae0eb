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
  /** The instant it is sent (ISO, UTC). */
  readonly at: string
}
