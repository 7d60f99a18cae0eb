// The texts of the form by language. Read by report, and by track where an address is left later.
import type { PageLanguage } from '../../../regions/schema.ts'
import { report as ce } from './ce.ts'
import { report as en } from './citizens.en.ts'
import { report as ru } from './citizens.ru.ts'
import { inDraft } from './draft.ts'
import type { ReportWords } from './report-shape.ts'

export const reportWords: Readonly<Record<PageLanguage, ReportWords>> = { ru, en, ce: inDraft(ru, ce) }
