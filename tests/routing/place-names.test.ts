// The names of an invented region's places as they are looked for, whole.
import { expect, test } from 'vitest'
import { formsOf } from '../../functions/routing/declension.ts'
import { listPlaceNames, type PlaceName } from '../../functions/routing/place-names.ts'
import { sampleRegion } from './sample-region.ts'

const [town, district] = sampleRegion.municipalities
const region = {
  ...sampleRegion,
  municipalities: [
    { ...town!, id: 'red', name: { ru: 'город Красный', en: 'Krasny' }, aliases: ['проспект Мира'] },
    { ...district!, id: 'around', name: { ru: 'Краснянский муниципальный район' }, aliases: [] },
    { ...district!, id: 'empty', name: { ru: 'городской округ' }, aliases: ['район Солнечный'] },
  ],
  settlements: [
    { name: 'Красный Яр', kind: 'село', aliases: ['Яр'], municipalities: ['around'] },
    { name: 'деревня Красный', kind: 'деревня', aliases: [], municipalities: ['around', 'red'] },
  ],
} as unknown as typeof sampleRegion

const names = (form: string) => listPlaceNames(region).byForm.get(form)
const name = (words: string, given: Partial<PlaceName>): PlaceName => ({
  key: words,
  nominative: words.split(' '),
  forms: words.split(' ').map((word) => new Set(formsOf(word))),
  municipalities: ['around'],
  district: false,
  own: false,
  kind: undefined,
  adjective: false,
  ...given,
})

test('longer names come first, and one name of several places carries them all', () => {
  expect(names('красного')).toEqual([
    name('красный яр', { kind: 'село' }),
    name('красный', { municipalities: ['red', 'around'], own: true, kind: 'деревня', adjective: true }),
  ])
})

test('a district is known by its adjective, its town by its noun', () => {
  expect(names('краснянском')).toEqual([
    name('краснянский', { key: 'краснянский район', district: true, own: true, adjective: true }),
  ])
  expect(names('солнечный')).toEqual([name('солнечный', { municipalities: ['empty'], own: true, adjective: true })])
})

test('every language and alias is a name, and a kind of place alone is none', () => {
  const forms = [...listPlaceNames(region).byForm.values()].flat().map(({ key, own }) => `${key}: ${own}`)
  expect([...new Set(forms)].sort()).toEqual([
    'krasny: true',
    'красный яр: false',
    'красный: true',
    'краснянский район: true',
    'проспект мира: true',
    'солнечный: true',
    'яр: false',
  ])
})
