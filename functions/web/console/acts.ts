// What can be done about a case in the console beside what waits to be decided: each act has a page of its own (functions/acts), and is
// offered where the decider would let it pass. Called by desk, which leads there, and by acts.
import type { EventType } from '../../case/events.ts'
import { organisationOf, peopleOf } from '../../case/people.ts'
import { open } from '../../case/statuses.ts'
import { passing, refusalOf, type Visit } from '../visit.ts'

/** Each act, in the order in which they are offered, with the events by which it is known to have happened. */
export const acts = {
  note: ['noted'],
  accept: ['accepted'],
  answer: ['answered'],
  ask: ['clarification_asked'],
  handover: ['handed_over'],
  decline: ['declined', 'handed_back'],
  topic: ['topic_corrected'],
  link: ['link_requested'],
  merge: ['merged'],
  unmerge: ['unmerged'],
  reopen: ['reopened'],
} as const satisfies Readonly<Record<string, readonly EventType[]>>
export type ActName = keyof typeof acts
/** Why two cases may be about the same. */
export type Likeness = 'same' | 'near' | 'topic' | 'words'

/** The acts that the case as it stands, and the role of whoever has it open, allow. */
export function actsOffered(visit: Visit): ActName[] {
  const { actor: by, file, region } = visit
  const other = region.organisations.find((one) => one.id !== file.state.organisation)
  const otherTopic = region.topics.find(({ id }) => id !== file.state.topic)
  return passing(visit, {
    note: { type: 'Note', by, text: '?' },
    accept: { type: 'Accept', by },
    answer: { type: 'Answer', by, text: '?', sort: 'done' },
    ask: { type: 'AskCitizen', by, question: '?' },
    handover: { type: 'HandOver', by, organisation: other?.id ?? '', reason: '?' },
    decline: { type: 'Decline', by, reason: '?' },
    topic: { type: 'CorrectTopic', by, topic: otherTopic?.id ?? '' },
    link: { type: 'RequestLink', by, contact: linkable(visit)[0] ?? '' },
    merge: { type: 'Merge', by, into: '?' },
    unmerge: { type: 'Unmerge', by },
    reopen: { type: 'Reopen', by, reason: '?' },
  })
}

/** Who may be sent a link once more: those the case is with, and the citizen where mails reach them; by id, or "citizen". */
export function linkable(visit: Visit): string[] {
  const { region, file, actor: by } = visit
  const { organisation, status } = file.state
  const people = open.includes(status) ? peopleOf(region, organisationOf(region, organisation)) : []
  const all = [...people.map(({ id }) => id), 'citizen']
  return all.filter((contact) => refusalOf(visit, { type: 'RequestLink', by, contact }) === undefined)
}
