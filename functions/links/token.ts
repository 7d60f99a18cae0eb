// Makes and parses the secrets of links and API keys; the table keeps only their hash. The parser forgives what mail
// programs and people do to a link: letter case, stray signs, o for 0, i and l for 1. Called by links.ts, the edge and
// the API.
import { createHash } from 'node:crypto'
import { letters, type Random } from '../case/ids.ts'

/** 160 bits in Crockford's alphabet, lower case. */
const LENGTH = 32

export function newSecret(random: Random): string {
  return letters(LENGTH, random).toLowerCase()
}

/** The secret as it was issued, from what arrived in an address; undefined when it cannot be one. */
export function parseSecret(text: string): string | undefined {
  const cleaned = text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return cleaned.length === LENGTH ? cleaned : undefined
}

/** What the keys of the API begin with; of a key to try with its bearer sees it at once. */
export const KEY_PREFIX = 'otk_'
export const TEST_KEY_PREFIX = 'otk_test_'
const keyPattern = new RegExp(`^(${TEST_KEY_PREFIX}|${KEY_PREFIX})[0-9a-hjkmnp-tv-z]{${LENGTH}}$`)

export function isTestKey(key: string): boolean {
  return key.startsWith(TEST_KEY_PREFIX)
}

/** Whether it can be a key at all. */
export function isKey(key: string): boolean {
  return keyPattern.test(key)
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
