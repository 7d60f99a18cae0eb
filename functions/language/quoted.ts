// Parts what somebody wrote in a reply from what their mail program put below or between it: the mail that is answered, its header, the
// line that introduces it, signatures of telephones. Russian and English. Pure; every search takes time in proportion to the text. Called
// by inbox.
import { attributionAt, beginsQuotation } from './quotation-lines.ts'
import { withoutSignature } from './signature-lines.ts'

export interface Reply {
  /** What they wrote themselves; empty where there is nothing but a quotation. */
  readonly fresh: string
  /** Whether anything was taken for a quotation or a signature. */
  readonly isCut: boolean
}

const QUOTED = /^\s{0,3}[>|]/

/**
 * @param text of a reply, never of a first mail: there a quotation is what somebody wants to show
 * @example
 * freshOf('Яму засыпали.\n\n02.03.2026, 10:15, "ЦУР" <cur@example.org>:\n> Вам передано сообщение').fresh // 'Яму засыпали.'
 */
export function freshOf(text: string): Reply {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').split('\n')
  const kept = withoutSignature(withoutQuotations(lines))
  const fresh = kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { fresh, isCut: fresh !== text.trim() }
}

/** The lines of the writer. What introduces a quotation goes with it; below one that is marked line by line they may write on. */
function withoutQuotations(lines: readonly string[]): string[] {
  const kept: string[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    if (isQuoted(line)) {
      at += 1
      continue
    }
    const introduced = attributionAt(lines, at)
    if (introduced > 0 && isMarked(lines, at + introduced)) {
      at += introduced
      continue
    }
    if (introduced > 0 || beginsQuotation(lines, at)) break
    kept.push(line)
    at += 1
  }
  return kept
}

function isQuoted(line: string): boolean {
  return QUOTED.test(line)
}

/** Whether the next line that says anything is marked as quoted. */
function isMarked(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 4).find((line) => line.trim() !== '')
  return next !== undefined && isQuoted(next)
}
