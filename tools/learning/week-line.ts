// What came of a week's training, as a line. Called by npm run model.
import type { ModelWeek } from '../../functions/store/model-weeks.ts'

export function weekLine(noted: ModelWeek): string {
  const { week, outcome, learned, unseen, candidate, current, topics, chance, signs = [] } = noted
  const drift = signs.length > 0 ? ` Drift: ${signs.join(', ')}.` : ''
  const begun = `${week}: ${outcome}; learned from ${learned}, ${unseen} of the newest month.`
  if (!topics) return begun + drift
  const right = `${candidate} right in ${topics.candidate} of ${topics.rows}, ${current ?? 'key words'} in ${topics.current}`
  return `${begun} ${right}; only one was: ${topics.better} to ${topics.worse}, by chance ${(100 * (chance ?? 1)).toFixed(1)} %.${drift}`
}
