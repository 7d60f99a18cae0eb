// The figures of a model as lines to print: never a text of a message. Called by npm run train and evaluate.
import type { CurvePoint } from '../../functions/learning/curve.ts'
import type { Figures } from '../../functions/learning/measure.ts'
import type { Suggestion } from '../../functions/learning/suggest.ts'
import type { HeadName, Model } from '../../functions/model/model.ts'
import { thresholdsByClass, type Trials } from '../../functions/model/trust.ts'

const MOST_CONFUSIONS = 12
const LONGEST_LABEL = 60

/** @param from how the rows were kept apart from training. */
export function figureLines(name: HeadName, figures: Figures, from: string): string[] {
  const { rows, accuracy, macroF1, top3, top5, calibrationError, coverage } = figures
  return [
    `${name}: ${rows} messages, ${from}`,
    `  right ${percent(accuracy)}, among the first 3 ${percent(top3)}, among the first 5 ${percent(top5)}, macro-F1 ${macroF1.toFixed(3)}, calibration error ${calibrationError.toFixed(3)}`,
    ...[false, true].map((isBound) => {
      const cells = coverage
        .filter((one) => one.isBound === isBound)
        .map(
          ({ precision, covered, right }) =>
            `${percent(precision, 0)}: ${percent(covered)} (${covered ? percent(right) : 'none'})`,
        )
      return `  covered at a precision of, ${isBound ? 'as a lower 95 % bound' : 'as such'} (right of these): ${cells.join(', ')}`
    }),
  ]
}

/** What routing would make of it. @param rows messages of which it is known who answered. @param precision what the region asks for */
export function decisionLines(
  { routed, suggested }: Model['decisions'],
  classes: number,
  rows: number,
  precision: number,
): string[] {
  const least = thresholdsByClass(routed, classes, precision)
  const alone = routed.filter(({ found, sure }) => sure >= least[found]!)
  const rightOf = (trials: Trials) => percent(trials.filter(({ right }) => right).length / Math.max(1, trials.length))
  return [
    `Decisions: ${rows} messages of which it is known who answered`,
    `  given to an organisation without a person ${percent(alone.length / rows)} (right ${rightOf(alone)}), at a lower bound of ${percent(precision, 0)} a topic`,
    `  with a first suggestion ${percent(suggested.length / rows)} (right ${rightOf(suggested)})`,
  ]
}

/** What is taken for what: of categories all that matters, of topics the commonest. */
export function confusionLines(name: HeadName, { confusions }: Figures): string[] {
  return [
    `${name}: taken for another (which → what it was taken for)`,
    ...confusions
      .slice(0, MOST_CONFUSIONS)
      .map(({ truth, found, times }) => `  ${String(times).padStart(4)}  ${short(truth)} → ${short(found)}`),
  ]
}

export function suggestionLines(suggestions: readonly Suggestion[]): string[] {
  if (suggestions.length === 0) return []
  return [
    'Topics that are found worst, and what would help',
    ...suggestions.map(({ topic: { label, rows, right, found }, help }) => {
      const how =
        help.kind === 'merge'
          ? `${help.times} were taken for «${short(help.with)}»: merge the two, or say in their names what parts them`
          : help.kind === 'label'
            ? `label ${help.more} more messages`
            : `add key words: ${help.stems.map((stem) => `${stem}…`).join(', ')}`
      return `  «${short(label)}»: ${right} of ${rows} found, ${found - right} of others; ${how}`
    }),
  ]
}

export function curveLines(points: readonly CurvePoint[]): string[] {
  return [
    'With more messages (a fifth kept to measure with)',
    ...points.map(
      ({ rows, category, topic }) =>
        `  ${String(rows).padStart(6)} messages: category ${percent(category)}, topic ${percent(topic)}`,
    ),
  ]
}

function percent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`
}

function short(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label
}
