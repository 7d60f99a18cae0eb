// What the functions do, step by step, over the world's table instead of AWS: each `yield` is a place where a function may
// be killed or another may be faster. The order of the steps is that of functions/*; the rules are the system's own.
import type { CaseEvent } from '../../functions/case/events.ts'
import type { Command } from '../../functions/case/commands.ts'
import type { FailedMail } from '../../functions/case/notices/failed-mail.ts'
import type { ReactionName } from '../../functions/case/reactions.ts'
import { subjectOf } from '../../functions/case/notices/subject.ts'
import { exactInstant, later } from '../../functions/case/clocks/waking.ts'
import { isEnded } from '../../functions/case/notices/untold.ts'
import { type PendingNotice, recordOf } from '../../functions/notify/pending-notice.ts'
import type { Process } from './agenda.ts'
import type { Written } from './table.ts'
import type { Surroundings } from './surroundings.ts'

const ATTEMPTS = 5
export type Failure = Pick<FailedMail, 'why' | 'permanent'>
const by = { role: 'system' } as const

/** Load, decide, append; decide again when somebody else was faster. */
function* give(world: Surroundings, command: Command, commandId?: string): Generator<void, readonly CaseEvent[]> {
  const { table } = world
  const asked = world.at
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = table.load()
    yield
    const at = stored.state.updatedAt > asked ? stored.state.updatedAt : asked
    const decision = world.core.decide(stored.state, command, at, world.region)
    if ('refused' in decision) {
      world.note(`${command.type} refused: ${decision.refused}`)
      return []
    }
    if (decision.events.length === 0) return []
    const appended = table.append(stored, decision.events, commandId)
    if (appended.outcome === 'done') {
      world.stream(appended.written)
      yield
      return decision.events
    }
    if (appended.outcome === 'repeated') return []
  }
  throw new Error('writers kept colliding')
}

/** Who does what is asked for, by the entry of the table of reactions. */
export const consumers: Record<ReactionName, (world: Surroundings, seq: number) => Process> = {
  routing: route,
  notice: notify,
  count,
}

/** A person's act: the command once, however often it is sent. */
export function* act(world: Surroundings, command: Command, commandId: string): Process {
  yield* give(world, command, commandId)
}

export function* dispatch(world: Surroundings, { seq, event, ends, arm }: Written): Process {
  const glance = { ...event, caseId: world.table.caseId, seq, ends }
  for (const reaction of world.core.reactions) {
    if (reaction.concerns(glance)) for (const message of reaction.messages(glance)) world.ask(reaction.name, message)
    yield
  }
  if (arm) world.arm(arm)
}

function* route(world: Surroundings, seq: number): Process {
  const { state, events } = world.table.file()
  yield
  if (events[seq - 1]!.type === 'answer_approved' || state.status !== 'routing') return
  yield* give(world, { type: 'Route', by, routing: world.routing })
}

export function* tick(world: Surroundings): Process {
  const { at } = world
  const events = yield* give(world, { type: 'Tick', by })
  const next = events.length === 0 ? exactInstant(world.table.load().state) : undefined
  if (next && next > at) world.arm(next)
}

function* count(world: Surroundings, seq: number): Process {
  yield
  world.table.countOnce(seq)
}

function pendingNoticesOf(world: Surroundings, seq: number): PendingNotice[] {
  const file = world.table.file()
  const event = file.events[seq - 1]!
  return world.core.noticesFor(world.region, file.state, event).map((notice) => ({ file, event, seq, notice }))
}

function* notify(world: Surroundings, seq: number): Process {
  const all = pendingNoticesOf(world, seq)
  yield
  for (const owed of all) {
    if (isEnded(recordOf(owed)) || deferIfQuiet(world, owed)) continue
    const { recipient, kind } = owed.notice
    if (!world.table.claim(seq, recipient, kind, world.at)) throw new Error('is being sent by another')
    yield
    yield* post(world, [owed])
  }
}

function deferIfQuiet(world: Surroundings, owed: PendingNotice): boolean {
  const until = world.core.waitOf(world.region, owed, world.at)
  if (!until) return false
  world.table.keep(owed.seq, owed.notice.recipient, owed.notice.kind, world.at, until)
  world.plan()
  return true
}

/** The morning post: one reader's notices as one mail. */
export function* postTogether(world: Surroundings, recipient: string, seqs: readonly number[]): Process {
  const claimed: PendingNotice[] = []
  for (const seq of seqs) {
    const owed = pendingNoticesOf(world, seq).find(({ notice }) => notice.recipient === recipient)
    yield
    if (!owed) world.table.drop(seq, recipient, world.at)
    else if (!isEnded(recordOf(owed)) && !deferIfQuiet(world, owed))
      if (world.table.claim(seq, recipient, owed.notice.kind, world.at)) claimed.push(owed)
    yield
  }
  if (claimed.length > 0) yield* post(world, claimed)
}

function* post(world: Surroundings, claimed: readonly PendingNotice[]): Process {
  if (world.fault('refused mail')) {
    for (const { seq, notice } of claimed) world.table.endNotice(seq, notice.recipient, world.at, 'failed')
    throw new Error('SES refused')
  }
  const together = claimed.length > 1 || recordOf(claimed[0]!)?.status === 'waiting'
  for (const { seq, notice } of claimed) world.mail(seq, notice.recipient, notice.kind, together)
  yield
  for (const { seq, notice } of claimed) {
    world.table.endNotice(seq, notice.recipient, world.at, 'sent')
    world.sure(seq, notice.recipient)
    yield
  }
}

/** A mail came to nothing, as functions/bounce/handler.ts hears of it. */
export function* bounce(world: Surroundings, seq: number, recipient: string, failure: Failure): Process {
  const history = world.events.slice(0, seq)
  yield
  const about = subjectOf(world.region, world.table.caseId, history, recipient)
  const command = { type: 'ReportBounce', by, seq, recipient, ...failure, ...(about && { about }) } as const
  yield* give(world, command, `undelivered-${seq}-${recipient}-${failure.why}`)
}

/** One case is swept, as functions/sweep/heal.ts does. */
export function* sweep(world: Surroundings): Process {
  const { at, table } = world
  const ticked = yield* give(world, { type: 'Tick', by })
  if (ticked.length > 0) return world.plan()
  const file = table.file()
  yield
  const { missing, arm, settled, checkAt } = world.core.checkup({ region: world.region, file, at, children: new Map() })
  if (arm && world.arm(arm) === 'ended') world.arm(later(arm, 1_000))
  yield
  for (const { what, messages } of missing) for (const message of messages) world.ask(what, message)
  yield
  table.setCheck(file.state.version, settled, checkAt)
  world.plan()
}
