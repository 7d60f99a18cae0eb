// npm run region:check [-- FOLDER|CODE …]: says what is wrong in regions, in plain words and with the path of
// each mistake, before a stack is synthesized from them. Without arguments it checks every region.
import { relative } from 'node:path'
import { readRegion, type RegionCheck, regionCodes, regionPath } from '../regions/load.ts'
import type { Region } from '../regions/schema.ts'

export interface Report {
  readonly failed: boolean
  readonly lines: readonly string[]
}

/** What there is to say about one file: every mistake, or a summary and the warnings. */
export function reportOf(file: string, check: RegionCheck, year: number): Report {
  if ('region' in check) {
    return { failed: false, lines: [`${file}: ${summary(check.region)}`, ...warnings(check.region, year)] }
  }
  const mistakes = check.mistakes.map(({ path, message }) => `  ${path}: ${message}`)
  return { failed: true, lines: [`${file}: ${count(mistakes.length, 'mistake')}`, ...mistakes] }
}

function summary(region: Region) {
  const parts = (['municipalities', 'settlements', 'organisations', 'topics', 'routes'] as const).map(
    (list) => `${region[list].length} ${list}`,
  )
  const years = knownYears(region)
  return [...parts, `calendar of ${years.at(0)} to ${years.at(-1)}`].join(', ')
}

/** Deadlines cross the end of the year, so next year's calendar is needed before this one ends. */
function warnings(region: Region, year: number) {
  const known = knownYears(region)
  const file = `regions/calendars/${region.calendar.base}.json`
  return [year, year + 1]
    .filter((needed) => !known.includes(needed))
    .map(
      (needed) =>
        `  warning: the federal calendar of ${needed} is not known, only weekends, the Labour Code's holidays and the region's count: add it to ${file}`,
    )
}

function knownYears(region: Region) {
  return Object.keys(region.federalCalendar)
    .map(Number)
    .sort((a, b) => a - b)
}

function count(amount: number, noun: string) {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

/** A code stands for the file of the region in regions/; anything else is a path, of a region's file or of its folder. */
export function fileOf(argument: string): string {
  return /^\d+$/.test(argument) ? regionPath(argument) : argument
}

/** Checks the files or codes, or all regions if none is named. */
export function checkFiles(wanted: readonly string[], year: number): Report {
  const reports = (wanted.length > 0 ? wanted : regionCodes()).map((argument) => {
    const file = fileOf(argument)
    return reportOf(relative(process.cwd(), file), checkFile(file), year)
  })
  return { failed: reports.some(({ failed }) => failed), lines: reports.flatMap(({ lines }) => lines) }
}

/** Checks one file with the lists beside it; one that cannot be read is a mistake like any other. */
export function checkFile(file: string): RegionCheck {
  try {
    return readRegion(file)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return {
      mistakes: [
        { path: '(file)', message: missing ? 'does not exist' : `cannot be read: ${(error as Error).message}` },
      ],
    }
  }
}

if (import.meta.main) {
  const report = checkFiles(process.argv.slice(2), new Date().getUTCFullYear())
  console.log(report.lines.join('\n'))
  process.exitCode = report.failed ? 1 : 0
}
