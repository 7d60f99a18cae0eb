// The mail to an operator about comments of a case below which no answer stands, or nobody knows whether it does: where they are, and what belongs there. Called by
// notify.
import { nameIn } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Letter } from './blocks.tsx'
import { besideWords } from './words/beside.ts'

/** @param links of the comments @param says what belongs below them; undefined where it holds what nobody else may read */
export function besideLetter(
  region: Region,
  language: Language,
  caseId: string,
  links: readonly string[],
  says: string | undefined,
): Letter {
  const own = besideWords[language]
  const addresses = links.flatMap((link): [string, string][] => (link.startsWith('https://') ? [[link, link]] : []))
  return {
    subject: own.subject(caseId),
    preheader: own.text,
    blocks: [
      { kind: 'heading', text: own.subject(caseId) },
      { kind: 'paragraph', text: own.text },
      ...(addresses.length > 0 ? [{ kind: 'links' as const, intro: own.comments, links: addresses }] : []),
      ...(addresses.length < links.length ? [{ kind: 'paragraph' as const, text: own.unnamed }] : []),
      { kind: 'paragraph', text: says === undefined ? own.personal : own.paste },
      ...(says === undefined ? [] : [{ kind: 'quote' as const, text: says }]),
    ],
    footer: [`${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`, own.why],
  }
}
