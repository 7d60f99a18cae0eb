// The header by which a program may send a request again without doing anything twice. Called by what makes or changes cases.
import * as z from 'zod/mini'
import { idempotencyKey } from '../contract/batch.ts'
import type { Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { wholeOf } from '../../regions/languages.ts'
import { words } from './words.ts'

/** @throws Problem 400 without a key, or with one that is none */
export function idempotencyKeyOf({ headers, language }: Request): string {
  const key = headers['idempotency-key']?.trim() ?? ''
  if (!z.safeParse(idempotencyKey, key).success) {
    throw new Problem(400, 'idempotency-key', words[wholeOf(language)].idempotencyKey)
  }
  return key
}
