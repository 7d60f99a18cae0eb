// Names every text of the letters: a language that lacks one is a type error.
import type { NoticeKind } from '../../case/notices/notice.ts'
import type { ClockName } from '../../../regions/schema.ts'
import type { Undecided } from '../../case/case.ts'
import type { CitizensWords } from './citizens-shape.ts'
import type { OfficialKind, OfficialWords } from './officials-shape.ts'

type Kinds<Kind extends NoticeKind> = Readonly<Record<Kind, { heading: string; text: string; button: string }>>

export interface Words extends Omit<OfficialsMailWords, 'kinds'> {
  readonly citizens: CitizensWords
  readonly kinds: Kinds<NoticeKind>
}

/** What officials read, with what is said to everybody. */
export interface OfficialsMailWords {
  readonly official: OfficialWords
  readonly kinds: Kinds<OfficialKind>
  readonly clocks: Readonly<Record<ClockName, string>>
  readonly undecided: Readonly<Record<Undecided, string>>
  readonly actions: Readonly<Record<'accept' | 'answer' | 'handover' | 'decline' | 'ask' | 'extend', string>>
  readonly digest: {
    readonly subject: (cases: number) => string
    readonly heading: (cases: number) => string
    readonly text: string
    readonly due: string
    readonly overdue: string
  }
  readonly message: string
  readonly erased: string
  /** In the place of a text that a mail does not carry. */
  readonly onThePage: string
  readonly unknown: string
  readonly linkNote: string
  readonly orAtOnce: string
  readonly acceptBy: string
  readonly answerBy: string
  /** Beside a date in a year whose calendar is not published. */
  readonly provisional: string
  readonly reviewBy: string
  readonly answerToCheck: string
  readonly number: string
  readonly topic: string
  readonly place: string
  readonly responsible: string
  readonly reason: string
  readonly because: string
  readonly evidence: {
    readonly asked: string
    readonly sender: string
    readonly coordinates: string
    readonly words: (found: readonly string[]) => string
  }
  /** At the end of a quotation that was cut. */
  readonly goesOn: string
  readonly whyOfficial: (person: string) => string
}
