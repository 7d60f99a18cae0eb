// A confirmation is shown only of what really happened last: an address with ?done= can be kept, passed on or made up.
import type { CaseEvent, EventType } from '../case/case.ts'

export type Deeds = Readonly<Record<string, readonly EventType[]>>

/** Which of a page's deeds `?done=` truly names: the last thing that a person, not the system, did to the case. */
export function deedDone<D extends Deeds>(
  deeds: D,
  asked: string | undefined,
  events: readonly CaseEvent[],
): { readonly deed: keyof D & string; readonly event: EventType } | undefined {
  const deed = Object.keys(deeds).find((one) => one === asked)
  const last = events.findLast((event) => event.by.role !== 'system')?.type
  return deed !== undefined && last !== undefined && deeds[deed]!.includes(last) ? { deed, event: last } : undefined
}
