// The parts that letters are made of. Called by the letters and the digest. Personal data in what somebody wrote are masked: a mail
// may be forwarded and lies in its box for years; the page shows them.
import { maskPersonal } from '../language/personal.ts'
import { beginning, shorten } from '../language/shorten.ts'
import type { Block } from './blocks.tsx'
import type { Words } from './words/shape.ts'

const QUOTE_LIMIT = 1_500

/** Lines that say something, each a paragraph. */
export function paragraphs(...lines: (string | undefined)[]): Block[] {
  return lines.flatMap((text) => (text ? [{ kind: 'paragraph', text } as const] : []))
}

/** The beginning of a long text ends with a whole word and says where the rest is. */
export function quoted(content: string, { goesOn }: Pick<Words, 'goesOn'>): Block {
  const masked = maskPersonal(content)
  const begun = beginning(masked, QUOTE_LIMIT)
  return { kind: 'quote', text: begun === masked ? masked : `${begun}… (${goesOn})` }
}

/** A quotation under a line that says whose it is; nothing where there is none. */
export function said(label: string, content: string | undefined, text: Words): Block[] {
  return content ? [...paragraphs(label), quoted(content, text)] : []
}

/** A text's first words on one line. */
export function firstWords(content: string, limit: number): string {
  const line = maskPersonal(content).replace(/\s+/g, ' ').trim()
  return shorten(line, limit)
}
