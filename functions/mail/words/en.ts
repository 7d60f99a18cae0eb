// The texts of letters to officials in English that their pages say too: short, in human words, without officialese. Read through
// officials.ts and words.ts.
import { byRegime } from './noun.ts'
import { officials } from './officials.en.ts'
import type { OfficialsMailWords } from './shape.ts'

export const en = byRegime('en', (noun): OfficialsMailWords => ({
  official: officials(noun),
  erased: '(the text was erased)',
  reason: 'Reason',
  because: 'Why you',
  evidence: {
    asked: 'the citizen named the topic or the place when we asked',
    sender: 'the sender named the topic or the place',
    coordinates: 'the place follows from the coordinates',
    page: (name) => `it was written on the page “${name}”`,
    words: (found) => `the text says “${found.join('”, “')}”`,
  },
}))
