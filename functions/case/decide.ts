// The heart: what follows from a command, given a case, an instant and the region's policy. Pure: no clock, no
// randomness, no AWS. Every rule of the workflow is in this file or in the files of one stage it calls.
import type { Command, CommandType } from './commands.ts'
import { open, type Status, statuses, withResponder } from './statuses.ts'
import type { Role } from './actor.ts'
import type { Case } from './case.ts'
import type { Region } from '../../regions/schema.ts'
import { type Decision, happened, refuse, type Situation } from './decision.ts'
import { admit, reject, route, submit } from './stages/intake.ts'
import { accept, assign, decline, handOver } from './stages/assigning.ts'
import { askCitizen, clarify } from './stages/asking.ts'
import { grantExtension, refuseExtension, requestExtension } from './stages/extending.ts'
import { answer, approveAnswer, returnAnswer } from './stages/answering.ts'
import { rate, reopen } from './stages/rating.ts'
import { join, merge, part, shareAnswer, unmerge } from './stages/clusters.ts'
import { reschedule } from './stages/rescheduling.ts'
import { organisationOf, peopleOf } from './people.ts'
import { reportBounce } from './stages/undelivered.ts'
import { tick } from './stages/ticking.ts'

const LINK_INTERVAL_MS = 10 * 60_000

/** Where and by whom each command may be given; what is missing here may be given anywhere by anybody. */
const allowed: Partial<Record<CommandType, { in: readonly Status[]; by: readonly Role[] }>> = {
  Admit: { in: ['received'], by: ['operator', 'system'] },
  Reject: { in: ['received', 'routing', 'triage'], by: ['operator'] },
  Route: { in: ['routing'], by: ['system'] },
  Assign: { in: ['routing', 'triage', 'assigned', 'in_progress', 'rework'], by: ['operator'] },
  Accept: { in: ['assigned'], by: ['responder', 'operator'] },
  HandOver: { in: withResponder, by: ['responder', 'operator'] },
  Decline: { in: withResponder, by: ['responder', 'operator'] },
  AskCitizen: { in: withResponder, by: ['responder', 'operator'] },
  Clarify: { in: ['clarification'], by: ['citizen', 'operator', 'integrator'] },
  RequestExtension: { in: withResponder, by: ['responder'] },
  GrantExtension: { in: open, by: ['operator'] },
  RefuseExtension: { in: open, by: ['operator'] },
  Answer: { in: withResponder, by: ['responder', 'operator'] },
  ReturnAnswer: { in: ['answer_review'], by: ['moderator', 'operator'] },
  ApproveAnswer: { in: ['answer_review'], by: ['moderator', 'operator'] },
  Rate: { in: ['resolved', 'closed'], by: ['citizen', 'integrator'] },
  Reopen: { in: ['resolved', 'closed', 'rejected'], by: ['citizen', 'operator', 'integrator'] },
  Merge: { in: open, by: ['operator'] },
  Unmerge: { in: ['merged'], by: ['operator'] },
  Join: { in: open, by: ['operator'] },
  Part: { in: [...open, 'resolved', 'closed'], by: ['operator'] },
  ShareAnswer: { in: ['merged'], by: ['system'] },
  Reschedule: { in: [...open, 'merged'], by: ['operator'] },
  ReportBounce: { in: statuses, by: ['system'] },
}

/** Decides a command at an instant (ISO, UTC). An expected refusal is a value; nothing is thrown. */
export function decide(state: Case, command: Command, at: string, region: Region): Decision {
  if (command.type === 'Submit')
    return state.version > 0 ? refuse('already exists') : submit({ state, at, region }, command)
  if (state.version === 0) return refuse('unknown case')
  const rule = allowed[command.type]
  if (rule && !rule.by.includes(command.by.role)) return refuse('not yours')
  if (isSuperseded(state, command)) return refuse('superseded')
  if (rule && !rule.in.includes(state.status)) return refuse('not now')
  return rules({ state, at, region }, command)
}

/** Whether the command could be given now, as far as the case's status and the role go. */
export function mayGive(state: Case, type: CommandType, role: Role): boolean {
  const rule = allowed[type]
  return !rule || (rule.in.includes(state.status) && rule.by.includes(role))
}

function rules(now: Situation, command: Exclude<Command, { type: 'Submit' }>): Decision {
  switch (command.type) {
    case 'Admit':
      return admit(now, command)
    case 'Reject':
      return reject(now, command)
    case 'Route':
      return route(now, command)
    case 'Assign':
      return assign(now, command)
    case 'Accept':
      return accept(now, command)
    case 'HandOver':
      return handOver(now, command)
    case 'Decline':
      return decline(now, command)
    case 'AskCitizen':
      return askCitizen(now, command)
    case 'Clarify':
      return clarify(now, command)
    case 'RequestExtension':
      return requestExtension(now, command)
    case 'GrantExtension':
      return grantExtension(now, command)
    case 'RefuseExtension':
      return refuseExtension(now, command)
    case 'Answer':
      return answer(now, command)
    case 'ReturnAnswer':
      return returnAnswer(now, command)
    case 'ApproveAnswer':
      return approveAnswer(now, command)
    case 'Rate':
      return rate(now, command)
    case 'Reopen':
      return reopen(now, command)
    case 'Merge':
      return merge(now, command)
    case 'Unmerge':
      return unmerge(now, command)
    case 'Join':
      return join(now, command)
    case 'Part':
      return part(now, command)
    case 'ShareAnswer':
      return shareAnswer(now, command)
    case 'Note':
      return command.text.trim()
        ? happened({ type: 'noted', at: now.at, by: command.by, text: command.text })
        : refuse('empty text')
    case 'Reschedule':
      return reschedule(now, command)
    case 'RequestLink': {
      const involved = peopleOf(now.region, organisationOf(now.region, now.state.organisation))
      if (!involved.some((contact) => contact.id === command.contact)) return refuse('not yours')
      const last = now.state.linkRequestedAt
      if (last && Date.parse(now.at) - Date.parse(last) < LINK_INTERVAL_MS) return refuse('too soon')
      return happened({ type: 'link_requested', at: now.at, by: command.by, contact: command.contact })
    }
    case 'ReportBounce':
      return reportBounce(now, command)
    case 'Tick':
      return tick(now)
  }
}

function isSuperseded(state: Case, command: Command): boolean {
  return 'assignment' in command && command.assignment !== undefined && command.assignment !== state.assignment
}
