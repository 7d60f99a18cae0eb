// Who acts in the stories of a case, and what they ask for. Each command is as plain as it can be; tests change what they
// are about.
import type { Actor } from '../../functions/case/actor.ts'
import type { CommandType, Unshown } from '../../functions/case/commands.ts'
import type { Missing } from '../../functions/routing/routing.ts'

export const citizen = { role: 'citizen' } as const satisfies Actor
export const integrator = { role: 'integrator', id: 'demo' } as const satisfies Actor
export const system = { role: 'system' } as const satisfies Actor
export const responder = { role: 'responder', id: 'north-office-responder' } as const satisfies Actor
export const deputy = { role: 'responder', id: 'north-office-deputy' } as const satisfies Actor
export const another = { role: 'responder', id: 'health-responder' } as const satisfies Actor
export const operator = { role: 'operator', id: 'operator-1' } as const satisfies Actor
export const moderator = { role: 'moderator', id: 'moderator-1' } as const satisfies Actor

export const municipal = { role: 'municipal', id: 'centre-north' } as const satisfies Actor

export const PARENT = '99-260302-PPPPP'
export const CHILD = '99-260302-CCCCC'

type Plain<T extends CommandType> = Extract<Unshown, { type: T }>
type More<T extends CommandType> = Partial<Plain<T>>

export const submit = (more: More<'Submit'> = {}): Plain<'Submit'> => ({
  type: 'Submit',
  by: citizen,
  messageId: 'M1',
  channel: 'form',
  regime: 'message',
  language: 'ru',
  reach: 'email',
  ...more,
})
export const admit: Plain<'Admit'> = { type: 'Admit', by: operator }
export const reject: Plain<'Reject'> = { type: 'Reject', by: operator, reason: 'Реклама.' }
export const route: Plain<'Route'> = {
  type: 'Route',
  by: system,
  routing: {
    outcome: 'routed',
    topic: 'roads.pothole',
    municipality: 'north',
    organisation: 'north-office',
    because: [],
  },
}
export const triage: Plain<'Route'> = {
  type: 'Route',
  by: system,
  routing: { outcome: 'triage', topic: undefined, municipality: undefined, why: 'topic unknown', because: [] },
}
/** What routing left to a person, and the citizen is asked. */
export const asking = (missing: Missing): Plain<'Route'> => ({
  type: 'Route',
  by: system,
  routing: {
    ...{ outcome: 'triage', topic: undefined, municipality: undefined, because: [] },
    why: 'place unknown',
    missing,
  },
})
export const call = (more: More<'ReportCall'> = {}): Plain<'ReportCall'> => ({
  type: 'ReportCall',
  by: responder,
  outcome: 'told',
  ...more,
})
export const publish = (more: More<'Publish'> = {}): Plain<'Publish'> => ({
  ...{ type: 'Publish', by: moderator, as: 'p1', question: 'Яма на дороге.', text: 'Яма засыпана.' },
  ...more,
})
export const unpublish: Plain<'Unpublish'> = { type: 'Unpublish', by: moderator }
export const supply = (more: More<'Supply'> = {}): Plain<'Supply'> => ({ type: 'Supply', by: citizen, ...more })
export const assign = (more: More<'Assign'> = {}): Plain<'Assign'> => ({
  type: 'Assign',
  by: operator,
  organisation: 'north-office',
  topic: 'roads.pothole',
  municipality: 'north',
  ...more,
})
export const accept: Plain<'Accept'> = { type: 'Accept', by: responder }
export const handOver: Plain<'HandOver'> = { type: 'HandOver', by: responder, organisation: 'health', reason: 'Ваше.' }
export const decline: Plain<'Decline'> = { type: 'Decline', by: responder, reason: 'Не наше.' }
export const ask: Plain<'AskCitizen'> = { type: 'AskCitizen', by: responder, question: 'Где?' }
export const clarify: Plain<'Clarify'> = { type: 'Clarify', by: citizen, messageId: 'M2' }
export const more: Plain<'RequestExtension'> = { type: 'RequestExtension', by: responder, reason: 'Ждём деталь.' }
export const grant: Plain<'GrantExtension'> = { type: 'GrantExtension', by: operator }
export const refuseMore: Plain<'RefuseExtension'> = { type: 'RefuseExtension', by: operator, reason: 'Нет.' }
/** A day that every story of an interim answer can still promise. */
export const promise = { sort: 'promised', promisedFor: '2026-03-06' } as const
export const answer = (kind: 'final' | 'interim' = 'final'): Plain<'Answer'> => ({
  type: 'Answer',
  by: responder,
  text: 'Сделано.',
  ...(kind === 'final' ? ({ sort: 'done' } as const) : promise),
})
export const sendBack: Plain<'ReturnAnswer'> = { type: 'ReturnAnswer', by: moderator, reason: 'Где именно?' }
export const approve: Plain<'ApproveAnswer'> = { type: 'ApproveAnswer', by: moderator }
export const rate = (more: More<'Rate'> = {}): Plain<'Rate'> => ({
  type: 'Rate',
  by: citizen,
  score: 3,
  solved: false,
  reopen: false,
  ...more,
})
export const reopen: Plain<'Reopen'> = { type: 'Reopen', by: citizen, reason: 'Яма на месте.' }
export const merge: Plain<'Merge'> = { type: 'Merge', by: operator, into: PARENT }
export const unmerge: Plain<'Unmerge'> = { type: 'Unmerge', by: operator }
export const join = (due?: string): Plain<'Join'> => ({
  type: 'Join',
  by: operator,
  child: CHILD,
  ...(due && { due }),
})
export const part: Plain<'Part'> = { type: 'Part', by: operator, child: CHILD }
export const share = (endedAt: string): Plain<'ShareAnswer'> => ({
  ...{ type: 'ShareAnswer', by: system, text: 'Сделано.', from: PARENT, endedAt },
})
export const note: Plain<'Note'> = { type: 'Note', by: responder, text: 'Смотрим.' }
export const askLink: Plain<'RequestLink'> = {
  type: 'RequestLink',
  by: responder,
  contact: 'north-office-responder',
}
export const correct = (topic = 'health.queue'): Plain<'CorrectTopic'> => ({
  type: 'CorrectTopic',
  by: operator,
  topic,
})
export const reschedule: Plain<'Reschedule'> = { type: 'Reschedule', by: operator, reason: 'Новые сроки.' }
export const confirm: Plain<'ConfirmAddress'> = { type: 'ConfirmAddress', by: citizen }
export const stopMails: Plain<'StopMails'> = { type: 'StopMails', by: citizen, scope: 'case' }
export const stopAll: Plain<'StopMails'> = { ...stopMails, scope: 'address' }
export const tick: Plain<'Tick'> = { type: 'Tick', by: system }
export const bounce = (more: More<'ReportBounce'> = {}): Plain<'ReportBounce'> => ({
  type: 'ReportBounce',
  by: system,
  seq: 2,
  recipient: 'north-office-responder',
  why: 'bounce',
  permanent: true,
  ...more,
})
