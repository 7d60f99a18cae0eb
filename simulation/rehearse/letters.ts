// Gathers the mails as people get them: what waited for the morning is one, from however many cases. Called by
// rehearsal.ts.
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import type { PlayedCase } from './play.ts'

export interface Told {
  readonly played: PlayedCase
  /** The event it tells of. */
  readonly seq: number
  readonly kind: NoticeKind
}

export interface Letter {
  readonly recipient: string
  /** ms, UTC. */
  readonly at: number
  /** The digest. */
  readonly held: boolean
  readonly tells: readonly Told[]
  readonly strength: Strength
}

/** From the mildest to the strongest thing a letter may say. */
export const strengths = ['work', 'warning', 'breach', 'escalation'] as const
export type Strength = (typeof strengths)[number]

/** The digest is gathered this often (ms), and an instant of it is one mail a reader: functions/digest. */
const SCHEDULE_MS = 5 * 60_000
const NOTICES_PER_MAIL = 25

export function lettersOf(cases: readonly PlayedCase[]): Letter[] {
  const mails = cases.flatMap((played) => played.mails.map((mail) => ({ played, mail })))
  const gathered = Map.groupBy(mails, ({ played, mail }, index) => {
    const reader = mail.recipient === 'citizen' ? `${mail.recipient} ${played.message.caseId}` : mail.recipient
    return mail.together ? `${reader} ${Math.floor(mail.at / SCHEDULE_MS)}` : String(index)
  })
  return [...gathered.values()]
    .flatMap((all) => portions(all))
    .map((all): Letter => {
      const tells = all.map(({ played, mail }) => ({ played, seq: mail.seq, kind: mail.kind as NoticeKind }))
      const [{ mail }] = all as [(typeof all)[0]]
      return {
        ...{ recipient: mail.recipient, at: mail.at, held: mail.together, tells },
        strength: strongest(tells.map(({ kind }) => strengthOf(kind))),
      }
    })
    .sort((one, other) => minuteOf(one.at) - minuteOf(other.at) || one.tells[0]!.seq - other.tells[0]!.seq)
}

/** What is sent in one minute is shown in the order in which it happened, not in that of the queues. */
export function minuteOf(instant: number): number {
  return Math.floor(instant / 60_000)
}

function strengthOf(kind: NoticeKind): Strength {
  if (kind === 'missed') return 'breach'
  return kind === 'warning' || kind === 'escalation' ? kind : 'work'
}

export function strongest(all: readonly Strength[]): Strength {
  return strengths.findLast((one) => all.includes(one)) ?? 'work'
}

function portions<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / NOTICES_PER_MAIL)
  return Array.from({ length: count }, (_, index) =>
    all.slice(index * NOTICES_PER_MAIL, (index + 1) * NOTICES_PER_MAIL),
  )
}
