// The directory as entries: what is changed lies over the file entry by entry, whatever the file becomes; a change is checked as a region's
// file is, in the same words; what the console changed can be written into the files.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { checkDirectory } from '../../regions/check-directory.ts'
import {
  type Changed,
  changedBetween,
  differencesOf,
  type Entry,
  entriesOf,
  inForce,
  withChanged,
} from '../../regions/directory.ts'
import { loadRegion, readRegion, regionCodes, regionPath } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'
import { writeLists } from '../../tools/directory/lists.ts'
import { writeRegionFile } from '../../tools/directory/written.ts'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const contact = (id: string) => ({ id, name: `Человек ${id}`, email: `${id}@little.example` })
const keysOf = (one: Region) => [...entriesOf(one).keys()]
const said = (changed: Changed, of = region) =>
  checkDirectory(of, changed).map(({ path, message }) => `${path}: ${message}`)

describe('entries', () => {
  it('name everybody and everything that the console changes', () => {
    expect(keysOf(region)).toEqual([
      'organisations/north-office',
      ...['responder', 'deputy', 'supervisor'].map((post) => `people/${post}/north-office`),
      'organisations/south-office',
      ...['responder', 'deputy', 'supervisor'].map((post) => `people/${post}/south-office`),
      'organisations/health',
      ...['responder', 'deputy', 'supervisor'].map((post) => `people/${post}/health`),
      ...['people/operator/operator-1', 'people/operator/operator-2', 'people/moderator/moderator-1'],
      ...['routes', 'topics/roads.pothole', 'topics/roads.manhole', 'topics/health.queue', 'integrators/demo'],
    ])
  })

  it('any of them changed, taken out or added stand so in the region, and nothing else does', () => {
    const file = entriesOf(region)
    const renamed = (entry: Entry, name: string): Entry =>
      Array.isArray(entry) ? entry.toReversed() : { ...entry, name: { ru: name } }
    const edit = fc.record({
      key: fc.constantFrom(...file.keys()),
      name: fc.string({ minLength: 1 }),
      isTaken: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), fc.boolean(), (edits, adds) => {
        const wanted = new Map(file)
        for (const { key, name, isTaken } of edits) {
          const canGo = key.startsWith('people/operator/') || key.startsWith('people/deputy/')
          if (isTaken && canGo) wanted.delete(key)
          else if (wanted.has(key)) wanted.set(key, renamed(wanted.get(key)!, name))
        }
        if (adds) wanted.set('people/municipal/north/centre', { ...contact('centre'), municipality: 'north' })
        const changed = changedBetween(file, wanted)
        expect(differencesOf(wanted, entriesOf(withChanged(region, changed)))).toEqual([])
        expect(Object.keys(changed).sort()).toEqual(
          differencesOf(file, wanted)
            .map(({ key }) => key)
            .sort(),
        )
      }),
    )
  })

  it('that differ in the order of their fields alone are the same', () => {
    const [id, name] = ['mayor', { ru: 'Мэрия' }]
    const one = new Map<string, Entry>([['organisations/mayor', { id, name }]])
    expect(differencesOf(one, new Map<string, Entry>([['organisations/mayor', { name, id }]]))).toEqual([])
  })
})

describe('what was changed', () => {
  const changed: Changed = {
    'people/responder/health': contact('new-responder'),
    'organisations/south-office': {
      id: 'south-office',
      name: { ru: 'Юг' },
      kind: 'municipality',
      municipality: 'south',
    },
    'people/operator/operator-2': null,
  }

  it('lies over a later file, whose other entries are its own', () => {
    const later: Region = {
      ...region,
      organisations: region.organisations.map((one) =>
        one.id === 'north-office' ? { ...one, responder: contact('later') } : { ...one, responder: contact('other') },
      ),
    }
    const after = inForce(later, changed)
    expect(after.organisations.map(({ responder }) => responder.id)).toEqual(['later', 'other', 'new-responder'])
    expect(after.organisations[1]!.name).toEqual({ ru: 'Юг' })
    expect(after.operators.map(({ id }) => id)).toEqual(['operator-1'])
  })

  it('of an organisation that the file has no more is left out, with the routes to it', () => {
    const routes = [{ topics: ['*'], municipalities: ['*'], organisation: 'south-office' }, ...region.routes]
    const without: Region = { ...region, organisations: region.organisations.filter(({ id }) => id !== 'south-office') }
    const after = inForce(without, { ...changed, routes })
    expect(after.organisations.map(({ id }) => id)).toEqual(['north-office', 'health'])
    expect(after.routes).toEqual(region.routes)
  })

  it('nothing leaves a region as it is, list by list', () => {
    for (const code of regionCodes()) {
      const whole = loadRegion(code)
      const { federalCalendar: _, ...after } = inForce(whole, {})
      expect(after).toEqual({ ...whole, federalCalendar: undefined })
      expect(said({}, whole)).toEqual([])
    }
  })
})

describe('a change is checked as a file is', () => {
  it.each([
    [
      'an address that is none',
      { 'people/responder/health': { ...contact('a'), email: 'nobody' } },
      ['responder of "health", email: must be an e-mail address'],
    ],
    [
      'an organisation without anybody',
      { 'organisations/new': { id: 'new', name: { ru: 'Новая' }, kind: 'regional' } },
      ['responder of "new": is missing: add it'],
    ],
    [
      'a route to nobody',
      { routes: [{ topics: ['*'], municipalities: ['*'], organisation: 'gone' }] },
      ['route 1, organisation: there is no organisation "gone": add it or correct the id'],
    ],
    ['nobody on duty', { 'people/moderator/moderator-1': null }, ['moderators: is empty: add at least one']],
    [
      'a field that does not exist',
      { 'people/operator/operator-1': { ...contact('operator-1'), role: 'administrator' } },
      ['operator "operator-1", role: is not known here: correct the spelling or remove it'],
    ],
    [
      'one word for two topics',
      { 'topics/roads.manhole': { name: { ru: 'Люк' }, keywords: ['яма'], notKeywords: [] } },
      [
        'topic "roads.manhole", keywords[0]: overlapping key words: "яма" is also topic "roads.pothole", keywords[0], leave it to one topic',
      ],
    ],
  ] as const)('%s', (_, changed, mistakes) => {
    expect(said(changed as unknown as Changed)).toEqual(mistakes)
  })
})

describe('pull', () => {
  const home = mkdtempSync(join(tmpdir(), 'directory-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it.each(['95', '87'])('writes what was changed of region %s into its files, and nothing else', async (code) => {
    const folder = join(home, code)
    cpSync(dirname(regionPath(code)), folder, { recursive: true })
    const before = loadRegion(code)
    const [organisation, other] = before.organisations
    const { keywords, ...topic } = entriesOf(before).get(
      `topics/${before.topics[0]!.id}`,
    ) as unknown as Region['topics'][number]
    const names = (name: string) =>
      Object.fromEntries(before.languages.map((language) => [language, `${name} ${language}`]))
    const changed: Changed = {
      [`people/responder/${organisation!.id}`]: {
        ...contact('successor'),
        phone: '+7 000 000-00-01',
        receipts: true,
        mails: 'digest',
      },
      [`people/deputy/${organisation!.id}`]: contact('successors-deputy'),
      [`people/deputy/${other!.id}`]: null,
      [`people/operator/${before.operators[0]!.id}`]: {
        ...before.operators[0]!,
        share: 0.5,
        away: [{ from: '2026-08-01', to: '2026-08-14' }],
      },
      [`people/municipal/${before.municipalities[1]!.id}/centre`]: {
        ...contact('centre'),
        municipality: before.municipalities[1]!.id,
      },
      [`organisations/${organisation!.id}`]: {
        id: organisation!.id,
        name: names('Новое имя; «с точкой»'),
        kind: organisation!.kind,
        ...(organisation!.municipality && { municipality: organisation!.municipality }),
      },
      routes: before.routes.toSpliced(0, 0, {
        topics: [before.topics[0]!.id],
        municipalities: [before.municipalities[0]!.id],
        organisation: other!.id,
      }),
      [`topics/${before.topics[0]!.id}`]: { ...topic, keywords: [...keywords.slice(1), 'небывалое слово'].toSorted() },
      'templates/own-one': { id: 'own-one', name: names('Ответ'), topics: ['*'], text: names('Сделано {date}') },
      [`integrators/${before.integrators[0]!.id}`]: { name: 'Новый портал' },
    }
    const wanted = entriesOf(withChanged(before, changed))
    const differences = differencesOf(entriesOf(before), wanted)
    expect(writeLists(folder, before.languages, differences)).toEqual(['organisations.csv', 'people.csv', 'routes.csv'])
    expect(await writeRegionFile(folder, differences)).toBe(true)
    const read = readRegion(folder)
    expect(read).toHaveProperty('region')
    const { region: after } = read as { region: Region }
    expect(differencesOf(wanted, entriesOf(after))).toEqual([])
    expect({ ...after, ...directoryOf(before) }).toEqual(before)
  })
})

/** What of a region is of the directory. */
function directoryOf(of: Region): Partial<Region> {
  const { organisations, routes, topics, templates, integrators, operators, moderators, municipals, municipalities } =
    of
  return { organisations, routes, topics, templates, integrators, operators, moderators, municipals, municipalities }
}
