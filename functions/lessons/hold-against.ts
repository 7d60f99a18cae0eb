// Holds a new model against the one in force, or against key words where there is none, on messages that neither has seen. Pure. Called by week.ts.
import { chanceOf, type Pairs, pairsOf } from '../learning/paired-test.ts'
import type { Model } from '../model/model.ts'
import { score } from '../model/score.ts'
import { foundIn } from '../routing/find-by-model.ts'
import type { Lesson } from './lesson.ts'

export interface Comparison {
  /** Of messages whose topic a person named. */
  readonly topics: Pairs
  /** How likely chance alone makes the new one so much better in topics. */
  readonly chance: number
  /** Of messages of which it is known who answered. */
  readonly organisations: Pairs
  readonly isBetter: boolean
  /** Clearly the worse of the two in topics, though it knows more: what it learned last is to be looked at. */
  readonly isWorse: boolean
}

/** It is asked every week: so a model that is no better takes the place of another once in two years. */
const BETTER = 0.01
/** Whoever is told looks, which costs little. */
const WORSE = 0.05

export function holdAgainst(lessons: readonly Lesson[], current: Model | undefined, candidate: Model): Comparison {
  const found = lessons.map((lesson) => ({
    labels: lesson.labels,
    date: lesson.date,
    byPerson: lesson.byPerson,
    current: current ? firstOf(current, lesson) : { topic: lesson.message.reading.ranked[0]?.topic },
    candidate: firstOf(candidate, lesson),
  }))
  const pairs = (what: 'topic' | 'organisation', rows: typeof found) =>
    pairsOf(
      rows.map(({ labels, date, ...of }) => ({
        date,
        current: of.current[what] === labels[what],
        candidate: of.candidate[what] === labels[what],
      })),
    )
  // What the model in force named itself would be right by itself.
  const topics = pairs(
    'topic',
    found.filter(({ byPerson }) => byPerson),
  )
  const organisations = pairs(
    'organisation',
    found.filter(({ labels }) => labels.organisation !== undefined),
  )
  return { topics, organisations, ...judge(topics, organisations) }
}

/** What follows from how two models fared on the same messages, in topics and in organisations. */
export function judge(topics: Pick<Pairs, 'byDay'>, organisations: Pick<Pairs, 'byDay'>) {
  const chance = chanceOf(topics.byDay)
  return { chance, isBetter: chance < BETTER && !isLess(organisations), isWorse: isLess(topics) }
}

/** Whether the candidate is worse by more than chance. */
function isLess({ byDay }: Pick<Pairs, 'byDay'>): boolean {
  return chanceOf(byDay.map((more) => -more)) < WORSE
}

function firstOf(model: Model, { text, hints }: Lesson): { readonly topic?: string; readonly organisation?: string } {
  const { topic, organisation } = foundIn(model, score(model, text, hints))
  return { ...(topic[0] && { topic: topic[0].value }), ...(organisation[0] && { organisation: organisation[0].value }) }
}
