// What somebody typed into a form of the console whose session was over: it goes through signing in as hidden fields, and so never to
// another reader; then it stands in its form again. Called by signin and passkey.
import * as z from 'zod/mini'
import { consolePage } from '../console/page.ts'
import type { Fields } from '../forms.ts'

export const KEPT = 'kept'
export interface KeptForm {
  /** Of the page, below the console's address. */
  readonly page: string
  readonly fields: Fields
}

const shape = z.object({ page: z.string().check(z.regex(consolePage)), fields: z.record(z.string(), z.string()) })

export function writeKept(kept: KeptForm): string {
  return JSON.stringify(kept)
}

/** Undefined where nothing is kept, or somebody made it up wrongly. */
export function readKept(text: string | undefined): KeptForm | undefined {
  if (!text) return undefined
  try {
    return z.safeParse(shape, JSON.parse(text)).data
  } catch {
    return undefined
  }
}
