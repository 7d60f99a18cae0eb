// The other languages of the region, on every page; the choice is kept by a cookie (edge/request.ts). Part of layout.tsx.
import type { FC } from 'hono/jsx'
import { wholeOf } from '../../regions/languages.ts'
import type { PageLanguage, Region } from '../../regions/schema.ts'
import type { Request } from '../edge/http.ts'
import { words } from './words/words.ts'

/** What a page shows by its address, and shows in the other language too. */
const keptNames = ['do', 'period', 'show', 'topic', 'municipality', 'lat', 'lon']
const ADDRESS_LIMIT = 300

/** Not beside a form that was sent back: the link would lose what was typed. A draft is named as one. */
export const LanguageSwitch: FC<{ region: Region; request: Request }> = ({ region, request }) => {
  const { language, query, method } = request
  const all = [...region.languages, ...region.draftLanguages]
  const others = method === 'POST' ? [] : all.filter((one) => one !== language)
  const isKept = (name: string, value: string) =>
    name === 'address' ? value.length > 0 && value.length <= ADDRESS_LIMIT : /^[\w.-]+$/.test(value)
  const kept = Object.fromEntries(
    [...keptNames, 'address'].flatMap((name) => (isKept(name, query[name] ?? '') ? [[name, query[name]!]] : [])),
  )
  return (
    <>
      {others.map((other) => (
        <a href={`?${new URLSearchParams({ ...kept, lang: other }).toString()}`} lang={other} hreflang={other}>
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
