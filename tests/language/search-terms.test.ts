// Which words of a text can be looked for, and which of them tell texts apart.
import { expect, it } from 'vitest'
import { hasStems, isIndexed, stemsOf } from '../../functions/language/terms.ts'

it('a word is found in each of its forms, with ё or without, and a number as it stands', () => {
  const text = 'Во дворе на улице Садовой, 15, течёт труба; вторую неделю нет воды.'
  for (const asked of ['трубы', 'САДОВАЯ 15', 'течет', 'водой во дворах', 'неделями'])
    expect([asked, hasStems(text, stemsOf(asked))]).toEqual([asked, true])
  expect(hasStems(text, stemsOf('Садовая 51'))).toBe(false)
  expect(hasStems(text, stemsOf('трубач'))).toBe(false)
})

it('words that nearly every message has are not kept, in none of their forms; neither are house numbers', () => {
  const kept = [...stemsOf('Здравствуйте, уважаемые! Прошу вас: на этой улице, дом 5, квартира 118, которую уже нет.')]
  expect(kept.filter(isIndexed)).toEqual(['улиц', 'дом', 'квартир', '118'])
})
