// What a resident can do now, asked of the decider itself: nothing is offered that it would refuse.
import type { Unshown } from '../case/commands.ts'
import { givenNow } from '../case/permissions.ts'
import { decide } from '../case/decide.ts'
import type { TrackVisit } from './visit.ts'

const by = { role: 'citizen' } as const

export interface Possible {
  readonly clarify: boolean
  readonly rate: boolean
  /** Send it back to work, together with a rating or alone. */
  readonly reopen: boolean
}

export function possibleFor({ file, region, request }: Pick<TrackVisit, 'file' | 'region' | 'request'>): Possible {
  const wouldPass = (command: Unshown) =>
    !('refused' in decide(file.state, givenNow(file.state, command), request.at, region))
  return {
    clarify: wouldPass({ type: 'Clarify', by, messageId: '?' }),
    rate: wouldPass({ type: 'Rate', by, score: 3, solved: false, reopen: false }),
    reopen: wouldPass({ type: 'Reopen', by, messageId: '?' }),
  }
}
