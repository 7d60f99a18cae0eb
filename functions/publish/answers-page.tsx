// The list of published answers, the newest first: of the region, of a topic, of a municipality. Shown by answers.ts to anybody.
import type { FC } from 'hono/jsx'
import { nameIn, placeName, topicName } from '../../regions/names.ts'
import type { Region } from '../../regions/schema.ts'
import type { Request } from '../edge/http.ts'
import type { PublicList, PublicPage } from '../store/public-lists.ts'
import { document, Layout } from '../web/layout.tsx'
import { answersWords } from './answers-words.ts'
import { Entry } from './entry.tsx'
import { addressOf } from './opened.ts'

interface AnswersProps {
  readonly region: Region
  readonly request: Request
  readonly list: PublicList
  readonly page: PublicPage
  readonly isFirst: boolean
}

export function answersPage(props: AnswersProps): string {
  return document(<AnswersPage {...props} />)
}

const AnswersPage: FC<AnswersProps> = ({ region, request, list, page, isFirst }) => {
  const { language, base } = request
  const text = answersWords[language]
  const { topic, municipality } = list
  const subject = subjectOf(region, list, request)
  const feed = { href: base + addressOf(list, '.atom'), title: `${text.title}: ${subject}` }
  return (
    <Layout region={region} request={request} title={text.title} findable={text.intro} anyone feed={feed}>
      <p class="standing">{subject}</p>
      {topic || municipality ? (
        <p>
          <a href={base + addressOf({})}>{text.all}</a>
        </p>
      ) : (
        <p>{text.intro}</p>
      )}
      <form method="get" action={base + addressOf({})}>
        <label for="municipality">{text.where}</label>
        <select id="municipality" name="municipality">
          <option value="">{nameIn(region.name, language)}</option>
          {region.municipalities.map(({ id, name }) => (
            <option value={id} selected={id === municipality}>
              {nameIn(name, language)}
            </option>
          ))}
        </select>
        {topic ? <input type="hidden" name="topic" value={topic} /> : null}
        <button>{text.show}</button>
      </form>
      {page.answers.length === 0 ? <p class="note">{isFirst ? text.none : text.noMore}</p> : null}
      {page.answers.map((answer) => (
        <Entry answer={answer} region={region} request={request} />
      ))}
      <p>
        {isFirst ? null : <a href={base + addressOf(list)}>{text.newest}</a>}{' '}
        {page.next ? <a href={base + addressOf(list, '', { after: page.next })}>{text.older}</a> : null}
      </p>
      <p>
        <a href={feed.href}>{text.feed}</a>
      </p>
      <p>
        <a href={`${base}/public`}>{text.figures}</a>
      </p>
      <p class="hint">{text.rules}</p>
    </Layout>
  )
}

/** "Яма на дороге, Аргун"; the region where nothing else is named. */
export function subjectOf(
  region: Region,
  { topic, municipality }: PublicList,
  { language }: Pick<Request, 'language'>,
): string {
  const where = municipality ? placeName(region, municipality, language) : nameIn(region.name, language)
  return [topic && topicName(region, topic, language), where].filter(Boolean).join(', ')
}
