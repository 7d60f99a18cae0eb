// Mistakes in the register of official pages of a region's file, each at its path and in words that say what to do.
import { expect, it } from 'vitest'
import { mistakesIn, spoilt } from './spoilt.ts'

it.each<[what: string, place: string, value: unknown, path: string, message: RegExp]>([
  [
    'an address of another network',
    'pages[0].address',
    'https://ok.ru/group/1',
    'pages[0].address',
    /no page of "vk": those begin with https:\/\/vk\.com\//,
  ],
  ['an address that is none', 'pages[0].address', 'vk.com/club1', 'pages[0].address', /begins with https:/],
  ['an owner who is not there', 'pages[0].organisation', 'nobody', 'pages[0].organisation', /no organisation "nobody"/],
  ['a place that is not there', 'pages[0].municipality', 'moscow', 'pages[0].municipality', /no municipality "moscow"/],
  [
    'somebody who is not there',
    'pages[0].responsible',
    ['nobody'],
    'pages[0].responsible[0]',
    /nobody in the directory has the id "nobody"/,
  ],
  ['a channel that is not there', 'pages[0].channel', 'icq', 'pages[0].channel', /no channel "icq"/],
  [
    'a channel of another network',
    'pages[0].channel',
    'max',
    'pages[0].channel',
    /"max" hears max, and the page is of vk/,
  ],
  ['the id of another', 'pages[1].id', 'anadyr-vk', 'pages[1].id', /"anadyr-vk" is already the id of pages\[0\]/],
  ['a word that is not known', 'pages[0].colour', 'blue', 'pages[0].colour', /not known here/],
])('%s is found', (_, place, value, path, message) => {
  expect(mistakesIn(spoilt([place, value]))).toEqual([{ path, message: expect.stringMatching(message) as string }])
})

it('a page of nobody, an address twice and a channel with two pages are found', () => {
  const nobody = mistakesIn(spoilt(['pages[0].organisation', undefined], ['pages[0].municipality', undefined]))
  expect(nobody.map(({ path, message }) => `${path} ${message}`)).toEqual([
    expect.stringMatching(/^pages\[0\]\.organisation belongs to nobody/),
  ])
  const page = {
    id: 'other',
    network: 'vk',
    address: 'https://VK.com/club870000002/',
    name: 'Other',
    municipality: 'anadyr',
  }
  const twice = mistakesIn(spoilt(['pages[0].channel', 'vk'], ['pages[2]', { ...page, channel: 'vk' }]))
  expect(twice.map(({ path }) => path)).toEqual(['pages[2].address', 'pages[2].channel'])
})
