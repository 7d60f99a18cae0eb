// A few invented messages through the real file of region 46, and the time it takes.
import { expect, test } from 'vitest'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { loadRegion } from '../../regions/load.ts'

const region = loadRegion('46')
const route = (text: string, date = '2026-06-10') => {
  const routing = routeMessage(region, { text, date })
  return routing.outcome === 'routed' ? `${routing.topic} ${routing.organisation}` : routing.why
}

test.each([
  ['В Курске на улице Ленина открытый люк, крышки нет', 'yards.manhole kursk-inspection'],
  ['Курский район, д. Ворошнево: не горят фонари', 'yards.lighting kursky-administration'],
  ['Открытый люк у подъезда', 'place unknown'],
  ['Яма на дороге, ул. Курчатова, 7', 'place unknown'],
  ['В Обояни стая бездомных собак', 'animals.stray oboyan-administration'],
  ['Обоянский район, г. Обоянь, стая бродячих собак', 'animals.stray oboyan-administration'],
  ['В Рыльском районе бродячие собаки', 'animals.stray rylsky-administration'],
  ['В поликлинике грубый терапевт, врач не принимает', 'health.care regional-health'],
  ['В Железногорске сосулька размером с дом', 'topic unknown'],
  ['Курчатов, третий день нет света', 'energy.power kurchatov-administration'],
  ['В Курчатове нет света на улице', 'yards.lighting kurchatov-administration'],
  ['Победителям вручите подарочный сертификат', 'topic unknown'],
  ['Пришёл отказ: сертификат переболевшего не выдают', 'health.certificate regional-health'],
  ['Соседка обижает старика, я уже написала на телевидение', 'topic unknown'],
  ['В Курске у забора лежит мёртвая кошка', 'animals.stray kursk-city-services'],
  ['В Курске сильный запах газа у дома', 'energy.gas-smell kursk-administration'],
  ['Железнодорожный вокзал закрыт, билет не купить', 'transport.train regional-transport'],
])('%s → %s', (text, expected) => expect(route(text)).toBe(expected))

test('snow in the streets is no matter of pits', () =>
  expect(route('В Курске не ведётся уборка снега, колея по колено', '2026-12-10')).toBe('roads.snow kursk-roads'))

test('icicles are a matter of winter', () =>
  expect(route('В Железногорске с крыши свисает сосулька', '2026-12-10')).toBe('housing.icicles housing-inspection'))
