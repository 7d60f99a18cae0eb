// What is asked of a passkey's device and how its answer is checked (Web Authentication, Level 3). Who made the device is not asked, that its
// person unlocked it is. Called by the pages of passkey.
import { isIP } from 'node:net'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import * as z from 'zod/mini'
import { nameIn } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import type { Staff } from '../case/staff.ts'
import { log } from '../edge/log.ts'
import type { Request } from '../edge/http.ts'
import { hashOf } from '../links/token.ts'
import type { Passkey } from '../store/passkeys.ts'

/** Time to unlock a device (ms). */
const TIMEOUT_MS = 5 * 60_000

/** Whether browsers know passkeys at this address: they do at names, not at numbers. */
export function hasName({ base }: Pick<Request, 'base'>): boolean {
  const { hostname } = new URL(base)
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0
}

/** By the region's own address, which its file or the gateway says; never by a header. */
function relyingParty({ base }: Pick<Request, 'base'>) {
  const { hostname, origin } = new URL(base)
  return { rpID: hostname, origin }
}

/** What a device knows a person by: their id as a hash, for a device shows it to whoever holds it. */
export function handleOf({ contact }: Pick<Staff, 'contact'>): string {
  return hashOf(`passkey ${contact.id}`)
}

/** Options of a passkey to be made, for the page's script. @param secret the challenge */
export async function optionsToMake(
  request: Request,
  { region, staff, had, secret }: { region: Region; staff: Staff; had: readonly Passkey[]; secret: string },
): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: nameIn(region.name, request.language),
    rpID: relyingParty(request).rpID,
    userName: staff.contact.email,
    userDisplayName: staff.contact.name,
    userID: new Uint8Array(Buffer.from(handleOf(staff), 'base64url')),
    challenge: secret,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: had.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return JSON.stringify(options)
}

/** Options of a passkey to be used, for the page's script: whichever the device has of ours. */
export async function optionsToUse(request: Request, secret: string): Promise<string> {
  const { rpID } = relyingParty(request)
  return JSON.stringify(
    await generateAuthenticationOptions({ rpID, challenge: secret, timeout: TIMEOUT_MS, userVerification: 'required' }),
  )
}

const bytes = z.string().check(z.regex(/^[\w-]*$/))
const credential = { id: bytes, rawId: bytes, type: z.literal('public-key') }
const made = z.object({ ...credential, response: z.object({ clientDataJSON: bytes, attestationObject: bytes }) })
const used = z.object({
  ...credential,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes }),
})

type MadePasskey = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'synced'>

/** @returns undefined for an answer that proves nothing */
export async function checkMade(request: Request, answer: string, secret: string): Promise<MadePasskey | undefined> {
  const response = read(made, answer)
  if (!response) return undefined
  const { origin, rpID } = relyingParty(request)
  const { registrationInfo } = await refused(() =>
    verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      ...{ expectedChallenge: asSent(secret), expectedOrigin: origin, expectedRPID: rpID },
    }),
  )
  if (!registrationInfo) return undefined
  const { id, publicKey, counter } = registrationInfo.credential
  return {
    ...{ id, publicKey: Buffer.from(publicKey).toString('base64url'), counter },
    synced: registrationInfo.credentialDeviceType === 'multiDevice',
  }
}

export interface Answer {
  /** The credential's id. */
  readonly id: string
  /** Of whose passkey the device says that it is (`handleOf`). */
  readonly handle: string
  /** Whether the passkey signed our challenge. @returns its counter, undefined where it did not */
  readonly check: (passkey: Passkey) => Promise<{ readonly counter: number } | undefined>
}

/** @returns undefined for what is no answer at all */
export function readAnswer(request: Request, answer: string, secret: string): Answer | undefined {
  const response = read(used, answer)
  if (!response) return undefined
  const { origin, rpID } = relyingParty(request)
  const check = async ({ id, publicKey }: Passkey) => {
    const { verified, authenticationInfo } = await refused(() =>
      verifyAuthenticationResponse({
        response: { ...response, clientExtensionResults: {} },
        ...{ expectedChallenge: asSent(secret), expectedOrigin: origin, expectedRPID: rpID },
        // The counter is judged by counter.ts: the library refuses what synced passkeys do.
        credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: 0 },
      }),
    )
    return verified && authenticationInfo ? { counter: authenticationInfo.newCounter } : undefined
  }
  return { id: response.id, handle: response.response.userHandle, check }
}

/** As the options say it: the bytes of the secret's letters. */
function asSent(secret: string): string {
  return Buffer.from(secret).toString('base64url')
}

function read<Shape extends z.ZodMiniType>(shape: Shape, answer: string): z.infer<Shape> | undefined {
  try {
    return z.safeParse(shape, JSON.parse(answer)).data
  } catch {
    return undefined
  }
}

/** The library throws for whatever is wrong with an answer; why is said in the log, for it names no person. */
async function refused<Verified extends { verified: boolean }>(
  verify: () => Promise<Verified>,
): Promise<Partial<Verified>> {
  try {
    return await verify()
  } catch (error) {
    log('passkey refused', { why: error instanceof Error ? error.message.slice(0, 200) : 'unknown' })
    return {}
  }
}
