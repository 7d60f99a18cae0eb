// The texts of letters to officials in Russian that their pages say too: short, in human words, without officialese. Read through
// officials.ts and words.ts.
import { byRegime } from './noun.ts'
import { officials } from './officials.ru.ts'
import type { OfficialsMailWords } from './shape.ts'

export const ru = byRegime('ru', (noun): OfficialsMailWords => ({
  official: officials(noun),
  erased: '(текст удалён)',
  reason: 'Причина',
  because: 'Почему вам',
  evidence: {
    asked: 'тему или место житель назвал, когда мы спросили',
    sender: 'тему или место указал отправитель',
    coordinates: 'место по координатам',
    page: (name) => `написано на странице «${name}»`,
    words: (found) => `в тексте «${found.join('», «')}»`,
  },
}))
