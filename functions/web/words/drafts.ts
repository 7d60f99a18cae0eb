// Lets the pages of citizens speak draft languages; officials' pages do without them. To add a language: docs/languages.md. Called by
// the handlers of citizens' pages, when they are loaded.
import { type DraftLanguage, draftLanguages, FALLBACK, tables } from '../../../regions/languages.ts'
import { finishPages } from '../layout.tsx'
import { page as ce } from './ce.ts'
import { type Draft, inDraft, withLanguages } from './draft.ts'
import type { Words } from './shape.ts'
import { ofAppeals, words } from './words.ts'

const own: Readonly<Record<DraftLanguage, Draft<Words>>> = { ce }

export function speakDrafts(): void {
  for (const language of draftLanguages) {
    for (const table of tables) table[language] = inDraft(table[FALLBACK])
    for (const table of [words, ofAppeals]) table[language] = inDraft(table[FALLBACK], own[language])
  }
  finishPages(withLanguages)
}
