// The words that only say where something is or by what way, and what they do to a routing.
import { expect, test } from 'vitest'
import { routeMessage } from '../../functions/routing/route-message.ts'
import { landmarksIn } from '../../functions/routing/topic-context.ts'
import { wordsOf } from '../../functions/language/words.ts'
import { sampleRegion } from './sample-region.ts'

const landmarks = (text: string) => {
  const words = wordsOf(text)
  return [...landmarksIn(words)].map((at) => words[at]!.written).join(' ')
}

test.each([
  ['Возле поликлиники яма', 'поликлиники'],
  ['Рядом с детской поликлиникой яма', 'детской поликлиникой'],
  ['Рядом глубокая яма', ''],
  ['Рядом с «Поликлиникой» яма', 'Поликлиникой'],
  ['Яма возле. Поликлиника закрыта', ''],
  ['У входа в городскую поликлинику яма', 'городскую поликлинику'],
  ['Закрыт вход в поликлинику', ''],
  ['Напротив входа в школу', 'входа школу'],
  ['Недалеко от мусорных баков и школы', 'мусорных баков'],
  ['В непосредственной близости от больницы', 'больницы'],
  ['В районе больничного городка ямы', 'больничного городка'],
  ['В Озёрском районе ямы', ''],
  ['Подала через портал государственных услуг', 'государственных услуг'],
  ['Хожу через больничный городок', 'больничный городок'],
  ['Дом возле', ''],
])('%s → %s', (text, expected) => expect(landmarks(text)).toBe(expected))

const topicOf = (text: string) => routeMessage(sampleRegion, { text, date: '2026-06-01' }).topic

test.each([
  ['Машина стоит у входа в поликлинику', undefined],
  ['Поликлиника закрыта, очередь у входа в поликлинику', 'health.care'],
  ['Борщевик рядом с поликлиникой', 'yards.grass'],
  ['К врачу попадают через запись', 'health.care'],
])('%s: %s', (text, topic) => expect(topicOf(text)).toBe(topic))
