// npm run calendar: shows which years of the federal calendar a running region knows, or gives it one more. New deadlines
// follow it within five minutes; running cases only after npm run reschedule.
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { loadRegion } from '../regions/load.ts'
import { isoDate } from '../regions/shapes.ts'
import { options } from './options.ts'
import { regionTable } from './region-table.ts'

const usage = `npm run calendar -- --region 95 [--table TABLE]             which years are known, and from where
npm run calendar -- --region 95 [--table TABLE] FILE.json   put years: {"2027": {"holidays": [], "short": [], "work": []}}
  TABLE is the output TableName of the stack; without it, the region that npm start runs here.`

const days = z.array(isoDate)
const file = z.record(
  z.string().regex(/^20\d\d$/, 'must be a year'),
  z.strictObject({ holidays: days.min(1), short: days, work: days }),
)
type Years = z.output<typeof file>

if (import.meta.main) {
  const { values, positionals } = options(usage, { region: { type: 'string' }, table: { type: 'string' } })
  if (!values.region) {
    console.error(usage)
    process.exit(2)
  }
  const region = loadRegion(values.region)
  const tableName = regionTable(values.region, values.table)
  const { loadCalendar } = await import('../functions/store/calendar.ts')
  const [path] = positionals
  if (path) await put(tableName, read(path))
  const given = await loadCalendar(tableName)
  for (const year of Object.keys({ ...region.federalCalendar, ...given }).sort()) {
    const { holidays, short, work } = given[year] ?? region.federalCalendar[year]!
    const from = year in given ? 'put into the table' : 'deployed with the code'
    console.log(`${year}: ${holidays.length} days off, ${short.length} short, ${work.length} transferred · ${from}`)
  }
}

/** A mistake in the file ends the command with plain words, before anything is written. */
function read(path: string): Years {
  try {
    return yearsOf(readFileSync(path, 'utf8'))
  } catch (error) {
    console.error(`${path}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`)
    process.exit(2)
  }
}

async function put(tableName: string, years: Years): Promise<void> {
  const { PutCommand } = await import('@aws-sdk/lib-dynamodb')
  const { keys, table } = await import('../functions/store/table.ts')
  for (const [year, published] of Object.entries(years)) {
    const Item = { ...keys.calendarYear(year), days: published, putAt: new Date().toISOString() }
    await table.send(new PutCommand({ TableName: tableName, Item }))
  }
}

/** The years of a calendar file; every date must lie in its year. @throws Error that says what is wrong with it. */
export function yearsOf(json: string): Years {
  const years = file.parse(JSON.parse(json))
  for (const [year, { holidays, short, work }] of Object.entries(years)) {
    const stray = [...holidays, ...short, ...work].find((date) => !date.startsWith(year))
    if (stray) throw new Error(`${stray} stands under ${year}.`)
    const both = work.find((date) => holidays.includes(date))
    if (both) throw new Error(`${both} is both a day off and a transferred working day.`)
  }
  return years
}
