// Which words the directory's pages have. Said by words.ru.ts and words.en.ts.
import type { Part, Post, StaffPost } from '../../regions/directory.ts'
import type { Organisation } from '../../regions/schema.ts'

type AnyPost = Post | StaffPost | 'municipal' | 'municipality-head'

export interface DirectoryWords {
  readonly title: string
  readonly hint: string
  readonly parts: Readonly<Record<Part, string>>
  readonly history: string
  readonly changedFromFile: (count: number) => string
  readonly astray: string
  readonly posts: Readonly<Record<AnyPost, string>>
  readonly kinds: Readonly<Record<Organisation['kind'], string>>
  readonly controlCentre: string
  readonly nobody: string
  readonly appoint: string
  readonly add: string
  readonly addPost: (post: string) => string
  readonly edit: string
  readonly remove: string
  readonly find: string
  readonly findLabel: string
  readonly away: (from: string, to: string) => string
  readonly fields: Readonly<Record<string, string>>
  readonly hints: Readonly<Record<string, string>>
  readonly sameOrOther: { readonly label: string; readonly same: string; readonly other: string }
  readonly move: (count: number) => string
  readonly moveHint: string
  readonly mails: { readonly 'at once': string; readonly digest: string }
  readonly yes: string
  readonly choose: string
  readonly notSet: string
  readonly ofPlace: string
  readonly everywhere: string
  readonly preview: string
  readonly previewTitle: string
  readonly before: string
  readonly after: string
  readonly field: string
  readonly isNew: string
  readonly isGone: string
  readonly otherOrder: string
  readonly reason: string
  readonly reasonHint: string
  readonly keep: string
  readonly back: string
  readonly nothing: string
  readonly kept: string
  readonly mistakes: string
  readonly conflict: string
  readonly conflictHint: string
  readonly tooLarge: string
  readonly lastAdministrator: string
  readonly ownPost: string
  readonly unknownField: (name: string) => string
  readonly required: string
  readonly email: string
  readonly days: string
  readonly noVersions: string
  readonly version: (number: number) => string
  readonly undone: (number: number) => string
  readonly undo: string
  readonly undoReason: (number: number) => string
  readonly cannotUndo: string
  readonly older: string
  readonly engineer: (name: string) => string
  readonly cases: {
    readonly title: (name: string) => string
    readonly waiting: (count: number) => string
    readonly none: string
    readonly number: string
    readonly topic: string
    readonly due: string
    readonly result: string
    readonly moved: string
    readonly already: string
    readonly refused: string
    readonly move: string
    readonly more: string
    /** Leads to those of an organisation that stand with somebody else. */
    readonly open: string
  }
}
