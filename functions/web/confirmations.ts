// A confirmation is shown only of what really happened last: an address with ?done= can be kept, passed on or made up.
import type { CaseEvent, EventType } from '../case/events.ts'

export type Confirmations = Readonly<Record<string, readonly EventType[]>>

/** Which of a page's confirmations `?done=` truly names: the last thing that a person, not the system, did to the case. */
export function confirmed<D extends Confirmations>(
  confirmations: D,
  asked: string | undefined,
  events: readonly CaseEvent[],
): { readonly name: keyof D & string; readonly event: EventType } | undefined {
  const name = Object.keys(confirmations).find((one) => one === asked)
  const last = events.findLast((event) => event.by.role !== 'system')?.type
  return name !== undefined && last !== undefined && confirmations[name]!.includes(last)
    ? { name, event: last }
    : undefined
}
