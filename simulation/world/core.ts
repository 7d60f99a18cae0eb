// The pure parts of the system whose rules are played. A planted fault replaces one of them, to see that it is found.
// Used by the world.
import { decide } from '../../functions/case/decide.ts'
import { evolve } from '../../functions/case/evolve.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { reactions } from '../../functions/case/reactions.ts'
import { instantToArm } from '../../functions/case/clocks/waking.ts'
import { waitOf } from '../../functions/notify/pending-notice.ts'
import { checkup } from '../../functions/sweep/checkup.ts'

export const core = { decide, evolve, noticesFor, reactions, instantToArm, waitOf, checkup }
export type Core = typeof core
