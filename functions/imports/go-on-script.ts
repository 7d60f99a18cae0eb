// The script by which a table that is being taken in goes on without anybody pressing the button: it sends the page's own form. Without
// scripts the button does. Called by the routes.
import type { Reply } from '../edge/http.ts'

const script = "document.querySelector('form[data-goes-on]')?.requestSubmit()\n"

export function goOnScript(): Promise<Reply> {
  return Promise.resolve({ status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body: script })
}
