// Every name of every region in all its cases, against a table that was read by a person: what stands in the table must be
// looked for, and a name that is in a region's file must stand in the table.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formsOf, isAdjective } from '../../functions/routing/declension.ts'
import { listPlaceNames } from '../../functions/routing/place-names.ts'
import { placesIn } from '../../functions/routing/place-in-text.ts'
import { fold, wordsOf } from '../../functions/language/words.ts'
import { loadRegion, regionCodes } from '../../regions/load.ts'

const table = new Map(
  readFileSync(new URL('place-cases.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | '))
    .map(([name, ...cases]) => [name!, cases.map((forms) => forms.split('/'))]),
)

describe.each(regionCodes())('region %s', (code) => {
  const region = loadRegion(code)
  const names = listPlaceNames(region)
  const places = region.settlements.flatMap(({ name, aliases, kind, municipalities }) =>
    [name, ...aliases].filter((text) => !/[a-z]/i.test(text)).map((text) => ({ text, kind, municipalities })),
  )

  test('has no name that is not in the table', () =>
    expect(places.filter(({ text }) => table.get(text)?.length !== 4)).toEqual([]))

  test('every case of a name is looked for', () => {
    const missing = places.flatMap(({ text, kind }) => {
      const forms = wordsOf(text).map(({ plain }) => formsOf(plain, kind))
      const cases = table.get(text)!.flat()
      return cases.filter((written) => wordsOf(written).some(({ plain }, at) => !forms[at]!.includes(plain)))
    })
    expect(missing).toEqual([])
  })

  test('and found behind the word for what the place is', () => {
    const called = { genitive: 'жители станицы', prepositional: 'в селе' }
    const lost = places.flatMap(({ text, municipalities }) => {
      const [genitive, , , prepositional] = table.get(text)!
      const texts = [`${called.genitive} ${genitive![0]}`, `${called.prepositional} ${prepositional![0]}`]
      return texts.filter((one) => {
        const found = placesIn(names, wordsOf(one), false).flatMap(({ name }) => name.municipalities)
        return !municipalities.every((id) => found.includes(id))
      })
    })
    expect(lost).toEqual([])
  })

  test('no form of a settlement is the name of another', () => {
    const single = places.filter(({ text }) => wordsOf(text).length === 1)
    const byName = new Map(single.map(({ text, municipalities }) => [fold(text), municipalities.join()]))
    const clashes = single.flatMap(({ text, kind, municipalities }) =>
      formsOf(text, kind)
        .slice(1)
        .filter((form) => byName.has(form) && byName.get(form) !== municipalities.join())
        .map((form) => `${text} = ${form}`),
    )
    expect(clashes).toEqual([])
  })
})

test('names in -ой are nouns where they are not an adjective of what the place is', () => {
  const chechen = loadRegion('95').settlements.filter(({ name }) => /ой$/.test(name))
  expect(chechen.length).toBeGreaterThan(45)
  expect(chechen.filter(({ name, kind }) => isAdjective(name.split(/[ -]/).at(-1)!, kind))).toEqual([])
  expect([isAdjective('Луговой', 'посёлок'), isAdjective('Луговой'), isAdjective('Шелковской', 'село')]).toEqual([
    true,
    true,
    true,
  ])
})
