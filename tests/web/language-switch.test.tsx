// Whoever changes the language stays where they are: on the same list, page and search. What a page would pass over is left out.
import { expect, it } from 'vitest'
import { LanguageSwitch } from '../../functions/web/language-switch.tsx'
import type { Region } from '../../regions/schema.ts'
import { region, request } from './visits.ts'

const both: Region = { ...region, languages: ['ru', 'en'] }
const kept = (query: Record<string, string>) => {
  const html = String(<LanguageSwitch region={both} request={request(query)} />)
  const [, search = ''] = /href="\?([^"]*)"/.exec(html) ?? []
  const { lang, ...others } = Object.fromEntries(new URLSearchParams(search.replaceAll('&amp;', '&')))
  expect(lang).toBe('en')
  return others
}
const [{ id: organisation }, { id: municipality }] = [region.organisations[0]!, region.municipalities[0]!]

it.each<Record<string, string>>([
  { list: 'triage', organisation, municipality },
  { list: 'closed', month: '2026-03', after: 'eyJhIjoxfQ.aZ_-9' },
  { list: 'triage', played: 'none' },
  { list: 'open', tick: 'all' },
  { play: 'triage', before: '99-260302-AAAAA', did: 'assign' },
  { s: 'AbC-_9'.repeat(200) },
  { of: organisation, after: '2026-03-05T15:00:00.000Z#99-260302-AAAAA#north#north-office,99-260302-AAAAA' },
  { template: 'roads-1' },
  { list: 'open', lat: '43.31', lon: '45.69', km: '1200', square: '3-4', page: '1' },
  {
    who: 'operator-1',
    what: 'case seen',
    case: '99-260302-AAAAA',
    from: '2026-03-01',
    to: '2026-03-05',
    order: 'oldest',
  },
  { to: 'queue?list=triage&municipality=north' },
])('of %j nothing is forgotten', (query) => {
  expect(kept(query)).toEqual(query)
})

it.each<Record<string, string>>([
  { organisation: 'nobody' },
  { km: '-1', from: 'yesterday' },
  { municipality: 'moscow' },
  { to: 'https://evil.example' },
  { to: '//evil.example' },
  { after: '"><script>' },
  { done: 'assign' },
  { unknown: 'x' },
])('%j is left out', (query) => {
  expect(kept(query)).toEqual({})
})
