// Who reads a notice: a contact in their own language if the region speaks it, else in its first; the citizen in theirs, while
// there is an address.
import { expect, it } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { newCase } from '../../functions/store/load.ts'
import { readerOf } from '../../functions/notify/reader.ts'
import type { Region } from '../../regions/schema.ts'
import { littleRegion } from '../little-region.ts'

const little = littleRegion()
const [operator] = little.operators
const speaking = (languages: Region['languages'], language?: string): Region => ({
  ...little,
  languages,
  operators: [{ ...operator!, ...(language && { language }) }],
})
const file = (email?: string, more: object = {}): CaseFile => ({
  state: { ...newCase('99-260302-00001').state, reach: 'email', language: 'en', ...more } as never,
  settled: 0,
  events: [{ type: 'received', messageId: 'M1' } as never],
  personal: new Map([['M1', { messageId: 'M1', text: 'Не горит фонарь.', ...(email && { author: { email } }) }]]),
  notices: [],
  counted: [],
  fedUpTo: 0,
})

it.each<[languages: Region['languages'], own: string | undefined, read: string]>([
  [['ru', 'en'], 'en', 'en'],
  [['ru', 'en'], 'ru', 'ru'],
  [['en', 'ru'], 'ru', 'ru'],
  [['ru', 'en'], undefined, 'ru'],
  [['en', 'ru'], undefined, 'en'],
  [['ru'], 'en', 'ru'],
])('a contact of a region that speaks %j, whose language is %s, reads %s', (languages, own, language) => {
  const { who, ...reader } = readerOf(speaking(languages, own), file(), operator!.id)
  expect(who).toMatchObject({ id: operator!.id })
  expect(reader).toEqual({ name: operator!.name, way: 'email', address: operator!.email, language })
})

it('the citizen reads in the language of the case, at the address of the message, if there is one', () => {
  const citizen = { who: 'citizen', name: '', way: 'email', language: 'en' }
  const region = speaking(['ru', 'en'])
  expect(readerOf(region, file('citizen@example.org'), 'citizen')).toEqual({
    ...citizen,
    address: 'citizen@example.org',
  })
  expect(readerOf(region, file(), 'citizen')).toEqual({ ...citizen, address: undefined })
})

it('whoever is no longer in the directory has no address, not the citizen’s', () => {
  const { address, who } = readerOf(speaking(['ru']), file('citizen@example.org'), 'somebody-gone')
  expect([who, address]).toEqual(['citizen', undefined])
})

it('mails of a test case go to the box for them, but for those to the mailbox simulator of SES', () => {
  const region = { ...little, mail: { ...little.mail, testsTo: 'trials@little.example' } }
  const addressOf = (recipient: string, email?: string) =>
    readerOf(region, file(email, { test: true }), recipient).address
  expect(addressOf(operator!.id)).toBe('trials@little.example')
  expect(addressOf('citizen', 'citizen@example.org')).toBe('trials@little.example')
  expect(addressOf('citizen', 'bounce@simulator.amazonses.com')).toBe('bounce@simulator.amazonses.com')
  expect(addressOf('citizen')).toBeUndefined()
  expect(little.mail.testsTo).toBe('success@simulator.amazonses.com')
})
