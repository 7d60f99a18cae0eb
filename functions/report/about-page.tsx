// Who runs the service, what becomes of personal data, how long it is kept, and whom the pages are made for: what the region's
// file says, and what follows from how the service works. Shown by elsewhere.ts, linked at the foot of every page.
import type { FC } from 'hono/jsx'
import { nameIn } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import { publishedTopics } from '../case/publication.ts'
import { deployedRegion } from '../edge/environment.ts'
import { html, type Reply, type Request } from '../edge/http.ts'
import { aboutParts } from '../web/about-links.tsx'
import { document, Layout } from '../web/layout.tsx'
import { words } from '../web/words/words.ts'
import { aboutWords } from './about-words.ts'
import { Canonical } from './canonical.tsx'
import { widgetWords } from './widget-words.ts'

export function aboutPage(request: Request): Reply {
  const { status, headers, body } = html(200, document(<AboutPage region={deployedRegion()} request={request} />))
  return { status, headers: { ...headers, 'X-Robots-Tag': 'all' }, body }
}

export const AboutPage: FC<{ region: Region; request: Request }> = ({ region, request }) => {
  const { language } = request
  const { about, mail, phone, retention } = region
  const text = aboutWords[language]
  const own = (part: (typeof aboutParts)[number]) =>
    nameIn(about[part], language)
      .split(/\n{2,}/)
      .filter(Boolean)
  const said = {
    who: about.who ? [] : [text.who(mail.displayName, phone)],
    policy: [...text.policy, ...(publishedTopics(region).size > 0 ? [text.published] : [])],
    storage: text.storage(retention.personalDataDays, retention.logDays),
    accessibility: text.accessibility(phone),
  }
  return (
    <Layout
      region={region}
      request={request}
      title={text.title}
      findable={text.title}
      head={<Canonical {...{ region, request }} address={`${request.base}/about`} />}
      anyone
    >
      {aboutParts.map((part) => (
        <>
          <h2 id={part}>{words[language].about[part]}</h2>
          {[...own(part), ...said[part]].map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </>
      ))}
      <p>
        <a href={`${request.base}/widget`}>{widgetWords[language].title}</a>
      </p>
    </Layout>
  )
}
