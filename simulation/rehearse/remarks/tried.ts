// Tells what was found at many starts once: how often, and one example. Called by doubled.ts and untimely.ts.
import type { Tried } from './remark.ts'
import type { Trial } from './trials.ts'

export interface Finding<Facts> {
  /** What is told apart beside clock and term. */
  readonly key: string
  readonly facts: Facts
}

/** Findings by clock, term and key, each with the first start that showed it. */
export function gathered<Facts>(
  trials: readonly Trial[],
  look: (trial: Trial) => Finding<Facts> | undefined,
): (Facts & Tried)[] {
  const termOf = ({ clock, of: { rule } }: Trial) => [clock, rule.amount, rule.unit, rule.onDayOff].join()
  return [...Map.groupBy(trials, termOf).values()].flatMap((alike) => {
    const found = alike.flatMap((trial) => {
      const finding = look(trial)
      return finding ? [{ trial, finding }] : []
    })
    return [...Map.groupBy(found, ({ finding }) => finding.key).values()].map((all) => {
      const { trial, finding } = all[0]!
      const { clock, of, startedAt } = trial
      const due = Date.parse(of.due)
      return { ...finding.facts, clock, rule: of.rule, times: all.length, of: alike.length, startedAt, due }
    })
  })
}
