// What a responder can do now. The decider itself is asked, so that nothing is offered that it would refuse: no question
// to somebody who cannot be reached, no second request while the first is being decided.
import type { AnswerKind } from '../case/case.ts'
import type { Command } from '../case/commands.ts'
import { decide } from '../case/decide.ts'
import { type Action, actions } from './commands.ts'
import { lapsed, type Visit } from './visit.ts'

export function possibleActions(visit: Visit): Action[] {
  return lapsed(visit) ? [] : actions.filter((action) => wouldPass(visit, trial(visit, action)))
}

export function possibleKinds(visit: Visit): AnswerKind[] {
  const kinds = ['final', 'interim'] as const
  return kinds.filter((kind) => wouldPass(visit, { ...bound(visit), type: 'Answer', text: '?', kind }))
}

function wouldPass({ file, request, region }: Visit, command: Command): boolean {
  return !('refused' in decide(file.state, command, request.at, region))
}

function bound({ link }: Visit) {
  return { by: { role: 'responder', id: link.recipient }, assignment: link.assignment } as const
}

function trial(visit: Visit, action: Action): Command {
  const { file, region } = visit
  const other = region.organisations.find((one) => one.id !== file.state.organisation)
  const trials: Record<Action, Command> = {
    accept: { type: 'Accept', ...bound(visit) },
    answer: { type: 'Answer', ...bound(visit), text: '?', kind: 'final' },
    ask: { type: 'AskCitizen', ...bound(visit), question: '?' },
    handover: { type: 'HandOver', ...bound(visit), organisation: other?.id ?? '', reason: '?' },
    decline: { type: 'Decline', ...bound(visit), reason: '?' },
    extend: { type: 'RequestExtension', ...bound(visit), reason: '?' },
  }
  return trials[action]
}
