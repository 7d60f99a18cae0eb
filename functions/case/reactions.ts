// What the system does in the world because of an event. The picture of the fan-out in one function: `dispatch` obeys it
// on the stream, and the sweep checks by it that everything happened.
import type { CaseEvent } from './events.ts'
import { isToldOf } from './notices/notices-for.ts'

export interface Reactions {
  /** The case has to be moved on without people: routed, or its answer shared with the cases merged into it. */
  readonly routing: boolean
  readonly notices: boolean
  /** A clock ended and is to be counted. */
  readonly statistics: boolean
}

/** What is to be known of an event; `ends` is not the event's own but what it did to the case: an official clock ended. */
type Glance = Pick<CaseEvent, 'type'> & {
  readonly moderated?: boolean
  readonly children?: readonly string[]
  readonly ends?: boolean
}

export function reactionsTo(event: Glance): Reactions {
  const admitted = event.type === 'admitted' || (event.type === 'received' && !event.moderated)
  return {
    routing: admitted || (event.children ?? []).length > 0,
    notices: isToldOf(event.type) && !(event.type === 'received' && !event.moderated),
    statistics: event.ends === true,
  }
}
