// Landmarks and streets that a region's file names, over the real names of the sample regions; schools, centres and streets are invented.
import { describe, expect, it } from 'vitest'
import { readMessage } from '../../functions/routing/read-message.ts'
import { loadRegion } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'

const all: Region[] = ['46', '95'].map((code) => loadRegion(code))

function placeIn(region: Region, text: string, address?: string) {
  const input = { text, date: '2026-06-01', ...(address !== undefined && { address }) }
  const { place } = readMessage(region, input)
  return [place.municipality ?? place.state, ...place.because.map(({ found }) => found)].join(' | ')
}
const withLandmarks = (region: Region, landmarks: NonNullable<Region['landmarks']>): Region => ({
  ...region,
  landmarks,
})

describe.each(all.map((region) => ({ code: region.code, region })))('region $code', ({ region }) => {
  const schools = region.municipalities.map(({ id, centre }, index) => ({
    name: `школа №${index + 1}`,
    aliases: [`СОШ №${index + 1}`],
    ...(index % 2 === 0 ? { municipality: id } : { at: centre }),
  }))
  const known = withLandmarks(region, schools)

  it('a school with its number tells where it is, however it is written, and no other number does', () => {
    const said = (number: number) => [
      ...[`Яма у школы №${number}`, `Темно возле школы № ${number}.`, `За школой номер ${number} свалка`],
      ...[`Около ${number}-й школы нет тротуара`, `СОШ №${number} без света`],
    ]
    region.municipalities.forEach(({ id }, index) => {
      const found = said(index + 1).map((text) => placeIn(known, text).split(' | ')[0])
      expect(found).toEqual(Array.from(found, () => id))
    })
    const none = said(region.municipalities.length + 1).concat('Яма у школы №1-а', 'Закрыли 2 школы', 'Яма у школы')
    expect(none.map((text) => placeIn(known, text))).toEqual(none.map(() => 'unknown'))
  })

  it('a place that is named is believed before any school', () => {
    for (const { name, municipalities, kind } of region.settlements.slice(0, 200)) {
      const text = `Жители ${kind === 'город' ? 'города' : 'села'} ${name} просят убрать снег`
      const before = placeIn(region, text)
      if (municipalities.length === 1) expect(placeIn(known, `${text} у школы №1`)).toBe(before)
    }
  })

  it('two schools of different places decide nothing', () => {
    expect(placeIn(known, 'От школы №1 до школы №2 нет света')).toBe('ambiguous | школы №1 | школы №2')
  })
})

describe('of places of one name', () => {
  const [region] = all as [Region]
  const twin = region.settlements.find(({ name }) => name === 'Шумаково')!
  const [one, other] = twin.municipalities as [string, string]
  const text = `В деревне ${twin.name} нет света`
  const landmarks = [
    { name: 'ТЦ «Пример»', municipality: one, aliases: [] },
    { name: 'ТЦ «Пример»', municipality: other, aliases: [] },
    { name: 'клуб «Искра»', municipality: other, aliases: [] },
  ]
  const streets = region.settlements.map((place) =>
    place.municipalities.includes(one) && place !== twin
      ? { ...place, streets: ['Проверочная', 'проспект Пробы'] }
      : place,
  )

  it('a landmark tells which, where it is in one of them alone', () => {
    const known = withLandmarks(region, landmarks)
    expect(placeIn(known, text).split(' | ')[0]).toBe('ambiguous')
    expect(placeIn(known, `${text}, рядом ТЦ «Пример»`).split(' | ')[0]).toBe('ambiguous')
    expect(placeIn(known, `${text} за клубом «Искра»`)).toBe(`${other} | ${twin.name} | клубом «Искра`)
  })

  it('a street tells which, and nothing alone while the file has not all streets', () => {
    const some = { ...region, settlements: streets }
    expect(placeIn(some, `${text} на Проверочной улице`)).toBe(`${one} | ${twin.name} | Проверочной`)
    expect(placeIn(some, `${text}: просп. Пробы, 5`)).toBe(`${one} | ${twin.name} | Пробы`)
    expect(placeIn(some, text, 'Проверочная, 5').split(' | ')[0]).toBe(one)
    expect(placeIn(some, `${text}, проверочная работа`).split(' | ')[0]).toBe('ambiguous')
    expect(placeIn(some, 'Нет света на улице Проверочной')).toBe('unknown')
    const whole = { ...region, settlements: streets.map((place) => ({ ...place, streets: place.streets ?? [] })) }
    const [found] = placeIn(whole, 'Нет света на улице Проверочной').split(' | ')
    const places = new Set(streets.flatMap(({ streets: own, municipalities }) => (own ? municipalities : [])))
    expect(found).toBe(places.size === 1 ? one : 'ambiguous')
  })
})
