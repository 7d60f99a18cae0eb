// The texts of the form by language. Read by report, and by track where an address is left later.
import type { Language } from '../../../regions/schema.ts'
import { report as en } from './citizens.en.ts'
import { report as ru } from './citizens.ru.ts'
import type { ReportWords } from './report-shape.ts'

export const reportWords: Readonly<Record<Language, ReportWords>> = { ru, en }
