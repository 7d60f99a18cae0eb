// One week's training: on all lessons but those of the newest month, held on that month against the model in force. Pure: no clock, no table. Called by
// the function `learn`, and by the year that a test simulates.
import type { Model } from '../model/model.ts'
import { readModel } from '../model/read-model.ts'
import type { WordVectors } from '../model/word-vectors.ts'
import type { Region } from '../../regions/schema.ts'
import { type Drift, driftOf } from './drift.ts'
import { type Comparison, holdAgainst } from './hold-against.ts'
import type { Lesson } from './lesson.ts'
import { hashOfRows, type Made, makeModel } from './make-model.ts'

/** What came of it. `too few` to train on or to measure with; `seen`: the model in force may have learned from the newest month. */
export type Week =
  | { readonly outcome: 'too few' | 'seen'; readonly learned: number; readonly unseen: number; readonly drift?: Drift }
  | {
      readonly outcome: 'better' | 'not better'
      readonly learned: number
      readonly unseen: number
      readonly made: Made
      readonly comparison: Comparison
      readonly drift?: Drift
    }

/** Local days up to the newest lesson, on which nothing is trained. */
const NEWEST_DAYS = 30
/** Local days before these, of which is neither learned nor measured: what went wrong for some days is not on both sides. */
const DAYS_BETWEEN = 7
/** Fewer teach next to nothing: by the learning curve of decision 61, topics are right in four of ten then. */
export const LEAST_LEARNED = 300
/** Of messages whose topic a person named: with fewer, no difference that matters is told from chance. */
const LEAST_UNSEEN = 50
const SEED = 1
const DAY_MS = 86_400_000

/** Where in a file of labelled messages of the region's own cases each part stands. */
export const OWN_COLUMNS = { text: 'text', topic: 'topic', organisation: 'organisation', date: 'date' }

/** @param lessons in the order in which they came. @param at now (ISO, UTC) @param loadWords what words of the language mean, read where something is trained. */
export function learnAWeek(
  region: Region,
  lessons: readonly Lesson[],
  current: Model | undefined,
  at: string,
  loadWords: () => WordVectors,
): Week {
  const newest = lessons.at(-1)?.date ?? ''
  const since = newest && daysBefore(newest, NEWEST_DAYS - 1)
  const until = newest && daysBefore(since, DAYS_BETWEEN)
  const old = lessons.filter(({ date }) => date < until)
  const known = new Set(old.map(({ text }) => text))
  const month = lessons.filter(({ date, text }) => date >= since && !known.has(text))
  const unseen = month.filter(({ date }) => current === undefined || date > lastSeen(current))
  const measured = unseen.filter(({ byPerson }) => byPerson).length
  const counts = { learned: old.length, unseen: measured }
  const drift = (candidate?: Model) => {
    return current && month.length > 0
      ? { drift: driftOf(month, current, candidate, region.routing.autoPrecision) }
      : {}
  }
  const isTaught = old.length >= LEAST_LEARNED && new Set(old.map(({ labels }) => labels.topic)).size > 1
  if (!isTaught || month.filter(({ byPerson }) => byPerson).length < LEAST_UNSEEN)
    return { outcome: 'too few', ...counts, ...drift() }
  if (measured < LEAST_UNSEEN) return { outcome: 'seen', ...counts, ...drift() }
  const made = makeOwnModel(region, old, at, loadWords())
  const candidate = readModel(made.bytes, loadWords)
  const comparison = holdAgainst(unseen, current, candidate)
  return { outcome: comparison.isBetter ? 'better' : 'not better', ...counts, made, comparison, ...drift(candidate) }
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10)
}

/** A model of a region's own cases: their labels are ids of the region. */
function makeOwnModel(region: Region, lessons: readonly Lesson[], at: string, words: WordVectors): Made {
  const own = (all: readonly { readonly id: string }[]) => (label: string) => all.find(({ id }) => id === label)?.id
  return makeModel(lessons, {
    ...{ region, seed: SEED, at, words, topicOf: own(region.topics), organisationOf: own(region.organisations) },
    provenance: {
      authors: new Set(lessons.flatMap(({ author }) => author ?? [])).size,
      ...(lessons.length > 0 && { dates: [lessons[0]!.date, lessons.at(-1)!.date] }),
      hash: hashOfRows(lessons),
      columns: OWN_COLUMNS,
    },
  })
}

/** The last local date whose messages a model may have learned from: where it does not say, the day of its training. */
function lastSeen({ provenance: { dates, trainedAt } }: Model): string {
  return dates?.[1] ?? trainedAt.slice(0, 10)
}
