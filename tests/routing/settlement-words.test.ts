// The words for kinds of settlements: every kind that a region's file may name is one, in every case, and a village after it
// is found.
import { expect, it, test } from 'vitest'
import { isSettlementWord } from '../../functions/routing/place-context.ts'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { fold } from '../../functions/language/words.ts'
import { loadRegion } from '../../regions/load.ts'
import type { PlaceKind } from '../../regions/schema.ts'

const forms: Readonly<Record<PlaceKind, string>> = {
  город: 'город города городу городом городе',
  село: 'село села селу селом селе',
  посёлок: 'посёлок посёлка посёлку посёлком посёлке',
  деревня: 'деревня деревни деревне деревню деревней',
  хутор: 'хутор хутора хутору хутором хуторе',
  слобода: 'слобода слободы слободе слободу',
  станица: 'станица станицы станице станицу станицей',
  станция: 'станция станции станцию станцией',
  аул: 'аул аула аулу аулом ауле',
  местечко: 'местечко местечка местечку местечком местечке',
  разъезд: 'разъезд разъезда разъезду разъездом разъезде',
  микрорайон: 'микрорайон микрорайона микрорайону микрорайоне',
  сельсовет: 'сельсовет сельсовета сельсовету сельсоветом сельсовете',
}

it.each(Object.entries(forms))('%s in every case', (_kind, all) => {
  expect(all.split(' ').filter((form) => !isSettlementWord(fold(form)))).toEqual([])
})

test.each(['в станице Наурская', 'ст. Наурская', 'в ст-це Наурской', 'станица Наурская'])('%s is a place', (text) => {
  const region = loadRegion('95')
  const { municipality } = routeMessage(region, { text: `Яма на дороге, ${text}`, date: '2026-03-02' })
  expect(municipality).toBe('naurskaya')
})
