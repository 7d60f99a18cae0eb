// After a form was sent, the browser is led back to the page, which then says what was done: reloading sends nothing.
import type { Reply } from '../edge/http.ts'

/** Leads back to the same address; relative, so that it holds behind any prefix. */
export function seeOther(done: string): Reply {
  return { status: 303, headers: { Location: `?done=${done}`, 'Content-Type': 'text/plain' }, body: '' }
}
