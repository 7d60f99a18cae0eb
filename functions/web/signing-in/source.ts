// Names who sent a request, so that one source cannot ask for sign-ins without end. Called by signin and passkey.
import type { Request } from '../../edge/request.ts'

/** The last address is the gateway's own word, those before it are the sender's. Of IPv6, the part that is one line's. */
export function sourceOf({ headers }: Pick<Request, 'headers'>): string {
  const last = headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? ''
  return last.includes(':') && !last.includes('.') ? last.split(':').slice(0, 4).join(':') : last
}
