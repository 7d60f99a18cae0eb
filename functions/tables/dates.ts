// Reads dates as Russian tables write them, in a region's time: "07.03.2026", "7.3.26 9:05", "07.03.2026 09:05:30", "2026-03-07 09:05".
// Called by the import of tables.
import { instantOf } from '../calendar/dates.ts'
import type { Instant } from '../calendar/instant.ts'

const RUSSIAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?:г\.?)?(?:[ ,T]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/
/** With its zone it is an instant already. */
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/** @param atDayEnd a date without a time is the end of its day: terms are days @returns undefined of what is no date, or of none that there is */
export function readDate(text: string, zone: string, atDayEnd: boolean): Instant | undefined {
  const written = text.trim()
  if (ZONED.test(written)) return Number.isNaN(Date.parse(written)) ? undefined : new Date(written).toISOString()
  const parts = partsOf(written)
  if (!parts) return undefined
  const { year, month, day, hour, minute } = parts
  const date = `${year}-${month}-${day}`
  if (new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date) return undefined
  const time = hour === undefined ? (atDayEnd ? '23:59' : '00:00') : `${hour}:${minute}`
  return new Date(instantOf(date, time, zone)).toISOString()
}

function partsOf(written: string) {
  const russian = RUSSIAN.exec(written)
  const iso = russian ? null : ISO.exec(written)
  const [year, month, day, hour, minute] = russian
    ? [russian[3]!, russian[2]!, russian[1]!, russian[4], russian[5]]
    : iso
      ? [iso[1]!, iso[2]!, iso[3]!, iso[4], iso[5]]
      : []
  if (year === undefined || month === undefined || day === undefined) return undefined
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return undefined
  const two = (digits: string) => digits.padStart(2, '0')
  return {
    ...{ year: year.length === 2 ? `20${year}` : year, month: two(month), day: two(day) },
    ...{ hour: hour === undefined ? undefined : two(hour), minute },
  }
}
