// Gathers what the region's own cases teach: those that ended while their words are still kept, the newest first, a page at a time, so that no more is
// held than what is learned from. Called by the handler and npm run train --from-region.
import { type CaseFile, firstMessage } from '../case/case-file.ts'
import { byTime, type Lesson, lessonOf } from '../lessons/lesson.ts'
import type { Region } from '../../regions/schema.ts'
import { endedCases } from '../store/ended-cases.ts'
import { loadCaseFile } from '../store/load.ts'
import { keyedHashes, personHashes } from '../store/persons.ts'

const DAY_MS = 86_400_000
/** Whatever a region keeps: older decisions were made by other people and other lists of topics. */
const MOST_DAYS = 1_100
/** So many train in a minute (decision 61), and what the function may hold is known. */
const MOST_LESSONS = 10_000
/** So long nothing ended only before a region began, or in other times than these: what lies further back is not looked for (days). */
const MOST_EMPTY_DAYS = 90
/** Cases that are read to find them: at 4 units each, 120,000 units of reading. */
const MOST_READ = 30_000
/** At once: they wait for the table. */
const AT_ONCE = 16

export interface Gathered {
  /** In the order in which the cases came. */
  readonly lessons: readonly Lesson[]
  /** Cases that were looked at. */
  readonly read: number
}

/** @param at now (ISO, UTC): what is not kept any more then is not read */
export async function gatherLessons(tableName: string, region: Region, at: string): Promise<Gathered> {
  const lessons: Lesson[] = []
  let read = 0
  let empty = 0
  for (const day of daysUntil(at, Math.min(region.retention.personalDataDays, MOST_DAYS))) {
    if (empty === MOST_EMPTY_DAYS) break
    const before = read
    for await (const page of endedCases(tableName, day)) {
      for (let from = 0; from < page.length; from += AT_ONCE) {
        const some = page.slice(from, from + AT_ONCE)
        const found = await Promise.all(some.map((caseId) => loadLesson(tableName, region, caseId, at)))
        read += some.length
        lessons.push(...found.filter((one) => one !== undefined))
        if (lessons.length >= MOST_LESSONS || read >= MOST_READ) return { lessons: lessons.sort(byTime), read }
      }
    }
    empty = read > before ? 0 : empty + 1
  }
  return { lessons: lessons.sort(byTime), read }
}

async function loadLesson(tableName: string, region: Region, caseId: string, at: string): Promise<Lesson | undefined> {
  const file = await loadCaseFile(tableName, caseId, at)
  return file && lessonOf(region, file, await authorOf(tableName, file))
}

/** A keyed hash: by address or telephone, else by the dialog; undefined where nobody left anything. */
async function authorOf(tableName: string, file: CaseFile): Promise<string | undefined> {
  const { author = {}, dialog } = firstMessage(file) ?? {}
  const [person] = await personHashes(tableName, author)
  if (person ?? !dialog) return person
  const [writer] = await keyedHashes(tableName, [`dialog ${dialog.channel} ${dialog.chat}`])
  return writer
}

/** From the day (UTC date) of an instant back. */
function* daysUntil(at: string, days: number): Generator<string> {
  const today = Date.parse(at.slice(0, 10))
  for (let ago = 0; ago <= days; ago += 1) yield new Date(today - ago * DAY_MS).toISOString().slice(0, 10)
}
