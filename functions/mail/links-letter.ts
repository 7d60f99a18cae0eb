// Writes the letter with fresh links of somebody's cases: numbers, dates, states, and names from the region's own lists; nothing that
// anybody wrote, as nobody may have confirmed the address. Called by notify.
import { nameIn, topicName } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import { localTime } from '../calendar/local-time.ts'
import type { Case } from '../case/case.ts'
import type { Block, Letter } from './blocks.tsx'
import { linksWords } from './words/links.ts'
import { wordsFor } from './words/words.ts'

interface LinksInput {
  readonly region: Region
  readonly language: Language
  readonly cases: readonly { readonly state: Case; readonly url: string }[]
}

export function linksLetter({ region, language, cases }: LinksInput): Letter {
  const own = linksWords[language]
  return {
    subject: own.subject,
    preheader: own.text,
    blocks: [
      { kind: 'heading', text: own.subject },
      { kind: 'paragraph', text: own.text },
      ...cases.flatMap(({ state, url }): Block[] => {
        const text = wordsFor(language, state)
        const topic = topicName(region, state.topic, language)
        return [
          { kind: 'subheading', text: topic || text.citizens.yourMessage },
          {
            kind: 'facts',
            rows: [
              [text.number, state.id],
              [own.received, localTime(state.receivedAt, region.timeZone, language)],
              [own.status, own.statuses[state.status]],
            ],
          },
          { kind: 'button', label: own.open, url },
        ]
      }),
    ],
    footer: [`${region.mail.displayName} · ${nameIn(region.name, language)} · ${region.phone}`, own.why],
  }
}
