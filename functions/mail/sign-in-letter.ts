// Writes the letter by which somebody signs in to the console: a code for the page that waits, a link for any other. Called by notify.
import { nameIn } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { Letter } from './blocks.tsx'
import { signInMailWords } from './words/sign-in.ts'

interface SignInInput {
  readonly region: Region
  readonly language: Language
  readonly code: string
  readonly url: string
}

export function signInLetter({ region, language, code, url }: SignInInput): Letter {
  const own = signInMailWords[language]
  return {
    subject: own.subject,
    preheader: own.text,
    blocks: [
      { kind: 'heading', text: own.subject },
      { kind: 'paragraph', text: own.text },
      { kind: 'facts', rows: [[own.code, code]] },
      { kind: 'button', label: own.open, url, note: own.or },
      { kind: 'paragraph', text: own.warning },
    ],
    footer: [`${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`, own.why],
  }
}
