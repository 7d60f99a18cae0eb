// Adds up many lives: how much happened, what went wrong around them, which rules were broken and by which seed. Called
// by npm run simulate.
import type { RefusalCode } from '../../functions/case/commands.ts'
import type { EventType } from '../../functions/case/events.ts'
import type { Life } from './play.ts'
import type { Violation } from './verify/account.ts'

const EXAMPLES = 3

export class Findings {
  readonly #events = new Map<EventType, number>()
  readonly #refusals = new Map<RefusalCode, number>()
  readonly #faults = new Map<string, number>()
  readonly #broken = new Map<string, { seed: number; region: string; violation: Violation }[]>()
  #lives = 0
  #cases = 0
  #mails = 0
  #timers = 0

  add(seed: number, { accounts, world, region }: Life, violations: readonly Violation[]): void {
    this.#lives += 1
    this.#cases += accounts.length
    for (const { events, mails, attempts } of accounts) {
      this.#mails += mails.length
      for (const { type } of events) increase(this.#events, type, 1)
      for (const { refused } of attempts) if (refused) increase(this.#refusals, refused, 1)
    }
    for (const { timers } of world.cases.values()) this.#timers += timers.size
    for (const [name, times] of world.met) increase(this.#faults, name, times)
    for (const violation of violations) {
      const known = this.#broken.get(violation.rule) ?? []
      this.#broken.set(violation.rule, [...known, { seed, region, violation }])
    }
  }

  get broken(): ReadonlySet<string> {
    return new Set(this.#broken.keys())
  }

  get lines(): string[] {
    const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, one) => sum + one, 0)
    const list = (counts: ReadonlyMap<string, number>) =>
      [...counts]
        .sort((one, other) => other[1] - one[1])
        .map(([name, times]) => `${name} ${times}`)
        .join(' · ')
    const violations = [...this.#broken.values()].reduce((sum, all) => sum + all.length, 0)
    return [
      `${this.#lives} lives, ${this.#cases} cases, ${total(this.#events)} events, ${this.#mails} mails, ${this.#timers} timers armed`,
      `events: ${list(this.#events)}`,
      `refusals: ${list(this.#refusals)}`,
      `faults: ${list(this.#faults)}`,
      `${violations} violations`,
      ...[...this.#broken].flatMap(([rule, all]) => [
        `✗ ${rule}: ${all.length}`,
        ...all.slice(0, EXAMPLES).map(({ seed, region, violation: { caseId, seq, detail } }) => {
          return `    ${caseId} event ${seq}: ${detail} (region ${region}); see npm run simulate -- --seed ${seed} --cases 1 --trace`
        }),
      ]),
    ]
  }
}

function increase<Name>(counts: Map<Name, number>, name: Name, by: number) {
  counts.set(name, (counts.get(name) ?? 0) + by)
}
