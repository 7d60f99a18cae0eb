// Tells programs of the newest published answers, as an Atom feed (RFC 4287): of the region, of a topic, of a municipality. Called by the
// handler.
import { organisationName, topicName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import type { PublicAnswer } from '../case/publication.ts'
import { environment } from '../edge/environment.ts'
import type { Reply, Request } from '../edge/http.ts'
import { type PublicList, publicPage } from '../store/public-lists.ts'
import { subjectOf } from './answers-page.tsx'
import { answersWords } from './answers-words.ts'
import { titleOf } from './entry.tsx'
import { addressOf, askedAnswers } from './opened.ts'
import { tagged } from './tagged.ts'
import { element } from '../edge/xml.ts'

const IN_A_FEED = 20
/** Of a feed in which nothing ever was: some instant has to stand there, and the same each time. */
const NEVER = '1970-01-01T00:00:00.000Z'
/** RFC 4151: a name needs a day on which its domain was ours. */
const SINCE = '2026'

/** In the region's first language, or the one that its address names: a program chooses none. */
export async function showFeed(request: Request): Promise<Reply> {
  const { region, topics, list } = askedAnswers(request)
  const tableName = environment('TABLE_NAME')
  const { answers } = await publicPage({ tableName, list, limit: IN_A_FEED, at: request.at, topics })
  const language = region.languages.find((one) => one === request.query['lang']) ?? region.languages[0]!
  const body = feedOf(region, { ...request, language }, list, answers)
  return tagged(request, { status: 200, headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' }, body })
}

/** @param answers the newest first */
export function feedOf(
  region: Region,
  request: Pick<Request, 'base' | 'language'>,
  list: PublicList,
  answers: readonly PublicAnswer[],
): string {
  const { base, language } = request
  const text = answersWords[language]
  const updated =
    answers
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? NEVER
  const lang: Readonly<Record<string, string>> = language === region.languages[0] ? {} : { lang: language }
  const link = (rel: string, type: string, href: string) => element('link', [], { rel, type, href })
  const feed = element(
    'feed',
    [
      element('id', nameOf(region, ['answers', list.municipality, list.topic])),
      element('title', `${text.title}: ${subjectOf(region, list, request)}`),
      element('subtitle', text.intro),
      element('updated', updated),
      element('author', [element('name', region.mail.displayName)]),
      link('self', 'application/atom+xml', base + addressOf(list, '.atom', lang)),
      link('alternate', 'text/html', base + addressOf(list)),
      ...answers.map((answer) => entryOf(region, request, answer)),
    ],
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`
}

function entryOf(region: Region, { base, language }: Pick<Request, 'base' | 'language'>, answer: PublicAnswer): string {
  const { as, question, text, topic, organisation, since, at } = answer
  const label = topicName(region, topic, language)
  return element('entry', [
    element('id', nameOf(region, ['answer', as])),
    element('title', titleOf(question)),
    element('published', since),
    element('updated', at),
    element('author', [element('name', organisationName(region, organisation, language) || region.mail.displayName)]),
    element('link', [], { rel: 'alternate', type: 'text/html', href: `${base}/public/answers/${as}` }),
    element('category', [], { term: topic, ...(label && { label }) }),
    element('summary', `${question}\n\n${text}`),
  ])
}

/** The same wherever the pages move to. */
function nameOf({ code, mail }: Region, parts: readonly (string | undefined)[]): string {
  return `tag:${mail.domain},${SINCE}:otklik/${code}/${parts.map((part) => part ?? '-').join('/')}`
}
