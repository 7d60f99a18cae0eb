// Which queues an event goes to, one entry a consumer. `dispatch` sends by this table, the sweep finds lost reactions
// by it, and the stack makes each entry's queue.
import type { Instant } from '../calendar/instant.ts'
import { countedIn } from '../statistics/counting.ts'
import type { Region } from '../../regions/schema.ts'
import type { Case } from './case.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseEvent } from './events.ts'
import { isFed } from './feed.ts'
import { isToldOf } from './notices/notices-for.ts'
import { isUntold } from './notices/untold.ts'
import { isUnworded } from './worded.ts'

/** What is to be known of an event to see whom it concerns. */
export interface Glance {
  readonly caseId: string
  readonly seq: number
  readonly type: CaseEvent['type']
  readonly moderated?: boolean
  /** The cases merged into one that ended by this event. */
  readonly children?: readonly string[]
  /** The status an undone merge gave back. */
  readonly to?: string
  /** Not the event's own but what it did to the case: something is to be counted. */
  readonly counts?: boolean
}

/** What travels on the queues: consumers read the case itself. `child` is the case that the event is to reach. */
export interface EventMessage {
  readonly v: 1
  readonly caseId: string
  readonly seq: number
  readonly child?: string
}

type ChildState = Pick<Case, 'status' | 'mergedInto' | 'mergedAt'>

/** What the sweep looks at. */
export interface Seen {
  readonly region: Region
  readonly file: CaseFile
  readonly at: Instant
  /** The cases of `awaitedChildren`, by id. */
  readonly children: ReadonlyMap<string, ChildState>
}

export interface Reaction {
  /** As the metric `Healed` calls it. */
  readonly name: string
  /** The environment variable with the queue's address. */
  readonly queue: string
  /** Only some regions have the queue. */
  readonly optional?: true
  readonly concerns: (event: Glance) => boolean
  /** What is sent for an event that concerns it. */
  readonly messages: (event: Glance) => EventMessage[]
  /** Whether what a message asks for was not done, as far as can be seen. */
  readonly isMissing: (message: EventMessage, seen: Seen) => boolean
}

export const reactions = [
  {
    name: 'routing',
    queue: 'ROUTING_QUEUE_URL',
    concerns: ({ type, moderated, children = [], to }) =>
      type === 'admitted' ||
      type === 'supplied' ||
      (type === 'received' && !moderated) ||
      (type === 'unmerged' && to === 'routing') ||
      children.length > 0,
    messages: ({ children = [], ...event }) =>
      children.length > 0 ? children.map((child) => ({ ...message(event), child })) : [message(event)],
    isMissing: ({ seq, child }, { file: { state, events }, children }) =>
      child ? isUnreached(state.id, events[seq - 1]!.at, children.get(child)) : state.status === 'routing',
  },
  {
    name: 'notice',
    queue: 'NOTICES_QUEUE_URL',
    concerns: ({ type, moderated }) => isToldOf(type) && !(type === 'received' && !moderated),
    messages: (event) => [message(event)],
    isMissing: ({ seq }, { region, file, at }) => isUntold(region, file, seq, at),
  },
  {
    name: 'record',
    queue: 'RECORDS_QUEUE_URL',
    concerns: ({ type, counts }) => counts === true || isFed(type),
    messages: (event) => [message(event)],
    isMissing: ({ seq }, { region, file }) => {
      const { state, events, counted, fedUpTo } = file
      const isUnfed = fedUpTo < seq && isFed(events[seq - 1]!.type)
      const isUncounted = !counted.includes(seq) && countedIn(state.id, events.slice(0, seq), seq - 1).length > 0
      return isUnfed || isUncounted || isUnworded(region, file, seq)
    },
  },
  {
    // What is taken off a case goes from the bucket too.
    name: 'photo',
    queue: 'PHOTOS_QUEUE_URL',
    optional: true,
    concerns: ({ type }) => type === 'photo_removed' || type === 'erased',
    messages: (event) => [message(event)],
    isMissing: ({ seq }, { region, file: { photosGoneUpTo = 0 } }) => region.web.photos && photosGoneUpTo < seq,
  },
] as const satisfies readonly Reaction[]

export type ReactionName = (typeof reactions)[number]['name']
export type ReactionQueue = (typeof reactions)[number]['queue']

/** What a consumer should have done for events, and, as far as can be seen, has not. @param unsettled as `unsettledOf` finds them */
export function missingOf(
  { concerns, messages, isMissing }: Reaction,
  unsettled: readonly Glance[],
  seen: Seen,
): EventMessage[] {
  return unsettled
    .filter(concerns)
    .flatMap(messages)
    .filter((one) => isMissing(one, seen))
}

/** The cases whose state tells whether the end of this one reached them. */
export function awaitedChildren({ settled, events }: CaseFile): string[] {
  return events.slice(settled).flatMap((event) => ('children' in event && event.children) || [])
}

/** The events of which it is not yet known that every reaction happened. */
export function unsettledOf({ state, settled, events }: CaseFile): Glance[] {
  if (settled === events.length) return []
  const counted = countedIn(state.id, events, settled)
  return events.slice(settled).map((event, index) => {
    const seq = settled + index + 1
    return { ...event, caseId: state.id, seq, counts: counted.includes(seq) }
  })
}

function message({ caseId, seq }: Pick<Glance, 'caseId' | 'seq'>): EventMessage {
  return { v: 1, caseId, seq }
}

/** Whether a case waits for the end (ISO, UTC) of the one it was merged into; what was merged since does not. */
function isUnreached(parent: string, endedAt: string, child: ChildState | undefined): boolean {
  return child?.status === 'merged' && child.mergedInto === parent && !(child.mergedAt && child.mergedAt > endedAt)
}
