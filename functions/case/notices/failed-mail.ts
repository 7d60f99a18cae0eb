// A mail that did not arrive, and what it asked for. Part of the command ReportBounce and the event `undelivered`.
import type { NoticeKind } from './notice.ts'
import type { ClockName } from '../../../regions/schema.ts'
import type { Reminded } from '../actor.ts'

/**
 * It came back, its reader called it spam, SES or a network refused to send it, or we did not send it: the address wants no such mails. `unsure`: a
 * network did not say whether it took it, and it is not sent again.
 */
export type MailFailure = 'bounce' | 'complaint' | 'reject' | 'unwanted' | 'unsure'

export interface MailSubject {
  readonly kind: NoticeKind
  /** The assignment it was sent for: a later one makes it another's. */
  readonly assignment: number
  /** The clock it reminded of. */
  readonly clock?: ClockName
}

export interface FailedMail {
  /** The notice: of which event, to which contact or to the "citizen". */
  readonly seq: number
  readonly recipient: string
  readonly why: MailFailure
  /** Nothing arrives at the address any more: it is gone, or was refused time and again. */
  readonly permanent: boolean
  readonly about?: MailSubject
}

export interface Consequences {
  /** Who is asked instead, where the mail asked for something that is still to be done. */
  readonly to?: Reminded
  readonly contact?: string
  readonly insteadOf?: Reminded
  /** The operator who is to learn that nothing arrives there any more. */
  readonly told?: string
}

/** Whether nothing arrives at an address any more: SES keeps from those that are gone or complained, we from those that want none. */
export function isDead({ why, permanent }: Pick<FailedMail, 'why' | 'permanent'>): boolean {
  return permanent || why === 'complaint'
}

/** Whether nothing more will be heard of a mail: it will not come back later as bounced. */
export function isUnsent({ why }: Pick<FailedMail, 'why'>): boolean {
  return why === 'reject' || why === 'unwanted' || why === 'unsure'
}
