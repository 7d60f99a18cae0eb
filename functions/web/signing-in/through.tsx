// What a form carries on through signing in. In the forms of signin and passkey.
import type { FC } from 'hono/jsx'
import type { Sought } from './begin.tsx'
import { KEPT, writeKept } from './kept-form.ts'

export const Through: FC<Sought> = ({ to, kept }) => (
  <>
    {to ? <input type="hidden" name="to" value={to} /> : null}
    {kept ? <input type="hidden" name={KEPT} value={writeKept(kept)} /> : null}
  </>
)
