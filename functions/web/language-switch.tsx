// The other languages of the region, on every page; the choice is kept by a cookie (edge/request.ts). Part of layout.tsx.
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../regions/languages.ts'
import type { PageLanguage, Region } from '../../regions/schema.ts'
import type { Request } from '../edge/http.ts'
import { isConsolePage } from './console/page.ts'
import { words } from './words/words.ts'

const ADDRESS_LIMIT = 300
const isWord = (value: string) => /^[a-zA-Z\d][a-zA-Z\d-]*$/.test(value)
const isDay = (value: string) => /^\d{4}-\d\d-\d\d$/.test(value)
const isNumber = (value: string) => /^-?\d{1,3}(\.\d{1,20})?$/.test(value)
const isName = (value: string) => /^[\w-]{1,80}$/.test(value)
/** Where a page of a list begins, or what is searched for, sealed. */
const isPlace = (value: string) => /^[\w.,:#~-]{1,1500}$/.test(value)
const isOneOf = (known: readonly { readonly id: string }[], value: string) => known.some(({ id }) => id === value)

/** What a page shows by its address, and shows in the other language too; what it would pass over is left out. */
const kept: Readonly<Record<string, (value: string, region: Region) => boolean>> = {
  do: isWord,
  // What a button for another site says.
  label: (value) => value.length > 0 && value.length <= 60,
  period: isWord,
  show: isWord,
  template: isName,
  // Lists, and what is done in them one after another.
  list: isWord,
  month: isName,
  of: isName,
  organisation: (value, { organisations }) => isOneOf(organisations, value),
  after: isPlace,
  played: isWord,
  tick: isWord,
  play: isWord,
  before: isName,
  did: isWord,
  s: isPlace,
  // A span of days; `to` is also where somebody was going when they had to sign in.
  from: isDay,
  to: (value) => isDay(value) || isConsolePage(value),
  km: (value) => /^\d{1,4}(\.\d{1,5})?$/.test(value),
  square: isName,
  page: isName,
  who: isName,
  what: (value) => /^[a-z ]{1,40}$/.test(value),
  order: isWord,
  case: isName,
  topic: (value, { topics, topicGroups }) => isOneOf(topics, value) || isOneOf(topicGroups, value),
  municipality: (value, { municipalities }) => isOneOf(municipalities, value),
  lat: isNumber,
  lon: isNumber,
  address: (value) => value.length > 0 && value.length <= ADDRESS_LIMIT,
}

/** Not beside a form that was sent back: the link would lose what was typed. A draft is named as one. */
export const LanguageSwitch: FC<{ region: Region; request: Request }> = ({ region, request }) => {
  const { language, query, method } = request
  const all = [...region.languages, ...region.draftLanguages]
  const others = method === 'POST' ? [] : all.filter((one) => one !== language)
  const shown = Object.entries(kept).flatMap(([name, isKept]) => {
    const value = query[name] ?? ''
    return isKept(value, region) ? [[name, value] as [string, string]] : []
  })
  return (
    <>
      {others.map((other) => (
        <a href={`?${new URLSearchParams([...shown, ['lang', other]]).toString()}`} lang={other} hreflang={other}>
          {ownName(other)}
          {wholeOf(other) === other ? null : <span lang={language}> ({words[language].draft})</span>}
        </a>
      ))}
    </>
  )
}

/** What a language calls itself, with a capital. */
function ownName(language: PageLanguage): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1)
}

/** The language of a text, where it is not that of the page. */
export function inItsOwn(of: string, page: PageLanguage): { readonly lang?: string } {
  return of === page ? {} : { lang: of }
}
