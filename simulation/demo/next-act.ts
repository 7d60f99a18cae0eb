// What follows from how a case of a demonstration stands: who does what next, and when, as the people of a rehearsal do, in words of the case's own
// topic. Pure, with chance passed in. Called by demonstrate.ts.
import type { Case } from '../../functions/case/case.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { deskFor } from '../../functions/case/desk.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import { type Act, afterAccepting, afterMail, type Told } from '../rehearse/behaviour.ts'
import { type Invented, phraseFor } from './invent.ts'

/** What a citizen writes on their page. */
export type Says =
  | { readonly action: 'clarify'; readonly text: string }
  | {
      readonly action: 'rate'
      readonly score: string
      readonly solved: 'yes' | 'no' | 'return'
      readonly comment: string
    }
  | { readonly action: 'withdraw' }

export interface Planned extends Act {
  /** In place of the command: by the citizen's own page. */
  readonly says?: Says
}

export type Stands = Omit<Told, 'by' | 'message'> & { readonly message: Invented }

const REJECTED = 0.35
const DECLINED = 0.05
const WITHDRAWN = 0.03
const MINUTE_MS = 60_000

/** What tells one standing of a case from the next. */
export function standing({ status, assignment, reopenings, round }: Case): string {
  const { draft, question, extensionRequest, extensions } = round
  return [status, assignment, reopenings, draft?.at, question?.at, extensionRequest?.at, extensions].join(' ')
}

/** Undefined where nobody does anything. */
export function nextAct(told: Stands): Planned | undefined {
  const { region, state, chance, message, at } = told
  const { operators, moderators } = deskFor(region, state, new Date(at).toISOString())
  const [operator, moderator] = [operators[0]!.id, moderators[0]!.id]
  const after = (by: string, kind: NoticeKind) => afterMail({ ...told, by }, kind)[0]
  const responder = state.responder ?? operator
  if (state.round.extensionRequest) return worded(told, after(operator, 'extension-asked'))
  switch (state.status) {
    case 'received':
      return worded(told, after(operator, 'moderation'))
    case 'triage': {
      const act = after(operator, 'triage')
      const by = { role: 'operator', id: operator } as const
      const isNone = !message.understood && chance.happens(REJECTED)
      return act && isNone
        ? { ...act, command: { type: 'Reject', by, reason: phraseFor(message, 'noCase', chance) } }
        : act
    }
    case 'assigned':
      return declined(told, worded(told, after(responder, 'work')))
    case 'in_progress':
      return worded(told, afterAccepting({ ...told, by: responder })[0])
    case 'rework':
      return worded(told, after(responder, 'returned'))
    case 'clarification':
      return said(told, after('citizen', 'question'))
    case 'answer_review':
      return worded(told, after(moderator, 'review'))
    case 'resolved':
      return said(told, after('citizen', 'answer'))
    default:
      return undefined
  }
}

/** Some give a case back, or its citizen needs nothing any more before anybody acts. */
function declined({ chance, message }: Stands, act: Planned | undefined): Planned | undefined {
  if (act?.command.type !== 'Accept') return act
  if (chance.happens(WITHDRAWN) && message.author) return { ...act, says: { action: 'withdraw' } }
  const { by } = act.command
  const reason = phraseFor(message, 'elsewhere', chance)
  return chance.happens(DECLINED) ? { ...act, command: { type: 'Decline', by, reason } } : act
}

/** The act in words of its topic. */
function worded({ chance, message }: Stands, act: Act | undefined): Planned | undefined {
  return act && { ...act, command: inWords(act.command, message, chance) }
}

function inWords(command: Unshown, message: Invented, chance: Stands['chance']): Unshown {
  switch (command.type) {
    case 'Answer':
      return { ...command, text: phraseFor(message, 'answer', chance) }
    case 'AskCitizen':
      return { ...command, question: phraseFor(message, 'question', chance) }
    case 'RequestExtension':
    case 'RefuseExtension':
      return { ...command, reason: phraseFor(message, 'longer', chance) }
    case 'HandOver':
      return { ...command, reason: phraseFor(message, 'elsewhere', chance) }
    case 'ReturnAnswer':
      return { ...command, reason: phraseFor(message, 'unclear', chance) }
    case 'Reject':
      return { ...command, reason: phraseFor(message, 'noCase', chance) }
    default:
      return command
  }
}

function said({ chance, message }: Stands, act: Act | undefined): Planned | undefined {
  if (!act || !message.author) return undefined
  const { command } = act
  if (command.type === 'Clarify')
    return { ...act, says: { action: 'clarify', text: phraseFor(message, 'reply', chance) } }
  if (command.type !== 'Rate') return act
  const { score = 3, solved, reopen } = command
  const comment = phraseFor(message, solved ? 'pleased' : 'displeased', chance)
  const how = solved ? 'yes' : reopen ? 'return' : 'no'
  return { ...act, at: act.at + MINUTE_MS, says: { action: 'rate', score: String(score), solved: how, comment } }
}
