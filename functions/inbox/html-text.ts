// The text of a mail that has only HTML. In a reply what is quoted is marked line by line, as in plain text, so that it can be told from what
// is new; in a first mail a quotation is the writer's own. What is not shown is not read. Pure. Called by read-mail.ts.
import { textOfHtml } from '../contract/markup.ts'

/** What is longer is styles and history (UTF-16 units). */
const MOST = 1_000_000
const QUOTE = /<(\/?)blockquote\b[^<>]*>/gi
/** The preheader of newsletters; bounded, so that reading takes time in proportion to the text. */
const HIDDEN =
  /<(div|span|p|td)\b[^<>]*\b(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)[^<>]*>[\s\S]{0,4000}?<\/\1>/gi

/** Every line as it reads. */
export function textOfMail(html: string): string {
  return textOfHtml(html.slice(0, MOST).replace(HIDDEN, ' '))
}

/** The same with "> " before each line of a quotation. */
export function textOfReply(html: string): string {
  const shown = html.slice(0, MOST).replace(HIDDEN, ' ')
  const parts: string[] = []
  let depth = 0
  let from = 0
  const take = (to: number) => {
    const text = textOfHtml(shown.slice(from, to))
    parts.push(depth > 0 ? text.trim().replace(/^/gm, '> ') : text)
  }
  for (const tag of shown.matchAll(QUOTE)) {
    take(tag.index)
    from = tag.index + tag[0].length
    depth = tag[1] ? Math.max(0, depth - 1) : depth + 1
  }
  take(shown.length)
  return parts.filter((part) => part.trim() !== '' && part.trim() !== '>').join('\n')
}
