// Asks each network whether it still calls us, and registers our address again where it may have forgotten it: MAX does after eight hours of failures.
// Called by a schedule, every half hour.
import { deployedRegion, environment } from '../edge/environment.ts'
import { count, log, logError } from '../edge/log.ts'
import { registrations } from '../networks/registering.ts'
import { secretOf } from '../networks/secrets.ts'

/** @param at now (ISO, UTC) */
export async function keepChannels(at: string): Promise<void> {
  const region = deployedRegion()
  for (const { id, network, account } of region.channels) {
    const secret = await secretOf(environment('STACK'), id, at)
    // One that was not added yet is nobody's loss.
    if (!secret) continue
    const registering = { secret, account, url: `${environment('PUBLIC_URL')}/hooks/${id}` }
    const { look, isRepeatable, register } = registrations[network]
    const standing = await look(registering)
    log('channel looked at', { channel: id, standing })
    if (standing === 'called' || standing === 'silent') continue
    count('ChannelLost', 1, region, { channel: id, standing })
    if (standing !== 'not called' || !isRepeatable) continue
    await register(registering).then(
      () => log('channel registered again', { channel: id }),
      (error: unknown) => logError('channel not registered', error, { channel: id }),
    )
  }
}
