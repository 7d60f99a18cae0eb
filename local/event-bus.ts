// The account's default bus: what services tell, and the rules that pass it on to queues. The message is what the
// rule's transformer makes of the event, or the event itself. Fed by mail-events.ts.
import { matches } from './event-pattern.ts'

export interface BusEvent {
  readonly source: string
  readonly 'detail-type': string
  readonly detail: unknown
}

export interface Transformer {
  readonly InputPathsMap?: Readonly<Record<string, string>>
  readonly InputTemplate: string
}

export interface BusRule {
  readonly pattern: Readonly<Record<string, unknown>>
  readonly targets: readonly { readonly transformer?: Transformer; readonly send: (body: string) => void }[]
}

export class EventBus {
  readonly #rules: BusRule[] = []

  add(rule: BusRule): void {
    this.#rules.push(rule)
  }

  put(event: BusEvent): void {
    for (const { pattern, targets } of this.#rules) {
      if (!matches(pattern, event)) continue
      for (const { transformer, send } of targets)
        send(transformer ? transformed(transformer, event) : JSON.stringify(event))
    }
  }
}

/** A value stands in the template as JSON; inside a text, as it is. A path the event does not have gives nothing, as on AWS. */
function transformed({ InputPathsMap = {}, InputTemplate }: Transformer, event: unknown): string {
  return InputTemplate.replace(/"(?:\\.|[^"\\])*"|<([^<>]+)>/g, (token: string, name?: string) => {
    if (name) return JSON.stringify(valueAt(event, InputPathsMap[name])) ?? ''
    return token.replace(/<([^<>]+)>/g, (_, inner: string) => plain(valueAt(event, InputPathsMap[inner])))
  })
}

function valueAt(event: unknown, path = ''): unknown {
  const keys = path.replace(/^\$\.?/, '').split('.')
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], event)
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '').replaceAll('"', '')
}
