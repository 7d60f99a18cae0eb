// The text in markup: messages are exported from other systems with tags and entities, which people would read raw and which
// glue words together for routing. Paragraphs, lists and the addresses of links are kept, nothing else survives. Used by the
// message's schema. Pure.
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

const TAG = new RegExp(`</?(?:${names})(?:\\s+[a-z][^<>]*)?\\s*/?>|<!--|<!doctype html`, 'i')
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|apos|laquo|raquo|mdash|ndash|hellip|bull|middot|shy|#\d{1,7}|#x[\da-f]{1,6});/i

/** A text is markup if it has a tag or a comment of HTML; with character references alone, only these are replaced. */
export function textInMarkup(text: string): string {
  if (TAG.test(text)) return textOfHtml(text)
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
      if (name === 'img') parsed.push(alt)
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
  parser.end(html)
  return parsed
    .join('')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
}

function withoutEntities(text: string): string {
  let decoded = ''
  const parser = new Parser({ ontext: (part) => (decoded += part) })
  parser.end(text.replaceAll('<', '&lt;'))
  return decoded.replaceAll('\u00a0', ' ')
}
