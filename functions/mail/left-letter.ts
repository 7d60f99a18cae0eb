// The mail to a responder who gave way to another: who answers now, and that earlier links act no more. Called by notify.
import { nameIn, organisationName } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Letter } from './blocks.tsx'
import { leftWords } from './words/left.ts'

/** @param successor the name of who answers for the organisation now */
export function leftLetter(region: Region, language: Language, organisation: string, successor: string): Letter {
  const own = leftWords[language]
  return {
    subject: own.subject,
    preheader: own.text(organisationName(region, organisation, language), successor),
    blocks: [
      { kind: 'heading', text: own.subject },
      { kind: 'paragraph', text: own.text(organisationName(region, organisation, language), successor) },
      { kind: 'paragraph', text: own.links },
      { kind: 'paragraph', text: own.wrong },
    ],
    footer: [`${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`, own.why],
  }
}
