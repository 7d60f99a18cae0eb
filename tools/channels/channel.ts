// Makes a channel known to its network, keeps what it is let in by, looks how it stands, and ends it. A token is read, kept and sent, and never shown.
// Called by npm run channel and by the region on this machine.
import { randomBytes } from 'node:crypto'
import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from '@aws-sdk/client-ssm'
import type { ChannelSecret } from '../../functions/networks/network.ts'
import { registrations, type Standing } from '../../functions/networks/registering.ts'
import { parameterOf } from '../../functions/networks/secrets.ts'
import { lookAtServiceToken } from '../../functions/networks/vk-wall.ts'
import type { ChannelSettings } from '../../regions/schema.ts'

export interface Channelled {
  readonly ssm: SSMClient
  /** The stack's name. */
  readonly stack: string
  /** Where the region is, without a trailing slash. */
  readonly url: string
  readonly channel: ChannelSettings
}

export interface Adding {
  readonly token: string
  /** A certificate of the network's own authority (PEM). */
  readonly authority?: string
  /** VK: lets read what stands on the wall. */
  readonly serviceToken?: string
}

/** As functions/networks/registering.ts says it, or that nobody added it. */
export type ChannelStanding = Standing | 'not added'

/** Of the second secret of a channel of VK. */
export type ServiceStanding = 'taken' | 'shut' | 'silent' | 'none'

/** Keeps the token and registers our address; again, where it was added before: the network then knows us by a new secret. A service token stays unless another is given. */
export async function addChannel(channelled: Channelled, { token, authority, ...given }: Adding): Promise<void> {
  const serviceToken = given.serviceToken ?? (await kept(channelled))?.serviceToken
  const own = randomBytes(24).toString('base64url')
  const secret = { token, secret: own, ...(authority && { authority }), ...(serviceToken && { serviceToken }) }
  const { confirmationOf, unregister, look, register } = registrations[channelled.channel.network]
  const registering = asked(channelled, secret)
  const confirmation = await confirmationOf(registering)
  // Kept first: the network may call us before it answers.
  await keep(channelled, { ...secret, ...(confirmation && { confirmation }) })
  if ((await look(registering, new Date().toISOString())) !== 'not called') await unregister(registering)
  await register(registering)
}

export async function lookAtChannel(channelled: Channelled): Promise<ChannelStanding> {
  const secret = await kept(channelled)
  if (!secret) return 'not added'
  return registrations[channelled.channel.network].look(asked(channelled, secret), new Date().toISOString())
}

/** Keeps a service token beside what is kept, and changes nothing else. @returns false where the channel was not added */
export async function addServiceToken(channelled: Channelled, serviceToken: string): Promise<boolean> {
  const secret = await kept(channelled)
  if (secret) await keep(channelled, { ...secret, serviceToken })
  return secret !== undefined
}

/** @returns undefined where the network has no such token */
export async function lookAtService(channelled: Channelled): Promise<ServiceStanding | undefined> {
  const { network, account } = channelled.channel
  if (network !== 'vk') return undefined
  const { serviceToken } = (await kept(channelled)) ?? {}
  return serviceToken ? lookAtServiceToken(serviceToken, account) : 'none'
}

/** Forgets a service token and keeps the channel. */
export async function removeServiceToken(channelled: Channelled): Promise<void> {
  const { serviceToken: _, ...secret } = (await kept(channelled)) ?? {}
  if ('token' in secret) await keep(channelled, secret)
}

/** @returns whether the network, too, knows us no more; what we keep is gone in any case */
export async function removeChannel(channelled: Channelled): Promise<boolean> {
  const secret = await kept(channelled)
  if (!secret) return true
  const { unregister } = registrations[channelled.channel.network]
  const isOver = await unregister(asked(channelled, secret)).then(
    () => true,
    () => false,
  )
  await channelled.ssm.send(new DeleteParameterCommand({ Name: nameOf(channelled) }))
  return isOver
}

export async function isAdded(channelled: Channelled): Promise<boolean> {
  return (await kept(channelled)) !== undefined
}

/** Registers what is added and not called. */
export async function registerAgain(channelled: Channelled): Promise<void> {
  const secret = await kept(channelled)
  if (secret) await registrations[channelled.channel.network].register(asked(channelled, secret))
}

function asked({ url, channel }: Channelled, secret: ChannelSecret) {
  return { secret, account: channel.account, comments: channel.comments === true, url: `${url}/hooks/${channel.id}` }
}

function nameOf({ stack, channel }: Channelled): string {
  return parameterOf(stack, channel.id)
}

async function keep(channelled: Channelled, secret: ChannelSecret): Promise<void> {
  const Value = JSON.stringify(secret)
  const put = { Name: nameOf(channelled), Type: 'SecureString', Overwrite: true, Value } as const
  await channelled.ssm.send(new PutParameterCommand(put))
}

async function kept(channelled: Channelled): Promise<ChannelSecret | undefined> {
  try {
    const get = new GetParameterCommand({ Name: nameOf(channelled), WithDecryption: true })
    const { Parameter } = await channelled.ssm.send(get)
    return JSON.parse(Parameter!.Value!) as ChannelSecret
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined
    throw error
  }
}
