// The other languages of the region, on every page; the choice is kept by a cookie (edge/request.ts). Part of layout.tsx.
import type { FC } from 'hono/jsx'
import type { Language, Region } from '../../regions/schema.ts'
import type { Request } from '../edge/http.ts'

const names: Readonly<Record<Language, string>> = { ru: 'Русский', en: 'English' }

/** What a page shows by its address, and shows in the other language too. */
const keptNames = ['do', 'period', 'show', 'topic']

/** Not beside a form that was sent back: the link would lose what was typed. */
export const LanguageSwitch: FC<{ region: Region; request: Request }> = ({ region, request }) => {
  const { language, query, method } = request
  const others = method === 'POST' ? [] : region.languages.filter((one) => one !== language)
  const kept = Object.fromEntries(
    keptNames.flatMap((name) => (/^[\w.-]+$/.test(query[name] ?? '') ? [[name, query[name]!]] : [])),
  )
  return (
    <>
      {others.map((other) => (
        <a href={`?${new URLSearchParams({ ...kept, lang: other }).toString()}`} lang={other} hreflang={other}>
          {names[other]}
        </a>
      ))}
    </>
  )
}

/** The language of a text, where it is not that of the page. */
export function inItsOwn(of: string, page: Language): { readonly lang?: string } {
  return of === page ? {} : { lang: of }
}
