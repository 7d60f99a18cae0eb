// What can be done about a case in the console beside what waits to be decided: each act has a page of its own (functions/acts), and is
// offered where the decider would let it pass. Called by desk, which leads there, and by acts.
import type { EventType } from '../../case/events.ts'
import { passing, type Visit } from '../visit.ts'

/** Each act, in the order in which they are offered, with the events by which it is known to have happened. */
export const acts = {
  note: ['noted'],
  accept: ['accepted'],
  answer: ['answered'],
  ask: ['clarification_asked'],
  handover: ['handed_over'],
  decline: ['declined', 'handed_back'],
  reopen: ['reopened'],
} as const satisfies Readonly<Record<string, readonly EventType[]>>
export type ActName = keyof typeof acts

/** The acts that the case as it stands, and the role of whoever has it open, allow. */
export function actsOffered(visit: Visit): ActName[] {
  const { actor: by, file, region } = visit
  const other = region.organisations.find((one) => one.id !== file.state.organisation)
  return passing(visit, {
    note: { type: 'Note', by, text: '?' },
    accept: { type: 'Accept', by },
    answer: { type: 'Answer', by, text: '?', sort: 'done' },
    ask: { type: 'AskCitizen', by, question: '?' },
    handover: { type: 'HandOver', by, organisation: other?.id ?? '', reason: '?' },
    decline: { type: 'Decline', by, reason: '?' },
    reopen: { type: 'Reopen', by, reason: '?' },
  })
}
