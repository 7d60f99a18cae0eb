// What a link in a mail stands for: one person, one case, one purpose. Stored by the store, found by the pages.
import type { Instant } from '../../calendar/instant.ts'
import type { LinkPurpose } from './notice.ts'

export interface Link {
  readonly purpose: LinkPurpose
  readonly caseId: string
  /** The contact it was sent to, or "citizen". */
  readonly recipient: string
  /** The assignment it was issued for: a later one supersedes it. */
  readonly assignment: number
  /** Without one it is of the time before November 2026. */
  readonly issuedAt?: Instant
  readonly expiresAt: Instant
  /** It went out in a mail: whoever has it reads mails to that address. */
  readonly mailed?: true
  /** Of a test case, whose mails others read than those they are written to: it opens that case alone. */
  readonly test?: true
}
