// What the pages of the console may take from elsewhere: pictures of the map service that the region names, and nothing else.
import type { Context } from 'aws-lambda'
import { expect, it, vi } from 'vitest'
import { littleRegion } from '../little-region.ts'

const { web } = littleRegion()
let tiles: { url: string; credit: { ru: string } } | undefined
vi.doMock('../../functions/edge/environment.ts', () => ({ deployedRegion: () => ({ web: { ...web, tiles } }) }))
const { refersToItself } = await import('../../functions/edge/refers-to-itself.ts')

const policy = "default-src 'none'; script-src 'sha256-x'; img-src 'self' data:"
const sent = async () => {
  const handler = refersToItself(() =>
    Promise.resolve({ statusCode: 200, body: '', headers: { 'Content-Security-Policy': policy } }),
  )
  return (await handler({} as never, {} as Context)).headers?.['Content-Security-Policy']
}

it.each([
  [undefined, "default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-x'; img-src 'self' data:"],
  [
    { url: 'https://tiles.example:8443/a/{z}/{x}/{y}.png', credit: { ru: 'Карта' } },
    "default-src 'none'; connect-src 'self'; script-src 'self' 'sha256-x'; img-src https://tiles.example:8443 'self' data:",
  ],
])('%j', async (named, expected) => {
  tiles = named
  expect(await sent()).toBe(expected)
})
