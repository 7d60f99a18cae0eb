// What search engines ask of a site: that anything may be looked at (what is not to be found says so itself, and is looked at for that), and
// which pages there are. Called by elsewhere.ts. (RFC 9309; sitemaps.org, protocol 0.9.)
import { deployedRegion } from '../edge/environment.ts'
import type { Reply, Request } from '../edge/http.ts'

const DAY_SECONDS = 86_400

export function robots({ base }: Request): Reply {
  return plain('text/plain', `User-agent: *\nDisallow:\n\nSitemap: ${base}/sitemap.xml\n`)
}

/** The pages that are for everybody: the form, who runs it, and, where the region opens them, its figures and answers. */
export function sitemap({ base }: Request): Reply {
  const pages = ['report', 'about', ...(deployedRegion().public ? ['public', 'public/answers'] : [])]
  const urls = pages.map((page) => `<url><loc>${base.replaceAll('&', '&amp;')}/${page}</loc></url>`).join('')
  return plain(
    'application/xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>\n`,
  )
}

function plain(type: string, body: string): Reply {
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': `public, max-age=${DAY_SECONDS}` }
  return { status: 200, headers: { ...headers, 'X-Robots-Tag': 'all' }, body }
}
