// A command that somebody gave on a page, and what came of it. Kept by the played world for the account apart. Read by
// verify/attempts.ts.
import type { Actor } from '../../functions/case/actor.ts'
import type { CommandType, RefusalCode } from '../../functions/case/commands.ts'

export interface Attempt {
  readonly type: CommandType
  readonly by: Actor
  /** How many events the case had when the page was loaded. */
  readonly seen: number
  /** How many it had when the command was decided. */
  readonly decidedOn: number
  readonly refused?: RefusalCode
}
