// Whether a mail is from whom it says: what SES found out when it came, by the domain in From (SPF, DKIM, DMARC: RFC 7208, 6376, 7489). What
// a sender wrote into such a header themselves stands below that of SES and is not read. Pure. Called by take.ts.
import type { ReadMail } from './read-mail.ts'

/** The name by which SES signs what it found (RFC 8601, authserv-id). */
const SES = /^\s*amazonses\.com\s*;/i

/**
 * Whether the domain in From vouches for the mail: by its policy, or where it has none, by SPF or DKIM of that same domain. A line that says
 * something twice is believed in nothing: how a server calls itself stands in it, too, and is that server's word.
 */
export function isAuthentic({ from, header }: Pick<ReadMail, 'from' | 'header'>): boolean {
  const [found = ''] = header('authentication-results')
  const domain = from?.address.split('@').at(-1)
  if (!domain || !SES.test(found)) return false
  const results = found.split(';').map((part) => part.trim())
  const saidOf = (name: string) => results.filter((part) => part.toLowerCase().startsWith(`${name}=`))
  const [spf = '', ...moreSpf] = saidOf('spf')
  const [dmarc = 'dmarc=none', ...moreDmarc] = saidOf('dmarc')
  if (moreSpf.length > 0 || moreDmarc.length > 0) return false
  const verdict = /^dmarc=(\w+)/i.exec(dmarc)?.[1]?.toLowerCase()
  if (verdict === 'pass') return isOf(/header\.from=([\w.-]+)/i.exec(dmarc)?.[1] ?? '', domain)
  if (verdict !== 'none') return false
  return (
    (/^spf=pass\b/i.test(spf) &&
      isOf(domainIn(/(?:envelope-from|smtp\.mailfrom)=([^\s;]+)/i.exec(found)?.[1]), domain)) ||
    results.some(
      (part) => /^dkim=pass\b/i.test(part) && isOf(domainIn(/header\.(?:i|d)=([^\s;]+)/i.exec(part)?.[1]), domain),
    )
  )
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
