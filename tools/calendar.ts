// npm run calendar: shows which years of the federal calendar a running region knows, or gives it one more. New deadlines
// follow it within five minutes; running cases only after npm run reschedule.
import { existsSync, readFileSync } from 'node:fs'
import { type CalendarCheck, checkCalendar, loadRegion } from '../regions/load.ts'
import type { FederalCalendar } from '../regions/schema.ts'
import { region as regionCode } from './option-kinds.ts'
import { misuse, options } from './options.ts'
import { reachRegion } from './region-table.ts'

const usage = `npm run calendar -- --region 95 [--table TABLE]             which years are known, and from where
npm run calendar -- --region 95 [--table TABLE] FILE.json   put years: {"2027": {"holidays": [], "short": [], "work": []}}
  A year names all its days off: the holidays of article 112 of the Labour Code and what the Government transferred.
  TABLE is the output TableName of the stack; without it, the region that npm start runs here.`

const { values, positionals } = options(
  usage,
  { region: { type: 'string', is: regionCode }, table: { type: 'string' } },
  1,
)
if (!values.region) misuse(usage, 'Name the region with --region.')
const region = loadRegion(values.region)
const [path] = positionals
if (path && !existsSync(path)) misuse(usage, `${path}: there is no such file.`)
const years = path ? read(path) : {}
const { tableName, at } = await reachRegion(values.region, values.table)
await put(years)
const { loadCalendar } = await import('../functions/store/calendar.ts')
const given = await loadCalendar(tableName)
for (const year of Object.keys({ ...region.federalCalendar, ...given }).sort()) {
  const { holidays, short, work } = given[year] ?? region.federalCalendar[year]!
  const from = year in given ? 'put into the table' : 'deployed with the code'
  console.log(`${year}: ${holidays.length} days off, ${short.length} short, ${work.length} transferred · ${from}`)
}

/** Mistakes in the file end the command with plain words, before anything is written. */
function read(path: string): FederalCalendar {
  const checked = checkFile(path)
  if ('years' in checked) return checked.years
  for (const { path: where, message } of checked.mistakes) console.error(`${path}: ${where}: ${message}`)
  process.exit(2)
}

function checkFile(path: string): CalendarCheck {
  try {
    return checkCalendar(readFileSync(path, 'utf8'))
  } catch (error) {
    return { mistakes: [{ path: '(file)', message: `cannot be read: ${(error as Error).message}` }] }
  }
}

async function put(years: FederalCalendar): Promise<void> {
  const { PutCommand } = await import('@aws-sdk/lib-dynamodb')
  const { keys, table } = await import('../functions/store/table.ts')
  for (const [year, days] of Object.entries(years)) {
    const Item = { ...keys.calendarYear(year), days, putAt: at }
    await table.send(new PutCommand({ TableName: tableName, Item }))
  }
}
