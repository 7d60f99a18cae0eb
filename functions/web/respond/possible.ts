// Lists what a responder can do now: no question to somebody who cannot be reached, no second request while the first
// is decided. Called by the page and the handler.
import type { AnswerSort } from '../../case/case.ts'
import { promisable } from '../../case/stages/answering.ts'
import { passing, type Visit } from '../visit.ts'
import type { Action } from './commands.ts'

export function possibleActions(visit: Visit): Action[] {
  const { actor: by, file, region } = visit
  const other = region.organisations.find((one) => one.id !== file.state.organisation)
  return passing(visit, {
    accept: { type: 'Accept', by },
    answer: { type: 'Answer', by, text: '?', sort: 'done' },
    ask: { type: 'AskCitizen', by, question: '?' },
    handover: { type: 'HandOver', by, organisation: other?.id ?? '', reason: '?' },
    decline: { type: 'Decline', by, reason: '?' },
    extend: { type: 'RequestExtension', by, reason: '?' },
  })
}

export function possibleSorts(visit: Visit): AnswerSort[] {
  const { actor: by, file, region, request } = visit
  const answer = { type: 'Answer', by, text: '?' } as const
  const { last } = promisable({ state: file.state, region, at: request.at })
  return passing(visit, {
    done: { ...answer, sort: 'done' },
    promised: { ...answer, sort: 'promised', promisedFor: last },
    explained: { ...answer, sort: 'explained' },
    impossible: { ...answer, sort: 'impossible' },
    'not ours': { ...answer, sort: 'not ours' },
  })
}
