// Reads the text in markup: messages are exported from other systems with tags and entities, which people would read
// raw and which glue words together for routing. Paragraphs, lists and the addresses of links are kept, nothing else.
// Pure. Used by the message's schema.
import { Parser } from 'htmlparser2'

const PARAGRAPHS = new Set(
  'address article blockquote dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'.split(
    ' ',
  ),
)
const LINES = new Set('dd div dt li tr'.split(' '))
const UNREAD = new Set('head noscript script style template title'.split(' '))
const INLINE =
  'a abbr b big body br center cite code dfn del em font html i img ins kbd mark q s samp small span strike strong sub sup tbody td tfoot th thead tt u wbr'.split(
    ' ',
  )
const names = [...PARAGRAPHS, ...LINES, ...UNREAD, ...INLINE].join('|')

// Every search here takes time in proportion to the text, however it is made: anybody may send 200,000 characters.
const TAG = new RegExp(`</?(?:${names})(?:\\s+[a-z][^<>]*|\\s*/?)>|<!doctype html`, 'i')
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|apos|laquo|raquo|mdash|ndash|hellip|bull|middot|shy|#\d{1,7}|#x[\da-f]{1,6});/i

/** A text is markup if it has a tag or a comment of HTML; with character references alone, only these are replaced. */
export function textInMarkup(text: string): string {
  const comment = text.indexOf('<!--')
  if (TAG.test(text) || (comment >= 0 && text.includes('-->', comment))) return textOfHtml(text)
  return ENTITY.test(text) ? withoutEntities(text) : text
}

/** The text of an HTML fragment. */
export function textOfHtml(html: string): string {
  const parsed: string[] = []
  const links: { readonly href: string; readonly from: number }[] = []
  let unread = 0
  const startLine = (name: string) => {
    if (PARAGRAPHS.has(name)) parsed.push('\n\n')
    if (LINES.has(name)) parsed.push('\n')
  }
  const parser = new Parser({
    onopentag(name, { href = '', alt = '' }) {
      startLine(name)
      if (UNREAD.has(name)) unread += 1
      if (name === 'br') parsed.push('\n')
      if (name === 'li') parsed.push('— ')
      if (name === 'td' || name === 'th') parsed.push(' ')
      if (name === 'img' && unread === 0) parsed.push(` ${alt} `)
      if (name === 'a') links.push({ href: /^https?:/i.test(href) ? href : '', from: parsed.length })
    },
    ontext(text) {
      if (unread === 0) parsed.push(text.replace(/\s+/g, ' '))
    },
    onclosetag(name) {
      startLine(name)
      if (UNREAD.has(name)) unread -= 1
      const link = name === 'a' ? links.pop() : undefined
      if (link?.href && !parsed.slice(link.from).join('').includes(link.href)) parsed.push(` (${link.href})`)
    },
  })
  parser.end(withoutUnclosed(html))
  return parsed
    .join('')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
}

/** A comment, a script or a tag that nothing closes would swallow the rest of the message: it is read as text instead. */
function withoutUnclosed(html: string): string {
  const ends = new Map<string, number>([['!--', html.lastIndexOf('-->')]])
  const lower = html.toLowerCase()
  for (const name of UNREAD) ends.set(name, lower.lastIndexOf(`</${name}>`))
  const last = html.lastIndexOf('<')
  const isCutOff = last > html.lastIndexOf('>')
  return html.replace(/<(!--|[a-z]+)?/gi, (open: string, name: string | undefined, at: number) => {
    const end = ends.get(name?.toLowerCase() ?? '')
    const isUnclosed = (end !== undefined && end < at) || (isCutOff && at === last)
    return isUnclosed ? `&lt;${name ?? ''}` : open
  })
}

function withoutEntities(text: string): string {
  let decoded = ''
  const parser = new Parser({ ontext: (part) => (decoded += part) })
  parser.end(text.replaceAll('<', '&lt;'))
  return decoded.replaceAll('\u00a0', ' ')
}
