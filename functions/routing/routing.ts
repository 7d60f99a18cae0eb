// What goes into routing and what comes out, with the evidence, so that whoever corrects a routing sees why it was
// made. Read by `route`, the case and the page of triage.

export interface RoutingInput {
  readonly text: string
  readonly topic?: string
  readonly municipality?: string
  readonly location?: { readonly lat: number; readonly lon: number }
  readonly address?: string
  /** Local date in the region, for seasonal topics: "2026-11-23". */
  readonly date: string
}

/**
 * One piece of evidence, kept on the case: which step found what, in the message's own words where it was text. The value is
 * empty where a point lies in no municipality.
 */
export interface Reason {
  readonly step: 'sender' | 'coordinates' | 'place' | 'keywords' | 'rule'
  readonly about: 'topic' | 'municipality' | 'organisation'
  readonly value: string
  readonly found: string
}

export type Routing =
  | {
      readonly outcome: 'routed'
      readonly topic: string
      readonly municipality: string | undefined
      readonly organisation: string
      readonly because: readonly Reason[]
    }
  | {
      readonly outcome: 'triage'
      readonly topic: string | undefined
      readonly municipality: string | undefined
      readonly why:
        | 'topic unknown'
        | 'topic ambiguous'
        | 'place unknown'
        | 'place ambiguous'
        /** A point lies beyond the borders of the region. */
        | 'place outside'
        | 'nobody responsible'
        /** Tried several times, and it failed each time: a fault, of which the log says more. */
        | 'routing failed'
      readonly because: readonly Reason[]
    }
