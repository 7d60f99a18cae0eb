// A small page for frames in other sites: figures and the newest answers, no form; links open beside the site. Shown by embedded.ts.
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Region } from '../../regions/schema.ts'
import type { PublicAnswer } from '../case/publication.ts'
import type { Request } from '../edge/http.ts'
import type { CaseFigures } from '../statistics/case-figures.ts'
import type { DateRange } from '../statistics/months.ts'
import type { PublicList } from '../store/public-lists.ts'
import { document } from '../web/layout.tsx'
import { Facts } from '../web/parts.tsx'
import { styleOf } from '../web/style.ts'
import { subjectOf } from './answers-page.tsx'
import { answersWords } from './answers-words.ts'
import { dayOf, Entry } from './entry.tsx'
import { addressOf } from './opened.ts'
import { publicWords } from './words.ts'

interface EmbedProps {
  readonly region: Region
  readonly request: Request
  readonly list: PublicList
  readonly days: DateRange
  /** Undefined where there are too few to be shown. */
  readonly total: CaseFigures | undefined
  readonly answers: readonly PublicAnswer[]
}

export function embedPage(props: EmbedProps): string {
  return document(<EmbedPage {...props} />)
}

const EmbedPage: FC<EmbedProps> = ({ region, request, list, days, total, answers }) => {
  const { language, base } = request
  const text = answersWords[language]
  const words = publicWords[language]
  const { topic, municipality } = list
  const rest = municipality ? `/${municipality}` : topic ? `?topic=${encodeURIComponent(topic)}` : ''
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>
          {words.title} — {region.mail.displayName}
        </title>
        <style>{raw(styleOf(region))}</style>
      </head>
      <body>
        <main>
          <h1>{words.title}</h1>
          <p class="standing">
            {subjectOf(region, list, request)}. {text.since(dayOf(days.from))}
          </p>
          {total ? (
            <Facts
              rows={[
                [words.received, total.received],
                [words.solved, total.solved],
                [words.open, total.open],
              ]}
            />
          ) : (
            <p class="note">{words.tooFew(region.public!.atLeast)}</p>
          )}
          <h2>{text.latest}</h2>
          {answers.length === 0 ? <p>{text.none}</p> : null}
          {answers.map((answer) => (
            <Entry answer={answer} region={region} request={request} target="_blank" />
          ))}
          <p>
            <a href={base + addressOf(list)} target="_blank" rel="noopener">
              {text.all}
            </a>{' '}
            <a href={`${base}/public${rest}`} target="_blank" rel="noopener">
              {text.figures}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
