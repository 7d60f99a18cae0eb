// What the pages of tables say, in every language of theirs. Read by words.ts.
import type { AnswerSort, Outcome } from '../case/case.ts'
import type { TableField } from '../tables/columns.ts'
import type { TableFault } from '../tables/read-table.ts'
import type { Became, Upload } from '../store/imports.ts'
import type { Fate } from './plan.ts'
import type { Mistake, Remark } from './read-row.ts'

export interface ImportWords {
  readonly title: string
  readonly intro: string
  readonly upload: string
  readonly file: string
  readonly fileHint: string
  readonly source: string
  readonly newSource: string
  readonly newName: string
  readonly newNameHint: string
  readonly channel: string
  readonly contacts: string
  readonly contactsHint: string
  readonly encoding: string
  readonly encodingHint: string
  readonly encodingItself: string
  readonly send: string
  readonly noFile: string
  readonly noSource: string
  readonly nameTaken: (name: string) => string
  readonly faults: Readonly<Record<TableFault | 'too heavy', string>>
  readonly last: string
  readonly lastLine: (upload: Pick<Upload, 'file' | 'rows'>, source: string, who: string, when: string) => string
  readonly none: string
  readonly sources: string
  readonly giveBack: string
  readonly giveBackHint: string
  readonly since: string
  readonly asCsv: string
  readonly asXlsx: string
  readonly tooManyBack: (most: number) => string
  readonly sinceWrong: string
  readonly gone: string
  readonly read: (rows: number, encoding: string | undefined, sheet: string | undefined) => string
  readonly otherSheets: (sheets: string) => string
  readonly dropped: (columns: string) => string
  readonly columnsTitle: string
  readonly columnsIntro: string
  readonly noColumn: string
  readonly groups: Readonly<Record<'message' | 'facts' | 'contacts' | 'back', string>>
  readonly fields: Readonly<Record<TableField, string>>
  readonly keepColumns: string
  readonly needed: string
  readonly twice: string
  readonly changedMeanwhile: string
  readonly changeColumns: string
  readonly previewTitle: string
  readonly fates: Readonly<Record<Fate, string>>
  readonly counts: (counts: Readonly<Record<Fate, number>>) => string
  readonly nothingYet: string
  readonly line: string
  readonly number: string
  readonly becomes: string
  readonly about: string
  readonly shown: (shown: number, all: number) => string
  readonly wholeReport: string
  readonly mistake: (mistake: Mistake) => string
  readonly remark: (remark: Remark) => string
  readonly skipWrong: (count: number) => string
  readonly skipFirst: string
  readonly withHidden: (count: number) => string
  readonly take: (count: number) => string
  readonly nothingToTake: string
  readonly taking: (done: number, all: number) => string
  readonly goOn: string
  readonly goesOn: string
  readonly done: string
  readonly became: Readonly<Record<Became, string>>
  readonly failedHint: string
  readonly sorts: Readonly<Record<AnswerSort, string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly yes: string
  readonly no: string
}
