// Addresses that are no page's own, as API Gateway hands them over: where they lead, and what people and machines are told.
import { expect, it, vi } from 'vitest'
import type { Region } from '../../regions/schema.ts'
import { httpEvent, lambdaContext } from '../edge/events.ts'
import { littleRegion } from '../little-region.ts'

const region: Region = { ...littleRegion(), languages: ['ru', 'en'] }
vi.mock('../../functions/edge/environment.ts', () => ({ deployedRegion: () => region }))
vi.mock('../../functions/edge/refresh.ts', () => ({ refreshRegion: () => Promise.resolve() }))
const { handler } = await import('../../functions/report/handler.tsx')

const base = 'https://abc123.execute-api.eu-central-1.amazonaws.com'
const asked = (path: string, headers = {}, more = {}) =>
  handler(httpEvent({ path, resource: '/{proxy+}', headers, ...more }, { path }), lambdaContext())

it.each([
  ['/', 302, `${base}/report`],
  ['/report/', 308, `${base}/report`],
  ['/t/SECRET/', 308, `${base}/t/SECRET`],
  ['//evil.example//', 308, `${base}//evil.example`],
])('%s leads on with %i', async (path, status, location) => {
  const { statusCode, headers, body } = await asked(path)
  expect([statusCode, headers!['Location'], body]).toEqual([status, location, ''])
})

it('a slash too many loses nothing of what was asked', async () => {
  const more = { queryStringParameters: { done: 'registered', x: 'а б' } }
  const { headers } = await asked('/t/SECRET/', {}, more)
  expect(headers!['Location']).toBe(`${base}/t/SECRET?done=registered&x=%D0%B0+%D0%B1`)
})

const problem = 'application/problem+json; charset=utf-8'
const page = 'text/html; charset=utf-8'
it.each([
  ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', page],
  ['whoever takes anything', '*/*', problem],
  ['whoever says nothing', undefined, problem],
  ['an integrator', 'application/json', problem],
  ['an integrator who would read a page', 'application/json, text/html;q=0.5', problem],
  ['a person with a strange browser', 'application/json;q=0.1, text/html;q=0.2', page],
])('a wrong address tells %s what it reads', async (_who, accept, type) => {
  const { statusCode, headers, body } = await asked('/v1/messges', accept ? { Accept: accept } : {})
  expect([statusCode, headers!['Content-Type']]).toEqual([404, type])
  if (type === page) expect(body).toContain(`href="tel:${region.phone.replace(/[^+\d]/g, '')}"`)
  else expect(JSON.parse(body)).toMatchObject({ code: 'no-such-route', status: 404 })
})

it('/about tells of the service, to be found by a search', async () => {
  const { statusCode, headers, body } = await asked('/about', { Accept: '*/*' })
  expect([statusCode, headers!['Content-Type'], headers!['X-Robots-Tag']]).toEqual([200, page, 'all'])
  expect(body).toContain('<h2 id="policy">Персональные данные</h2>')
})

it('in their language, by its weight', async () => {
  const inEnglish = { Accept: 'text/html', 'Accept-Language': 'ru;q=0.3, en;q=0.8' }
  expect((await asked('/nothing', inEnglish)).body).toContain('There is no such page')
  expect((await asked('/nothing', { Accept: 'text/html' })).body).toContain('Такой страницы нет')
  const { detail } = JSON.parse((await asked('/nothing', { 'Accept-Language': 'en' })).body) as { detail: string }
  expect(detail).toMatch(/^There is no such address\./)
})
