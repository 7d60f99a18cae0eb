// Makes, hashes and compares the six digits that are mailed to show that somebody reads mails to an address. Called by notify, which
// mails them, and by the pages that ask for them.
import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Random } from '../case/ids.ts'

const DIGITS = 6
const SALT_BYTES = 16
const KEY_BYTES = 32
const derive = promisify(scrypt) as (code: string, salt: Buffer, length: number) => Promise<Buffer>

/** A code as it is stored. There are a million codes: the hash is slow, so that trying them all outlasts the code's time. */
export interface HashedCode {
  readonly salt: string
  readonly hash: string
}

export function newCode(random: Random): string {
  return String(Buffer.from(random(6)).readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The code in what somebody typed, with spaces or without; undefined when it cannot be one. */
export function parseCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

export async function hashCode(code: string, random: Random): Promise<HashedCode> {
  const salt = Buffer.from(random(SALT_BYTES))
  return { salt: salt.toString('base64url'), hash: (await derive(code, salt, KEY_BYTES)).toString('base64url') }
}

/** Compares in the same time whatever differs. */
export async function isCode(code: string, { salt, hash }: HashedCode): Promise<boolean> {
  const tried = await derive(code, Buffer.from(salt, 'base64url'), KEY_BYTES)
  return timingSafeEqual(tried, Buffer.from(hash, 'base64url'))
}
