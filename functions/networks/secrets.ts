// What a channel is known and let in by: one SecureString of SSM's Parameter Store a channel, as JSON, kept for five minutes by whoever read it.
// Called by listen, hear and notify; written by npm run channel.
import * as z from 'zod/mini'
import type { ChannelSecret } from './network.ts'
import { readParameter } from './parameter.ts'

/** How old what was read may be (ms): a token that is put anew holds everywhere within it. */
const FRESH_MS = 5 * 60_000

const shape = z.object({
  token: z.string().check(z.minLength(1)),
  secret: z.string().check(z.minLength(5)),
  confirmation: z.optional(z.string()),
  authority: z.optional(z.string()),
  serviceToken: z.optional(z.string()),
})

/** Under the table's name, too: the local engine gives one running function to one region after another (decision 51). */
const kept = new Map<string, { readonly secret: ChannelSecret; readonly readAt: number }>()

/** The parameter of a channel of a stack. */
export function parameterOf(stack: string, channel: string): string {
  return `/otklik/${stack}/channels/${channel}`
}

/** @param at now (ISO, UTC) @returns undefined where npm run channel has not added it. @throws whatever SSM throws, without a word of the parameter */
export async function secretOf(stack: string, channel: string, at: string): Promise<ChannelSecret | undefined> {
  const name = parameterOf(stack, channel)
  const now = Date.parse(at)
  const known = kept.get(here(name))
  if (known && Math.abs(now - known.readAt) < FRESH_MS) return known.secret
  const value = await readParameter(name)
  const secret = value === undefined ? undefined : secretIn(value)
  // What is not there may be there in a moment.
  if (secret) kept.set(here(name), { secret, readAt: now })
  else kept.delete(here(name))
  return secret
}

/** Whatever was read is read anew: the network refused it. */
export function forget(stack: string, channel: string): void {
  kept.delete(here(parameterOf(stack, channel)))
}

function here(name: string): string {
  return `${process.env['TABLE_NAME']} ${name}`
}

/** @throws Error that quotes nothing of it */
function secretIn(value: string): ChannelSecret {
  try {
    const { token, secret, ...more } = shape.parse(JSON.parse(value))
    const { confirmation, authority, serviceToken } = more
    return {
      ...{ token, secret, ...(confirmation && { confirmation }) },
      ...{ ...(authority && { authority }), ...(serviceToken && { serviceToken }) },
    }
  } catch {
    throw new Error('The parameter of a channel cannot be read: add it anew by npm run channel.')
  }
}
