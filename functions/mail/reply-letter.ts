// Writes the plain mail to somebody whose mail changed nothing, or was taken in part: what happened and what to do. Nothing that anybody wrote
// stands in it. Called by inbox.
import type { GivenAway } from '../case/in-public.ts'
import { nameIn } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Letter } from './blocks.tsx'
import { inPublicWords, linesOf } from './words/in-public.ts'
import { replyWords, type Telling } from './words/replies.ts'

/** @param caseId where it is about a case @param found what is to be removed of an answer that everybody would read */
export function replyLetter(
  region: Region,
  language: Language,
  telling: Telling,
  caseId?: string,
  found: readonly GivenAway[] = [],
): Letter {
  const own = replyWords[language]
  const heading = own.headings[telling === 'files' ? 'taken in part' : 'nothing done']
  const [what, todo] = own.tellings[telling]
  return {
    subject: caseId ? `[${caseId}] ${own.subject}` : own.subject,
    preheader: what,
    blocks: [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: what },
      { kind: 'paragraph', text: todo },
      ...(found.length > 0
        ? [{ kind: 'paragraph', text: inPublicWords[language].toRemove(linesOf(language, found)) } as const]
        : []),
      ...(caseId ? [{ kind: 'facts', rows: [[own.number, caseId]] } as const] : []),
    ],
    footer: [`${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`, own.why],
  }
}
