// Asks each network whether it still calls us, and registers our address again where it may have forgotten it: MAX does after eight hours of failures.
// Once a day it looks at the channel's official page, too; each time for what VK did not tell us of. Called by a schedule, every half hour.
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import { tryEach } from '../edge/try-each.ts'
import { findMissed, type Looks } from './find-missed.ts'
import { lookAtPage } from './look-at-page.ts'
import type { ChannelSecret } from '../networks/network.ts'
import { registrations } from '../networks/registering.ts'
import { secretOf } from '../networks/secrets.ts'
import type { ChannelSettings } from '../../regions/schema.ts'

/** One that cannot be looked at keeps none of the others from it. @param at now (ISO, UTC) @throws when one could not be looked at */
export async function keepChannels(at: string, looks: Looks): Promise<void> {
  const { channels } = deployedRegion()
  try {
    await tryEach(channels, (channel) => keep(channel, at))
  } finally {
    await findMissed(channels, at, looks)
  }
}

async function keep(channel: ChannelSettings, at: string): Promise<void> {
  const secret = await secretOf(environment('STACK'), channel.id, at)
  // One that was not added yet is nobody's loss.
  if (!secret) return
  await keepCalled(channel, secret, at)
  await lookAtPage(deployedRegion(), channel, secret, at)
}

async function keepCalled(
  { id, network, account, comments }: ChannelSettings,
  secret: ChannelSecret,
  at: string,
): Promise<void> {
  const registering = { secret, account, comments: comments === true, url: `${environment('PUBLIC_URL')}/hooks/${id}` }
  const { look, isRepeatable, register } = registrations[network]
  const standing = await look(registering, at)
  log('channel looked at', { channel: id, standing })
  if (standing === 'called') return
  // Once says little; the alarm waits for three hours of it.
  if (standing === 'silent') return count('ChannelSilent', 1, deployedRegion(), { channel: id })
  count('ChannelLost', 1, deployedRegion(), { channel: id, standing })
  if (standing !== 'not called' || !isRepeatable) return
  await register(registering).then(
    () => log('channel registered again', { channel: id }),
    (error: unknown) => logError('channel not registered', error, { channel: id }),
  )
}
