// Writes what the lives on the local engine came to. Called by npm run simulate.
import type { EngineFindings } from './live.ts'

const EXAMPLES = 20

export function engineLines({ events, mails, troubles, violations }: EngineFindings): string[] {
  return [
    `${events} events, ${mails} mails`,
    `troubles: ${[...troubles].map(([name, times]) => `${name} ${times}`).join(' · ')}`,
    `${violations.length} violations`,
    ...violations
      .slice(0, EXAMPLES)
      .map(({ rule, caseId, seq, detail }) => `✗ ${rule}: ${caseId} event ${seq}: ${detail}`),
  ]
}
