// Parses an e-mail address that SES can send to. A domain may be in Cyrillic («пример.рф») and is kept in its ASCII
// form (RFC 5891); what stands before the "@" must be Latin, because SES knows no SMTPUTF8. Lengths are RFC 5321's
// (4.5.3.1). Pure. Used by the message's schema and a region's file.
import * as z from 'zod/mini'
import { tidyText } from './text.ts'

const LOCAL_LIMIT = 64
const ADDRESS_LIMIT = 254
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.(?!\d+$)(?!-)[a-z0-9-]{2,63}(?<!-)$/

/** The issues have `params.code`: `email` (no address) or `email_local` (letters before "@" that SES cannot send to). */
export const emailAddress = z.string().check(
  z.overwrite(tidyText),
  z.check((payload) => {
    const { value, issues } = payload
    const refuse = (code: 'email' | 'email_local') => issues.push({ code: 'custom', params: { code }, input: value })
    if (value.length > ADDRESS_LIMIT) return void refuse('email')
    const at = value.lastIndexOf('@')
    const [local, domain] = [value.slice(0, at), asciiDomain(value.slice(at + 1))]
    if (at < 1 || domain === undefined) return void refuse('email')
    if (/\P{ASCII}/u.test(local)) return void refuse('email_local')
    const address = `${local}@${domain}`
    if (!LOCAL.test(local) || local.length > LOCAL_LIMIT || address.length > ADDRESS_LIMIT) return void refuse('email')
    payload.value = address
  }),
)

/** The domain in ASCII and lower case; undefined where it is none. */
function asciiDomain(domain: string): string | undefined {
  if (/[\s/?#:@[\]\\%]/.test(domain)) return undefined
  const host = URL.parse(`http://${domain}`)?.hostname ?? ''
  return DOMAIN.test(host) ? host : undefined
}
