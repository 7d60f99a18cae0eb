// A year of a region that learns from its own decisions, through the very week that the function `learn` runs: messages are invented week by week, their
// cases end two weeks later, and now and then the model is trained. In one week a batch comes whose labels are wrong. Called by year.test.ts and
// tests/lessons/week.test.ts.
import type { Lesson } from '../../functions/lessons/lesson.ts'
import { learnAWeek, type Week } from '../../functions/lessons/week.ts'
import { foundIn } from '../../functions/routing/find-by-model.ts'
import { score } from '../../functions/model/score.ts'
import type { Model } from '../../functions/model/model.ts'
import { readModel } from '../../functions/model/read-model.ts'
import { wordVectors } from '../../functions/vectors/load.ts'
import type { Region } from '../../regions/schema.ts'
import { inventMessages } from './invented-messages.ts'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const ENDS_AFTER_WEEKS = 2
/** Clean messages on which every model is measured: no model sees them. */
const KEPT = 200

export interface Plan {
  readonly weeks: number
  readonly messagesAWeek: number
  /** Weeks from one training to the next. */
  readonly every: number
  /** In this week so many come of which the label is wrong. */
  readonly bad: { readonly week: number; readonly messages: number }
  readonly seed: number
}

export interface Trained {
  readonly week: number
  readonly learned: Week
  /** Topics found right of the clean messages: by the model in force before and after that week, and by the new one. */
  readonly before: number
  readonly accuracy: number
  readonly candidate: number | undefined
}

export function liveAYear(region: Region, { weeks, messagesAWeek, every, bad, seed }: Plan): Trained[] {
  const begin = Date.parse('2026-01-05T09:00:00Z')
  const clean = lessonsOf(region, KEPT, { seed: seed + 1_000, since: begin })
  const all: Lesson[] = []
  const trained: Trained[] = []
  let current: Model | undefined
  for (let week = 0; week < weeks; week += 1) {
    const since = begin + week * WEEK_MS
    all.push(...lessonsOf(region, messagesAWeek, { seed: seed + week, since }))
    if (week === bad.week) all.push(...lessonsOf(region, bad.messages, { seed: seed + 500, since, isWrong: true }))
    if (week === 0 || week % every !== 0) continue
    const at = new Date(since + WEEK_MS).toISOString()
    const ended = all.filter(({ receivedAt }) => Date.parse(receivedAt) <= since - ENDS_AFTER_WEEKS * WEEK_MS + WEEK_MS)
    const learned = learnAWeek(region, ended, current, at, wordVectors)
    const candidate = 'made' in learned ? readModel(learned.made.bytes, wordVectors) : undefined
    const before = accuracyOf(current, clean)
    if (learned.outcome === 'better') current = candidate
    trained.push({
      week,
      learned,
      before,
      accuracy: accuracyOf(current, clean),
      candidate: candidate && accuracyOf(candidate, clean),
    })
  }
  return trained
}

interface Span {
  readonly seed: number
  /** From this instant (ms) on, evenly over so many days; seven without. */
  readonly since: number
  readonly days?: number
  /** The label of each is that of the next topic: as where a column of a table slipped. */
  readonly isWrong?: boolean
}

export function lessonsOf(region: Region, count: number, { seed, since, days = 7, isWrong = false }: Span): Lesson[] {
  return inventMessages(region, count, seed, young(region)).map(({ reading, ...rest }, at): Lesson => {
    const receivedAt = new Date(since + Math.floor((at * days * DAY_MS) / count)).toISOString()
    const date = receivedAt.slice(0, 10)
    const message = { region, input: { text: rest.text, date }, reading }
    const lesson = {
      ...{ ...rest, author: `${seed}-${rest.author}`, message, receivedAt, date },
      ...{ caseId: `${seed}-${at}`, byPerson: true },
    }
    return isWrong ? mislabelled(region, lesson) : lesson
  })
}

/** A region that has not written many key words yet. */
function young(region: Region): Region {
  const known = youngOnes.get(region) ?? {
    ...region,
    topics: region.topics.map((one) => ({ ...one, keywords: one.keywords.slice(0, 2) })),
  }
  youngOnes.set(region, known)
  return known
}
const youngOnes = new WeakMap<Region, Region>()

function mislabelled(region: Region, lesson: Lesson): Lesson {
  const at = region.topics.findIndex(({ id }) => id === lesson.labels.topic)
  const topic = region.topics[(at + 1) % region.topics.length]!.id
  return { ...lesson, labels: { ...lesson.labels, topic, category: topic.split('.')[0]! } }
}

/** Of key words where there is no model. */
function accuracyOf(model: Model | undefined, lessons: readonly Lesson[]): number {
  const found = ({ text, hints, message }: Lesson) =>
    model ? foundIn(model, score(model, text, hints)).topic[0]?.value : message.reading.ranked[0]?.topic
  return lessons.filter((one) => found(one) === one.labels.topic).length / lessons.length
}
