// Who may give which command, where the case must stand, and what of the page it was given on must still be so. Asked by
// `decide` before any rule, and by the forms for what they carry. Exhaustive: a command that is not here does not compile.
import type { Region } from '../../regions/schema.ts'
import type { Role } from './actor.ts'
import { callable } from './calling.ts'
import type { Case } from './case.ts'
import type { Command, CommandOf, CommandType, Shown, Unshown } from './commands.ts'
import { isOfCentre } from './municipal.ts'
import { isInvolved, rolesOf } from './people.ts'
import { open, statuses, withResponder, type Status } from './statuses.ts'

/** The part of `Shown` that a command carries. */
type ShownBy<C extends Command> = [keyof C & keyof Shown] extends [never] ? 'nothing' : keyof C & keyof Shown

interface Permission<T extends CommandType> {
  readonly in: readonly Status[]
  readonly by: readonly Role[]
  readonly shows: ShownBy<CommandOf<T>>
}

/** Whoever has a case, and operators in their place. */
const workers: readonly Role[] = ['responder', 'operator']

export const permissions: { readonly [T in CommandType]: Permission<T> } = {
  Submit: { in: ['received'], by: ['citizen', 'integrator', 'operator'], shows: 'nothing' },
  Admit: { in: ['received'], by: ['operator', 'system'], shows: 'nothing' },
  Reject: { in: ['received', 'routing', 'triage'], by: ['operator'], shows: 'assignment' },
  Route: { in: ['routing'], by: ['system'], shows: 'nothing' },
  Supply: { in: ['triage'], by: ['citizen', 'integrator'], shows: 'askedAt' },
  Assign: { in: ['routing', 'triage', ...withResponder], by: ['operator', 'municipal', 'system'], shows: 'assignment' },
  Accept: { in: ['assigned'], by: workers, shows: 'assignment' },
  HandOver: { in: withResponder, by: workers, shows: 'assignment' },
  Decline: { in: withResponder, by: workers, shows: 'assignment' },
  AskCitizen: { in: withResponder, by: workers, shows: 'assignment' },
  Clarify: { in: ['clarification'], by: ['citizen', 'operator', 'integrator'], shows: 'questionAt' },
  ReportCall: { in: callable, by: workers, shows: 'assignment' },
  RequestExtension: { in: withResponder, by: ['responder'], shows: 'assignment' },
  GrantExtension: { in: open, by: ['operator'], shows: 'requestAt' },
  RefuseExtension: { in: open, by: ['operator'], shows: 'requestAt' },
  Answer: { in: withResponder, by: workers, shows: 'assignment' },
  ReturnAnswer: { in: ['answer_review'], by: ['moderator', 'operator', 'municipal'], shows: 'draftAt' },
  ApproveAnswer: { in: ['answer_review'], by: ['moderator', 'operator', 'municipal'], shows: 'draftAt' },
  Publish: { in: ['resolved', 'closed'], by: ['moderator', 'operator'], shows: 'round' },
  Unpublish: { in: statuses, by: ['moderator', 'operator'], shows: 'nothing' },
  Rate: { in: ['resolved', 'closed'], by: ['citizen', 'integrator'], shows: 'round' },
  Reopen: { in: ['resolved', 'closed', 'rejected'], by: ['citizen', 'operator', 'integrator'], shows: 'round' },
  Merge: { in: open, by: ['operator', 'citizen'], shows: 'assignment' },
  Unmerge: { in: ['merged'], by: ['operator', 'system'], shows: 'from' },
  Join: { in: open, by: ['operator', 'citizen'], shows: 'nothing' },
  Part: { in: open, by: ['operator'], shows: 'nothing' },
  ShareAnswer: { in: ['merged'], by: ['system'], shows: 'from' },
  AddWords: {
    in: open.filter((status) => status !== 'clarification'),
    by: ['citizen', 'integrator'],
    shows: 'nothing',
  },
  Withdraw: { in: [...open, 'merged'], by: ['citizen', 'integrator'], shows: 'nothing' },
  // By the system: a mail that nobody vouches for.
  Note: {
    in: [...open, 'merged'],
    by: ['responder', 'operator', 'moderator', 'municipal', 'system'],
    shows: 'nothing',
  },
  RequestLink: { in: statuses, by: workers, shows: 'nothing' },
  CorrectTopic: { in: open.filter((status) => status !== 'routing'), by: ['operator'], shows: 'topicWas' },
  NoteSource: { in: statuses, by: ['integrator'], shows: 'nothing' },
  PassOn: { in: open, by: ['operator', 'moderator'], shows: 'nothing' },
  Reschedule: { in: [...open, 'merged'], by: ['operator'], shows: 'nothing' },
  ReportBounce: { in: statuses, by: ['system'], shows: 'nothing' },
  RequestErasure: { in: statuses, by: ['citizen'], shows: 'nothing' },
  Erase: { in: statuses, by: ['operator'], shows: 'nothing' },
  RefuseErasure: { in: statuses, by: ['operator'], shows: 'nothing' },
  ConfirmAddress: { in: statuses, by: ['citizen'], shows: 'nothing' },
  StopMails: { in: statuses, by: ['citizen'], shows: 'nothing' },
  LeaveAddress: { in: [...open, 'merged'], by: ['citizen'], shows: 'nothing' },
  Undo: { in: withResponder, by: workers, shows: 'version' },
  RequestCode: { in: statuses, by: ['responder', 'operator', 'moderator'], shows: 'nothing' },
  Disown: { in: statuses, by: ['responder'], shows: 'nothing' },
  CheckDisowned: { in: statuses, by: ['operator'], shows: 'disownedAt' },
  AddPhoto: { in: open, by: ['citizen', 'integrator', 'responder', 'operator'], shows: 'nothing' },
  RemovePhoto: { in: statuses, by: ['citizen', 'integrator', 'responder', 'operator', 'moderator'], shows: 'nothing' },
  Tick: { in: statuses, by: ['system'], shows: 'nothing' },
}

/** What may still happen to a case whose data were erased: nobody writes in it any more. */
export const afterErasure: readonly CommandType[] = ['RequestErasure', 'Erase', 'ReportBounce', 'Tick']

/** What a responder may ask of a case that others have by now. */
const ofOnesOwn: readonly CommandType[] = ['Note', 'Undo', 'Disown', 'RequestCode']

/** Whether the region's directory says so: responders of the organisation that has the case, operators, moderators, municipal centres. */
export function isKnown(region: Region, state: Case, command: Command): boolean {
  const { type, by } = command
  const { role, id } = by
  if (role === 'citizen' || role === 'integrator' || role === 'system') return true
  if (role === 'municipal') return isOfCentre(region, state, command)
  // What somebody wrote who lost the case meanwhile is kept as a note; what they handed over themselves they may take back.
  const isAnywhere = role !== 'responder' || ofOnesOwn.includes(type)
  return isAnywhere ? rolesOf(region, id).includes(role) : isInvolved(region, state.organisation, id)
}

/** Whether the case still stands as the page showed it that the command was given on. */
export function isCurrent(state: Case, command: Command): boolean {
  const { shows } = permissions[command.type]
  if (shows === 'nothing') return true
  const shown = (command as Partial<Shown>)[shows]
  return shown !== undefined && shown === shownOf(state)[shows]
}

/** What a page shows of the case as it stands. */
export function shownOf({
  assignment,
  round,
  reopenings,
  mergedInto,
  missing,
  askedAt,
  disownedAt,
  topic,
  version,
}: Case): {
  readonly [K in keyof Shown]: Shown[K] | undefined
} {
  return {
    assignment,
    draftAt: round.draft?.at,
    questionAt: round.question?.at,
    requestAt: round.extensionRequest?.at,
    askedAt: missing && askedAt,
    round: reopenings,
    from: mergedInto,
    disownedAt,
    topicWas: topic,
    version,
  }
}

/** The command as a page gives it that shows the case as it stands. Used for what pages offer, and where the case is played. */
export function givenNow(state: Case, command: Unshown): Command {
  const { shows } = permissions[command.type]
  return shows === 'nothing' ? (command as Command) : ({ [shows]: shownOf(state)[shows], ...command } as Command)
}
