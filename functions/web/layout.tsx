// The frame of every page: one language, one heading, the way to reach a person in the same place. No scripts: the form brings its one itself.
import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Region } from '../../regions/schema.ts'
import { languageIn, nameIn } from '../../regions/names.ts'
import type { Request } from '../edge/http.ts'
import { wholeOf } from '../../regions/languages.ts'
import { AboutLinks } from './about-links.tsx'
import { inItsOwn, LanguageSwitch } from './language-switch.tsx'
import { styleOf } from './style.ts'
import { words } from './words/words.ts'

export interface PageProps {
  readonly region: Region
  readonly request: Request
  readonly title: string
  /** Something is wrong with what was sent: said in the title too, for those who hear the page. */
  readonly wrong?: boolean
  /** Not behind a personal link. */
  readonly anyone?: boolean
  /** What a search engine says of the page; without it the page is not to be found. */
  readonly findable?: string
  /** What else stands in its head. */
  readonly head?: Child
  /** Where programs learn of what is new on it. */
  readonly feed?: { readonly href: string; readonly title: string } | undefined
  /** What this page is dressed in beside what all are. */
  readonly ownStyle?: string
  /** What leads to the other pages, before the heading. */
  readonly nav?: Child
  readonly children?: Child
}

export const Layout: FC<PageProps> = ({
  region,
  request,
  title,
  wrong,
  anyone,
  findable,
  head,
  feed,
  ownStyle = '',
  nav,
  children,
}) => {
  const { language } = request
  const text = words[language]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {findable ? <meta name="description" content={findable} /> : <meta name="robots" content="noindex" />}
        {head}
        {feed ? <link rel="alternate" type="application/atom+xml" href={feed.href} title={feed.title} /> : null}
        <title>
          {wrong ? `${text.errorTitle}: ` : ''}
          {title} — {region.mail.displayName}
        </title>
        <style>{raw(styleOf(region) + ownStyle)}</style>
      </head>
      <body>
        <header>
          {region.emblem ? <img src={region.emblem} alt="" width="48" height="48" /> : null}
          <span>
            <b {...inItsOwn(region.languages[0]!, language)}>{region.mail.displayName}</b>{' '}
            <small {...inItsOwn(languageIn(region.name, language), language)}>{nameIn(region.name, language)}</small>
          </span>
          <a href={`tel:${region.phone.replace(/[^+\d]/g, '')}`}>{region.phone}</a>
          <LanguageSwitch region={region} request={request} />
        </header>
        <main>
          {nav}
          {wholeOf(language) === language ? null : <p class="hint">{text.draft}</p>}
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          {anyone ? null : <p>{text.footer}</p>}
          <AboutLinks region={region} request={request} />
        </footer>
      </body>
    </html>
  )
}

/** What is done to the HTML of every page last. */
let finish = (html: string) => html

export function finishPages(by: (html: string) => string): void {
  finish = by
}

/** The document of a page. */
export function document(page: HtmlEscapedString | Promise<HtmlEscapedString>): string {
  return `<!doctype html>${finish((page as HtmlEscapedString).toString())}`
}
