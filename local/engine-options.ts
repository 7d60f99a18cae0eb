// What a stack is run with. Used by engine.ts and who starts it.
import type { WarmWorkers } from './warm-workers.ts'

export interface EngineOptions {
  /** The cloud assembly's folder. */
  readonly assembly: string
  readonly stack: string
  /** Everything durable is in here. */
  readonly dataDir: string
  /** Ports on 127.0.0.1; 0 or nothing: a free one. */
  readonly port?: number
  readonly mailboxPort?: number
  /** Where it takes mails in by SMTP, if the stack receives any. */
  readonly smtpPort?: number
  /** Where the pages of the social networks are; without it, only beside the services. */
  readonly networksPort?: number
  /** Engine time at the first start (ISO); later starts go on from where it was. */
  readonly startAt?: string
  /** Whether engine time stands still but for `advance`, so that a slow machine changes nothing; else it flows. */
  readonly standing?: boolean
  /** Put in front of the table engine, e.g. to count what the functions ask of it. */
  readonly tableProxy?: (url: string) => Promise<string>
  /** Whether the functions may do with the table only what the policies of their roles say. */
  readonly permissions?: boolean
  /** How many requests its API takes at one time, waiting ones included; more are refused, as Lambda refuses them above an account's concurrency. */
  readonly atOnce?: number
  /** Whether its API holds the rate and the burst that its stage declares, as on AWS; tests ask faster than anybody. */
  readonly throttles?: boolean
  /** Keeps the workers of the functions for the engine that is started after this one. */
  readonly warm?: WarmWorkers
}
