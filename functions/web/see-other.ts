// Leads the browser back to the page after a form was sent, so that reloading sends nothing; the page then says what
// was done. Called by link-page.tsx and lapsed.tsx.
import type { Reply } from '../edge/http.ts'

/** Leads to another page. */
export function goTo(location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 303, headers: { ...headers, Location: location, 'Content-Type': 'text/plain' }, body: '' }
}

/** Leads back to the same address; relative, so that it holds behind any prefix. */
export function seeOther(done: string): Reply {
  return { status: 303, headers: { Location: `?done=${done}`, 'Content-Type': 'text/plain' }, body: '' }
}
