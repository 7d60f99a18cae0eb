// The words of a draft language: its own where it has them, else those of the language it falls back to, marked so that a page says
// in which language each is. Used by drafts.ts and by the words of citizens' pages.
import { FALLBACK, marked } from '../../../regions/languages.ts'

/** What a draft language has of a set of words: any part of it. */
export type Draft<T> = T extends string | ((...given: never[]) => unknown)
  ? T
  : { readonly [Name in keyof T]?: Draft<T[Name]> }

/** A draft's own words, in the place of those it falls back to. */
export function inDraft<T>(whole: T, own?: Draft<NoInfer<T>>): T {
  const said: unknown = whole
  if (typeof said === 'string') return (own ?? marked(said)) as T
  if (typeof said === 'function') return (own ?? ((...given: unknown[]) => inDraft((said as Say)(...given)))) as T
  if (typeof said !== 'object' || said === null) return whole
  const parts = (own ?? {}) as Readonly<Record<string, unknown>>
  const filled = Object.entries(said).map(
    ([name, part]) => [name, inDraft<unknown>(part, parts[name] as never)] as const,
  )
  return (Array.isArray(said) ? filled.map(([, part]) => part) : Object.fromEntries(filled)) as T
}

type Say = (...given: unknown[]) => unknown

const signs = /[\ue000\ue001]/g
/** Where HTML takes no element: within a tag, and in what holds text alone. */
const apart = /(<(?:title|option|textarea|text|style|script)\b[^>]*>[^<]*|<[^>]*>)/

/** A page in which every marked text is an element that names its language; where none may stand the marks go. */
export function withLanguages(html: string): string {
  return html
    .split(apart)
    .map((part, index) => (index % 2 === 1 ? part.replace(signs, '') : spanned(part)))
    .join('')
}

/** Marks within marks are of the same language; one without its other is nothing. */
function spanned(text: string): string {
  let depth = 0
  let isWhole = true
  const said = text.replace(signs, (sign) => {
    const begins = sign === '\ue000'
    depth += begins ? 1 : -1
    isWhole &&= depth >= 0
    if (depth !== (begins ? 1 : 0)) return ''
    return begins ? `<span lang="${FALLBACK}">` : '</span>'
  })
  return isWhole && depth === 0 ? said : text.replace(signs, '')
}
