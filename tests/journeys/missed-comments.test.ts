// A comment of which VK told nobody comes to the list of those that wait, by the look every half hour, once, whatever comes later.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lookAtService, removeServiceToken } from '../../tools/channels/channel.ts'
import { channelsHere } from '../../tools/channels/on-this-machine.ts'
import { commentsKept, type Networks, regionInNetworks } from './networking.ts'
import type { RegionAtWork } from './region-at-work.ts'
import { type Console, signIn } from './staff.ts'

const HALF_HOUR = 30 * 60_000
let work: RegionAtWork
let networks: Networks
let moderator: Console

beforeAll(async () => {
  ;({ work, networks } = await regionInNetworks())
  moderator = await signIn(work, work.region.moderators[0]!.email)
})
afterAll(() => work.end())

const vk = () => channelsHere('95', work.engine.endpoints['AWS_ENDPOINT_URL_SQS']!, work.engine.apiUrl)[0]!
const listed = async () => {
  await work.engine.idle()
  const { html } = await moderator.open('comments')
  return html.split('<article').slice(1)
}
const having = async (words: string) => (await listed()).filter((part) => part.includes(words))
const lost = { network: 'vk', name: 'Анна', isLost: true } as const

it('is found below its post, in a thread, too, once; told of later, and found again, it is the same', async () => {
  const { id } = await networks.comment({ ...lost, text: 'В Грозном на улице Садовой у дома 5 яма на дороге.' })
  await networks.comment({ ...lost, name: 'Иса', to: id, text: 'И у дома 7 тоже.' })
  expect(await listed()).toEqual([])
  await work.engine.advance(HALF_HOUR)
  const [part, ...more] = await having('яма на дороге')
  expect(more).toEqual([])
  // The post of which nobody was told, either.
  expect(part).toContain('Завтра начнём ремонт улицы Садовой.')
  const [reply, ...others] = await having('И у дома 7 тоже.')
  expect(others).toEqual([])
  expect(reply).toContain(`&amp;thread=${id}`)
  // VK tells of it after all.
  await networks.comment({ network: 'vk', name: 'Анна', id, what: 'said' })
  await work.engine.advance(HALF_HOUR)
  expect(await listed()).toHaveLength(2)
})

it('one that somebody screened meanwhile, and our own answers, are not brought again', async () => {
  const page = await moderator.open('comments')
  await moderator.send(page, 'name="nonce"', { do: 'spam.0' })
  await work.engine.advance(HALF_HOUR)
  expect(await listed()).toHaveLength(1)
  const kept = await commentsKept(work)
  expect(kept.map(({ state }) => String(state)).toSorted()).toEqual(['spam', 'waiting'])
})

it('without the service token nothing is found, and the channel goes on', async () => {
  expect(await lookAtService(vk())).toBe('taken')
  await removeServiceToken(vk())
  expect(await lookAtService(vk())).toBe('none')
  await networks.comment({ ...lost, text: 'Во дворе на Мира 8 лужа.' })
  await networks.comment({ network: 'vk', name: 'Пётр', text: 'Спасибо!' })
  await work.engine.advance(HALF_HOUR)
  expect([await having('лужа'), (await having('Спасибо!')).length]).toEqual([[], 1])
})
