// The register of official pages as a table: one row a page. A file holds it; the pages say the same in fewer columns. Pure. Called by register.tsx.
import { organisationName, placeName } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { localDate } from '../calendar/dates.ts'
import type { CsvCell } from '../edge/csv.ts'
import { within } from '../statistics/page-facts.ts'
import { widgetFault, widgetsOf } from '../statistics/page-passport.ts'
import type { Row } from './register-gather.ts'
import { registerWords } from './register-words.ts'

export function fileRows(region: Region, language: Language, rows: readonly Row[]): CsvCell[][] {
  const text = registerWords[language]
  const head = [
    ...['id', text.page, text.network, text.address, text.organisation, text.municipality],
    ...[text.mark, text.widgets, text.contacts, text.responsible, text.subscribers],
    ...[text.posts, text.lastPost, text.silent, text.waiting, text.oldest, text.comments, text.answered],
    ...[...within.map(text.within), text.median, text.repeats, text.toMend],
  ]
  return [head, ...rows.map((row) => cellsOf(region, language, row))]
}

function cellsOf(region: Region, language: Language, { page, head, figures, mends, silent }: Row): CsvCell[] {
  const text = registerWords[language]
  const isSo = (so: boolean) => (so ? text.yes : text.no)
  const day = (at: string | undefined) => (at === undefined ? '' : localDate(Date.parse(at), region.timeZone))
  const right = widgetsOf(page, head).filter((link) => !widgetFault(link, page.network))
  const known = head !== undefined
  const counted = (amount: number): CsvCell => (known ? amount : '')
  return [
    ...[page.id, page.name, text.networks[page.network], page.address],
    ...[organisationName(region, page.organisation, language), placeName(region, page.municipality, language)],
    ...[isSo(page.mark), right.length, isSo(head?.contacts ?? page.contacts), page.responsible.join(', ')],
    ...[head?.subscribers ?? '', counted(figures.posts), day(head?.lastPostAt), silent ?? ''],
    ...[counted(figures.waiting), day(figures.oldestAt), counted(figures.toAnswer), counted(figures.answered)],
    ...within.map((hours) => percent(figures.shares[hours])),
    ...[figures.medianHours ?? '', counted(figures.repeatAuthors)],
    mends.map((mend) => text.mends[mend]).join('; '),
  ]
}

/** A number of one decimal; empty of none. */
export function percent(share: number | null): CsvCell {
  return share === null ? '' : Number((100 * share).toFixed(1))
}
