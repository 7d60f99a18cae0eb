// What search engines and browsers ask of every site: that anything may be looked at (what is not to be found says so itself, and is looked at for that),
// which pages there are, and a picture for the tab. Called by elsewhere.ts. (RFC 9309; sitemaps.org, protocol 0.9.)
import { palette } from '../../regions/palette.ts'
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

/** A speech bubble in the region's colour. */
export function tabPicture(): Reply {
  const { accent } = {
    ...palette.light,
    ...(deployedRegion().look.accent && { accent: deployedRegion().look.accent!.light }),
  }
  return plain(
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="${accent}" d="M1 2h14v9H8l-4 4v-4H1z"/></svg>\n`,
  )
}

function plain(type: string, body: string): Reply {
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': `public, max-age=${DAY_SECONDS}` }
  return { status: 200, headers: { ...headers, 'X-Robots-Tag': 'all' }, body }
}
