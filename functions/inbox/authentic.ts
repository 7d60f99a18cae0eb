// Whether a mail is from whom it says: what SES found out when it came, by the domain in From (SPF, DKIM, DMARC: RFC 7208, 6376, 7489). What
// a sender wrote into such a header themselves stands below that of SES and is not read. Pure. Called by take.ts.
import type { ReadMail } from './read-mail.ts'

/** The name by which SES signs what it found (RFC 8601, authserv-id). */
const SES = /^\s*amazonses\.com\s*;/i

/** Whether the domain in From vouches for the mail: by its policy, or where it has none, by SPF or DKIM of that same domain. */
export function isAuthentic({ from, header }: Pick<ReadMail, 'from' | 'header'>): boolean {
  const [found = ''] = header('authentication-results')
  const domain = from?.address.split('@').at(-1)
  if (!domain || !SES.test(found)) return false
  const dmarc = /\bdmarc=(\w+)[^;]*/i.exec(found)
  if (dmarc?.[1]?.toLowerCase() === 'pass') return isOf(/header\.from=([\w.-]+)/i.exec(dmarc[0])?.[1] ?? domain, domain)
  if (dmarc && dmarc[1]!.toLowerCase() !== 'none') return false
  const results = found.split(';').map((part) => part.trim())
  return results.some((part) => {
    if (/^spf=pass\b/i.test(part)) return isOf(domainIn(/smtp\.mailfrom=([^\s;]+)/i.exec(part)?.[1]), domain)
    if (/^dkim=pass\b/i.test(part)) return isOf(domainIn(/header\.(?:i|d)=([^\s;]+)/i.exec(part)?.[1]), domain)
    return false
  })
}

/** What SES says of what is in it: FAIL is a virus, or spam. */
export function verdictOf({ header }: Pick<ReadMail, 'header'>, of: 'spam' | 'virus'): 'PASS' | 'FAIL' | 'unknown' {
  const [said = ''] = header(`x-ses-${of}-verdict`)
  return said.trim() === 'FAIL' ? 'FAIL' : said.trim() === 'PASS' ? 'PASS' : 'unknown'
}

function domainIn(text: string | undefined): string {
  return (text ?? '').replace(/^.*@/, '').replace(/[<>"]/g, '')
}

/** The same domain, or one above it. One below vouches for nothing here: at some domains anybody may have a name of their own. */
function isOf(vouching: string, domain: string): boolean {
  const above = vouching.toLowerCase()
  return above === domain || (above.includes('.') && domain.endsWith(`.${above}`))
}
