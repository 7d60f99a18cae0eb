// Whether somebody turned the keys of the console off, as a cookie of their browser says. Read by the frame of its pages, set by console.
import { type ConsoleVisit, urlOf } from './visit.ts'

const COOKIE = 'console-keys'
const YEAR_SECONDS = 365 * 86_400

export function hasKeysOff({ request }: Pick<ConsoleVisit, 'request'>): boolean {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=off(?:;|$)`).test(request.headers['cookie'] ?? '')
}

/** The cookie that keeps the choice. */
export function keysCookie({ request }: Pick<ConsoleVisit, 'request'>, isOff: boolean): string {
  const secure = request.base.startsWith('https:') ? '; Secure' : ''
  const path = new URL(urlOf({ request })).pathname
  return `${COOKIE}=off; Path=${path}; Max-Age=${isOff ? YEAR_SECONDS : 0}; HttpOnly; SameSite=Lax${secure}`
}
