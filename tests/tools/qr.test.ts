// What a code on a wall opens: a dialog of a network with the id of a place, within what each network takes in a link.
import { expect, it } from 'vitest'
import { networks } from '../../regions/vocabulary.ts'
import { dialogLink } from '../../tools/qr/links.ts'
import { sheetOf } from '../../tools/qr/sheet.ts'
import { littleRegion } from '../little-region.ts'

const channel = (network: (typeof networks)[number]) => ({ id: 'one', network, account: '123' })
const longest = `${'a'.repeat(29)}-${'b'.repeat(30)}`

it('is a link that says the place by its id alone, as long as it may be', () => {
  expect(networks.map((network) => dialogLink(channel(network), longest))).toEqual([
    `https://vk.com/write-123?ref=${longest}&ref_source=qr`,
    `https://max.ru/123?start=${longest}`,
    `https://t.me/123?start=${longest}`,
  ])
  expect(longest).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
})

it('is on a sheet that says what to do in the dialog, and names it for whoever has no camera', () => {
  const address = dialogLink(channel('telegram'), 'north')
  const props = { region: littleRegion(), language: 'ru', base: '', fields: { municipality: 'north' } } as const
  const sheet = sheetOf({ ...props, dialog: { network: 'telegram', address } })
  if ('tooLong' in sheet) throw new Error('too long')
  expect(sheet.address).toBe('https://t.me/123?start=north')
  expect(sheet.html.replace(/<[^>]*>/g, '')).toContain('откроется диалог Telegram')
  expect(sheet.html).toContain('Без камеры: откройте <b>t.me/123</b> и укажите: Северный район')
})
