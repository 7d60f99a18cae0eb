// Decides what follows from a command, given a case, an instant and the region's policy. Pure: no clock, no randomness,
// no AWS. Every rule of the workflow is in this file or in the file of one stage. Called by store/handle.ts and intake.
import type { Instant } from '../calendar/instant.ts'
import type { Command } from './commands.ts'
import type { Case } from './case.ts'
import type { Region } from '../../regions/schema.ts'
import { type Decision, refuse, type Situation } from './decision.ts'
import { takeOffPublic } from './publication.ts'
import { admit, reject, route, submit, supply } from './stages/intake.ts'
import { accept, assign, decline, handOver } from './stages/assigning.ts'
import { askCitizen, clarify } from './stages/asking.ts'
import { reportCall } from './stages/calling.ts'
import { grantExtension, refuseExtension, requestExtension } from './stages/extending.ts'
import { answer, approveAnswer, returnAnswer } from './stages/answering.ts'
import { publish, unpublish } from './stages/publishing.ts'
import { rate, reopen } from './stages/rating.ts'
import { join, merge, part, shareAnswer, unmerge } from './stages/clusters.ts'
import { correctTopic } from './stages/correcting.ts'
import { reschedule } from './stages/rescheduling.ts'
import { afterErasure, isCurrent, isKnown, permissions } from './permissions.ts'
import { erase, refuseErasure, requestErasure } from './stages/erasing.ts'
import { reportBounce } from './stages/undelivered.ts'
import { addPhoto, removePhoto } from './stages/photographing.ts'
import { tick } from './stages/ticking.ts'
import { confirmAddress, leaveAddress, stopMails } from './stages/mailing.ts'
import { noteSource } from './stages/sourcing.ts'
import { undo } from './stages/undoing.ts'
import { checkDisowned, disown } from './stages/disowning.ts'
import { addWords, note, passOn, requestCode, requestLink, withdraw } from './stages/writing.ts'

/**
 * Decides a command. An expected refusal is a value; nothing is thrown.
 * @example
 * const decision = decide(state, { type: 'Accept', by, assignment: state.assignment }, at, region)
 * if ('refused' in decision) return decision.refused
 * const next = decision.events.reduce(evolve, state)
 */
export function decide(state: Case, command: Command, at: Instant, region: Region): Decision {
  const { type, by } = command
  if (!permissions[type].by.includes(by.role)) return refuse('not yours')
  if (type === 'Submit') return state.version > 0 ? refuse('already exists') : submit({ state, at, region }, command)
  if (state.version === 0) return refuse('unknown case')
  if (state.erasedAt && !afterErasure.includes(type)) return refuse('erased')
  if (!isCurrent(state, command)) return refuse('superseded')
  if (!isKnown(region, state, command)) return refuse('not yours')
  if (!permissions[type].in.includes(state.status)) return refuse('not now')
  return takeOffPublic(state, rules({ state, at, region }, command))
}

function rules(now: Situation, command: Exclude<Command, { type: 'Submit' }>): Decision {
  switch (command.type) {
    case 'Admit':
      return admit(now, command)
    case 'Reject':
      return reject(now, command)
    case 'Route':
      return route(now, command)
    case 'Supply':
      return supply(now, command)
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
    case 'ReportCall':
      return reportCall(now, command)
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
    case 'Publish':
      return publish(now, command)
    case 'Unpublish':
      return unpublish(now, command)
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
      return note(now, command)
    case 'NoteSource':
      return noteSource(now, command)
    case 'PassOn':
      return passOn(now, command)
    case 'AddWords':
      return addWords(now, command)
    case 'Withdraw':
      return withdraw(now, command)
    case 'Reschedule':
      return reschedule(now, command)
    case 'CorrectTopic':
      return correctTopic(now, command)
    case 'RequestLink':
      return requestLink(now, command)
    case 'ReportBounce':
      return reportBounce(now, command)
    case 'RequestErasure':
      return requestErasure(now, command)
    case 'Erase':
      return erase(now, command)
    case 'RefuseErasure':
      return refuseErasure(now, command)
    case 'ConfirmAddress':
      return confirmAddress(now, command)
    case 'StopMails':
      return stopMails(now, command)
    case 'LeaveAddress':
      return leaveAddress(now, command)
    case 'Undo':
      return undo(now, command)
    case 'RequestCode':
      return requestCode(now, command)
    case 'Disown': {
      const { by, history } = command
      return disown(now, command, undo(now, { type: 'Undo', by, history, version: now.state.version }))
    }
    case 'CheckDisowned':
      return checkDisowned(now, command)
    case 'AddPhoto':
      return addPhoto(now, command)
    case 'RemovePhoto':
      return removePhoto(now, command)
    case 'Tick':
      return tick(now)
  }
}
