// Lists what a responder can do now: no question to somebody who cannot be reached, no second request while the first
// is decided. Called by the page and the handler.
import type { AnswerKind } from '../case/case.ts'
import { passing, type Visit } from '../web/visit.ts'
import type { Action } from './commands.ts'

export function possibleActions(visit: Visit): Action[] {
  const { actor: by, file, region } = visit
  const other = region.organisations.find((one) => one.id !== file.state.organisation)
  return passing(visit, {
    accept: { type: 'Accept', by },
    answer: { type: 'Answer', by, text: '?', kind: 'final' },
    ask: { type: 'AskCitizen', by, question: '?' },
    handover: { type: 'HandOver', by, organisation: other?.id ?? '', reason: '?' },
    decline: { type: 'Decline', by, reason: '?' },
    extend: { type: 'RequestExtension', by, reason: '?' },
  })
}

export function possibleKinds(visit: Visit): AnswerKind[] {
  const { actor: by } = visit
  return passing(visit, {
    final: { type: 'Answer', by, text: '?', kind: 'final' },
    interim: { type: 'Answer', by, text: '?', kind: 'interim' },
  })
}
