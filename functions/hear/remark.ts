// Says something in a dialog that is of no case: once for a message, a few times a day; what cannot be said is not said again, as nothing depends on it.
// Called by take.ts and take-said.ts.
import { environment } from '../edge/environment.ts'
import { log } from '../edge/log.ts'
import { networks } from '../networks/networks.ts'
import { secretOf } from '../networks/secrets.ts'
import { claimTelling } from '../store/mailed.ts'
import { commandIdOf, type Hearing } from './hearing.ts'
import { hearWords, type Remark } from './words.ts'

/** In a day (UTC) in one dialog. */
const MOST_A_DAY = 5

/** @param place by its name, where the remark names one */
export async function remark(hearing: Hearing, chat: string, what: Remark, place = ''): Promise<void> {
  const { tableName, region, channel, dialog, at } = hearing
  const name = `${commandIdOf(hearing)} ${what}`
  if (!(await claimTelling({ tableName, hash: dialog, mail: name, at }, MOST_A_DAY))) return
  const secret = await secretOf(environment('STACK'), channel.id, at)
  if (!secret) return log('remark not made', { channel: channel.id, why: 'no token' })
  const text = hearWords[region.languages[0]!].remarks[what](region.phone, place)
  const { outcome } = await networks[channel.network].say(secret, { chat, text, name })
  log('remark made', { channel: channel.id, what, outcome })
}
