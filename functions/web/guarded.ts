// What a guard of a page says, and the fields of its own forms beside what they carry on. Shared by the skeleton of pages and
// step-up.tsx, so that pages without a guard carry nothing of it.
import type { Reply } from '../edge/http.ts'
import { type Fields, sureName } from './forms.ts'

/** A reply in the place of the page; or the visit goes on, with a cookie that its reply has to set. */
export type Guarded = { readonly reply: Reply } | { readonly cookie?: string }

/** The buttons of the page that asks for a code. */
export const STEP = 'step'

/** The fields of the form that the reader filled in, without those of the page that asked for a code. */
export function carriedOn(fields: Fields): Fields {
  const own = [STEP, 'code', 'code-nonce', sureName('code')]
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !own.includes(name)))
}
