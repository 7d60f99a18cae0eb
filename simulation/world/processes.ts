// What the functions do, step by step, over the world's table instead of AWS: each `yield` is a place where a function
// may be killed or another may be faster. The order of the steps is that of functions/*; the rules are the system's
// own. Called by played-case.ts.
import type { CaseEvent } from '../../functions/case/events.ts'
import { feedEvents, isFed } from '../../functions/case/feed.ts'
import type { Command } from '../../functions/case/commands.ts'
import type { FailedMail } from '../../functions/case/notices/failed-mail.ts'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Case } from '../../functions/case/case.ts'
import { saidIn } from '../../functions/case/saying.ts'
import { awaitedChildren, type EventMessage, type ReactionName } from '../../functions/case/reactions.ts'
import { subjectOf } from '../../functions/case/notices/subject.ts'
import { exactInstant, later } from '../../functions/case/clocks/waking.ts'
import { isEnded } from '../../functions/case/notices/untold.ts'
import { type PendingNotice, recordOf } from '../../functions/notify/pending-notice.ts'
import type { Process } from './agenda.ts'
import { give, type Given } from './giving.ts'
import { deleteGone } from './photo-processes.ts'
import type { Written } from './table.ts'
import type { Shared, Surroundings } from './surroundings.ts'
import { queueDeliveries } from './webhook-processes.ts'

export type Failure = Pick<FailedMail, 'why' | 'permanent'>
const by = { role: 'system' } as const

/** A consumer's command to one case. */
function* tell(around: Surroundings, command: Command, commandId?: string): Generator<void, readonly CaseEvent[]> {
  const [events] = yield* give([{ around, command }], commandId)
  return events!
}

/** Who does what is asked for, by the entry of the table of reactions. */
export const consumers: Record<ReactionName, (around: Surroundings, message: EventMessage) => Process> = {
  routing: route,
  notice: notify,
  record,
  photo: deleteGone,
}

/** A person's act: its commands once, however often it is sent. */
export function* act(around: Shared['around'], given: readonly Given[], commandId: string): Process {
  const parts = given.flatMap(({ caseId, ...rest }) => {
    const known = around(caseId)
    return known ? [{ around: known, ...rest }] : []
  })
  if (parts.length === given.length) yield* give(parts, commandId)
}

export function* dispatch(around: Surroundings, { seq, event, counts, arm }: Written): Process {
  const glance = { ...event, caseId: around.table.caseId, seq, counts }
  for (const reaction of around.core.reactions) {
    if (reaction.concerns(glance)) for (const message of reaction.messages(glance)) around.ask(reaction.name, message)
    yield
  }
  if (arm) around.arm(arm)
}

function* route(around: Surroundings, { seq, child }: EventMessage): Process {
  const { state, events } = around.table.file()
  yield
  if (child) return yield* reach(around, child, events[seq - 1]!)
  if (state.status === 'routing') yield* tell(around, { type: 'Route', by, routing: around.routing })
}

/** The end of a case reaches one that was merged into it. */
function* reach(around: Surroundings, child: string, event: CaseEvent): Process {
  const from = around.table.caseId
  const other = around.around(child)
  if (!other) return
  const { at: endedAt } = event
  if (event.type === 'answer_approved')
    yield* tell(other, { type: 'ShareAnswer', by, text: event.text, from, endedAt, ...saidIn(event) })
  else yield* tell(other, { type: 'Unmerge', by, from, endedAt })
}

export function* tick(around: Surroundings): Process {
  const { at } = around
  const events = yield* tell(around, { type: 'Tick', by })
  const next = events.length === 0 ? exactInstant(around.table.load().state) : undefined
  if (next && next > at) around.arm(next)
}

function* record(around: Surroundings, { caseId, seq }: EventMessage): Process {
  const events = [...around.events]
  yield
  around.table.countOnce(seq)
  yield
  if (!isFed(events[seq - 1]!.type)) return
  const after = around.table.fedUpTo
  yield
  const fed = feedEvents(caseId, events, after).map((one) => one.seq)
  if (after < seq) queueDeliveries(around, around.table.feed(after, events.length, fed))
}

function pendingNoticesOf(around: Surroundings, seq: number): PendingNotice[] {
  const file = around.table.file()
  const event = file.events[seq - 1]!
  return around.core.noticesFor(around.region, file.state, event).map((notice) => ({ file, event, seq, notice }))
}

function* notify(around: Surroundings, { seq }: EventMessage): Process {
  const all = pendingNoticesOf(around, seq)
  yield
  for (const owed of all) {
    if (isEnded(recordOf(owed)) || deferIfQuiet(around, owed)) continue
    const { recipient, kind } = owed.notice
    if (!around.table.claim(seq, recipient, kind, around.at)) throw new Error('is being sent by another')
    yield
    yield* post(around, [owed])
  }
}

function deferIfQuiet(around: Surroundings, owed: PendingNotice): boolean {
  const until = around.core.waitOf(around.region, owed, around.at)
  if (!until) return false
  around.table.keep(owed.seq, owed.notice.recipient, owed.notice.kind, around.at, until)
  around.plan()
  return true
}

/** The digest: one reader's notices as one mail. */
export function* postTogether(around: Surroundings, recipient: string, seqs: readonly number[]): Process {
  const claimed: PendingNotice[] = []
  for (const seq of seqs) {
    const owed = pendingNoticesOf(around, seq).find(({ notice }) => notice.recipient === recipient)
    yield
    if (!owed) around.table.drop(seq, recipient, around.at)
    else if (!isEnded(recordOf(owed)) && !deferIfQuiet(around, owed))
      if (around.table.claim(seq, recipient, owed.notice.kind, around.at)) claimed.push(owed)
    yield
  }
  if (claimed.length > 0) yield* post(around, claimed)
}

function* post(around: Surroundings, claimed: readonly PendingNotice[]): Process {
  if (around.fault('refused mail')) {
    for (const { seq, notice } of claimed) around.table.endNotice(seq, notice.recipient, around.at, 'failed')
    throw new Error('SES refused')
  }
  const together = claimed.length > 1 || recordOf(claimed[0]!)?.status === 'waiting'
  for (const { seq, notice } of claimed) around.mail(seq, notice.recipient, notice.kind, together)
  yield
  for (const { seq, notice } of claimed) {
    around.table.endNotice(seq, notice.recipient, around.at, 'sent')
    around.sure(seq, notice.recipient)
    yield
  }
}

/** A mail came to nothing, as functions/bounce/handler.ts hears of it. */
export function* bounce(around: Surroundings, seq: number, recipient: string, failure: Failure): Process {
  const history = around.events.slice(0, seq)
  yield
  const about = subjectOf(around.region, around.table.caseId, history, recipient)
  const command = { type: 'ReportBounce', by, seq, recipient, ...failure, ...(about && { about }) } as const
  yield* tell(around, command, `undelivered-${seq}-${recipient}-${failure.why}`)
}

/** One case is swept, as functions/sweep/heal.ts does. */
export function* sweep(around: Surroundings): Process {
  const { at, table } = around
  const ticked = yield* tell(around, { type: 'Tick', by })
  if (ticked.length > 0) return around.plan()
  const file = table.file()
  yield
  const { missing, arm, settled, checkAt } = around.core.checkup({
    region: around.region,
    file,
    at,
    children: childrenOf(around, file),
  })
  if (arm && around.arm(arm) === 'ended') around.arm(later(arm, 1_000))
  yield
  for (const { what, messages } of missing) for (const message of messages) around.ask(what, message)
  yield
  table.setCheck(file.state.version, settled, checkAt)
  around.plan()
}

function childrenOf(around: Surroundings, file: CaseFile): Map<string, Case> {
  const known = awaitedChildren(file).flatMap((id): [string, Case][] => {
    const child = around.around(id)
    return child ? [[id, child.table.load().state]] : []
  })
  return new Map(known)
}
