// Which confirmation a page shows after a form was sent. The address says it (`?done=`) and can be kept or made up, so the
// history is asked whether it is so. Called by every page with forms.
import type { CaseEvent, EventType } from '../case/events.ts'

export type Confirmations = Readonly<Record<string, readonly EventType[]>>

/** The confirmation named by `?done=` if it is of the last thing that a person, not the system, did to the case. */
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
