// The channels of a region on this machine: their networks are the simulator, and their tokens open nothing else. Called by local-region.ts and npm run
// channel.
import { SSMClient } from '@aws-sdk/client-ssm'
import { NETWORKS_PATH } from '../../local/sdk-environment.ts'
import { loadRegion } from '../../regions/load.ts'
import { stackName } from '../../regions/stages.ts'
import { addChannel, type Channelled, isAdded, lookAtChannel, registerAgain } from './channel.ts'

/** What leads to a channel. @param services where the engine's services are @param api where the region is */
export function channelsHere(region: string, services: string, api: string): Channelled[] {
  process.env['LOCAL_NETWORKS'] = `${services}${NETWORKS_PATH}`
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const ssm = new SSMClient({ endpoint: services, region: 'local', credentials })
  const stack = stackName({ code: region, stage: 'prod' })
  return loadRegion(region).channels.map((channel) => ({ ssm, stack, url: api, channel }))
}

/** Any token does for the simulator. */
export function tokenHere({ channel }: Channelled): string {
  return `local-${channel.id}`
}

/** The simulator knows one of VK that reads walls by its end. */
function serviceTokenHere({ channel }: Channelled): { serviceToken?: string } {
  return channel.network === 'vk' ? { serviceToken: `local-${channel.id}-service` } : {}
}

/** Adds what was not added, and registers anew what is called elsewhere: the region may have another port than the last time. */
export async function connectAll(region: string, services: string, api: string): Promise<void> {
  for (const channelled of channelsHere(region, services, api)) {
    if (!(await isAdded(channelled)))
      await addChannel(channelled, { token: tokenHere(channelled), ...serviceTokenHere(channelled) })
    else if ((await lookAtChannel(channelled)) !== 'called') await registerAgain(channelled)
  }
}
