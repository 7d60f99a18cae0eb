// Who is signed in, at this request: what the directory says today counts, and an instant is compared and not waited for.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffOf } from '../../functions/case/staff.ts'
import type { Request } from '../../functions/edge/http.ts'
import { addressOf, formToken, isFormToken, isOwnForm, whoIsSignedIn } from '../../functions/edge/session.ts'
import { hashOf } from '../../functions/links/token.ts'
import { sessionItem, sessionsOf } from '../../functions/store/staff-sessions.ts'
import { littleRegion } from '../little-region.ts'
import { startTable, type TestTable } from './a-table.ts'
import { monday } from './lives.ts'

const secret = 'a'.repeat(32)
const region = littleRegion()
const operator = region.operators[0]!
const later = (hours: number) => new Date(Date.parse(monday) + hours * 3_600_000).toISOString()

let at: TestTable
beforeAll(async () => {
  at = await startTable()
  const [staff] = staffOf(region)
  await at.put(
    sessionItem({
      ...{ contact: operator.id, hash: hashOf(secret), device: 'Firefox, Linux', at: monday },
      address: addressOf(staff!),
    }),
  )
})
afterAll(() => at.end())

const request = (instant: string, cookie = `console=${operator.id}.${secret}`) =>
  ({ at: instant, base: 'https://region.example/live', headers: { cookie } }) as unknown as Request
const rolesIn = async (directory: typeof region, instant = later(1), cookie?: string) =>
  (await whoIsSignedIn(at.tableName, directory, request(instant, cookie)))?.staff.roles

it('a session acts for whoever began it, as the directory says today', async () => {
  expect(await rolesIn(region)).toEqual(['operator'])
  const promoted = { ...region, administrators: [operator] }
  expect(await rolesIn(promoted)).toEqual(['operator', 'administrator'])
  const lowered = { ...region, operators: region.operators.slice(1), analysts: [operator] }
  expect(await rolesIn(lowered)).toEqual(['analyst'])
})

it('whoever left the directory, or has another address there, is signed out at the next request', async () => {
  expect(await rolesIn({ ...region, operators: region.operators.slice(1) })).toBeUndefined()
  const moved = { ...operator, email: 'somebody.else@little.example' }
  expect(await rolesIn({ ...region, operators: [moved, ...region.operators.slice(1)] })).toBeUndefined()
})

it.each([
  ['of another person', `console=operator-2.${secret}`],
  ['of nobody', `console=operator-1.${'b'.repeat(32)}`],
  ['without a secret', 'console=operator-1'],
  ['of another name', `xconsole=operator-1.${secret}`],
])('a cookie %s signs nobody in', async (_, cookie) => {
  expect(await rolesIn(region, later(1), cookie)).toBeUndefined()
})

it('it is over by its instants, whether it was deleted or not', async () => {
  expect(await rolesIn(region, later(8.9))).toEqual(['operator'])
  expect(await rolesIn(region, later(17))).toBeUndefined()
  expect(await sessionsOf(at.tableName, operator.id, later(17))).toEqual([])
  const [one] = await sessionsOf(at.tableName, operator.id, later(16))
  expect([one?.startedAt, one?.seenAt]).toEqual([monday, later(8.9)])
})

it('after seven days it is over, however it was used', async () => {
  for (let hours = 16; hours < 7 * 24; hours += 7) expect(await rolesIn(region, later(hours))).toEqual(['operator'])
  expect(await rolesIn(region, later(7 * 24))).toBeUndefined()
})

it('a token belongs to its session', () => {
  expect(isFormToken(secret, formToken(secret))).toBe(true)
  for (const token of ['', formToken('b'.repeat(32)), `${formToken(secret)}=`])
    expect(isFormToken(secret, token)).toBe(false)
})

it.each<[boolean, Record<string, string>]>([
  [true, { origin: 'https://region.example', 'sec-fetch-site': 'same-origin' }],
  [true, { origin: 'https://region.example' }],
  [true, { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  [true, {}],
  [false, { origin: 'null' }],
  [false, { origin: 'https://region.example.evil' }],
  [false, { origin: 'http://region.example' }],
  [false, { origin: 'https://region.example', 'sec-fetch-site': 'cross-site' }],
  [false, { 'sec-fetch-site': 'same-site' }],
  [false, { 'sec-fetch-site': 'none' }],
])('a form is ours: %s with %j', (own, headers) => {
  expect(isOwnForm({ ...request(monday), headers })).toBe(own)
})
