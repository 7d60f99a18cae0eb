// What goes into routing and what comes out, with the evidence, so that whoever corrects a routing sees why it was
// made. Read by `route`, the case and the page of triage.

export interface RoutingInput {
  readonly text: string
  readonly topic?: string
  readonly municipality?: string
  readonly location?: { readonly lat: number; readonly lon: number }
  readonly address?: string
  /** The official page where it was written: whose it is, and what place it is about. */
  readonly page?: { readonly name: string; readonly municipality?: string; readonly organisation?: string }
  /** What the citizen said when they were asked. */
  readonly said?: { readonly topic?: string; readonly municipality?: string; readonly words?: string }
  /** Local date in the region, for seasonal topics: "2026-11-23". */
  readonly date: string
}

/**
 * One piece of evidence, kept on the case: which step found what, in the citizen's own words where it was text, and empty where
 * they chose from a list; of an official page its name. The value is empty where a point lies in no municipality.
 */
export interface Reason {
  readonly step: 'asked' | 'sender' | 'coordinates' | 'place' | 'page' | 'keywords' | 'model' | 'rule'
  readonly about: 'topic' | 'municipality' | 'organisation'
  readonly value: string
  readonly found: string
}

/** What would route a message that waits, were it known; what is not named here is not missing. */
export interface Missing {
  /** The topics that it may be about; none where any may be meant. */
  readonly topic?: readonly string[]
  /** The municipalities where it may be, the likelier ones; none where nothing speaks for any. */
  readonly place?: readonly string[]
}

/** Whom a message may go to, and about what: a ready choice for a person. */
export interface Suggestion {
  readonly topic: string
  readonly organisation: string
  /** Where it would then be, where the message does not say it. */
  readonly municipality?: string
  /** How likely both are right (0–1), by messages that the model had not seen; without a model nobody knows. */
  readonly sure?: number
  /** Words of the message that speak for it. */
  readonly found: readonly string[]
}

export type Routing =
  | {
      readonly outcome: 'routed'
      readonly topic: string
      readonly municipality: string | undefined
      readonly organisation: string
      readonly because: readonly Reason[]
      /** The version of the model that decided; without it the region's routes did, by what was said or key words found. */
      readonly model?: string
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
        /** Something was found, and the region leaves it to a person; or it is not sure enough. */
        | 'unsure'
        /** Tried several times, and it failed each time: a fault, of which the log says more. */
        | 'routing failed'
      /** Asked of the citizen, where they can know it. */
      readonly missing?: Missing
      /** At most five, the likeliest first. */
      readonly suggestions?: readonly Suggestion[]
      /** The version of the model that made them; without it key words did. */
      readonly model?: string
      readonly because: readonly Reason[]
    }
