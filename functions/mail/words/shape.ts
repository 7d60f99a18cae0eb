// Names every text of the letters: a language that lacks one is a type error.
import type { NoticeKind } from '../../case/notices/notice.ts'
import type { CitizensWords } from './citizens-shape.ts'
import type { LetterWords } from './letters-shape.ts'
import type { OfficialWords } from './officials-shape.ts'

export interface Words extends OfficialsMailWords, Omit<LetterWords, 'own' | 'bodies'> {
  readonly official: OfficialWords & LetterWords['own']
  readonly citizens: CitizensWords
  readonly kinds: Readonly<Record<NoticeKind, { heading: string; text: string; button: string }>>
}

/** What officials read in letters and on pages. */
export interface OfficialsMailWords {
  readonly official: OfficialWords
  readonly erased: string
  readonly reason: string
  readonly because: string
  readonly evidence: {
    readonly asked: string
    readonly sender: string
    readonly coordinates: string
    readonly page: (name: string) => string
    readonly words: (found: readonly string[]) => string
  }
}
