// Makes and reads the cursors of lists: opaque, signed with the key of whoever asks, for the same filters, a day long. Called by
// cases.ts.
import { timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import type { ListingPlace } from '../store/listing.ts'
import type { Integrator } from '../intake/authorize.ts'

const LIFETIME_MS = 86_400_000
const SIGNATURE_BYTES = 32

type Signer = Pick<Integrator, 'derive'>

const payloadOf = z.tuple([
  z.object({ listing: z.string(), after: z.optional(z.object({ listedAs: z.string(), caseId: z.string() })) }),
  z.number(),
])

/** @param bound what the cursor holds for: who sees what, and the filters @param at the instant of the request (ISO, UTC) */
export function writeCursor({ derive }: Signer, bound: string, place: ListingPlace, at: string): string {
  const payload = Buffer.from(JSON.stringify([place, Date.parse(at) + LIFETIME_MS])).toString('base64url')
  return `${payload}.${signatureOf(derive, bound, payload).toString('base64url')}`
}

/** The place of a cursor; undefined where it was altered, is another key's or other filters', or is older than a day. */
export function readCursor({ derive }: Signer, bound: string, cursor: string, at: string): ListingPlace | undefined {
  const [payload = '', signature = '', ...more] = cursor.split('.')
  const expected = signatureOf(derive, bound, payload)
  const given = Buffer.from(signature, 'base64url')
  // Compared as text too: base64url has several spellings of the same bytes.
  const isSame = given.length === expected.length && timingSafeEqual(given, expected)
  if (more.length > 0 || !isSame || signature !== expected.toString('base64url')) return undefined
  // Whoever has the key can sign what we never wrote.
  const [place, expires] = z.safeParse(payloadOf, jsonIn(payload)).data ?? []
  if (!place || !expires || Date.parse(at) >= expires) return undefined
  const { listing, after } = place
  return { listing, ...(after && { after }) }
}

function jsonIn(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString())
  } catch {
    return undefined
  }
}

function signatureOf(derive: Signer['derive'], bound: string, payload: string): Buffer {
  return Buffer.from(derive(`cursor of cases ${bound} ${payload}`)(SIGNATURE_BYTES))
}
