// Invents labelled messages by a grammar of complaints over the topics of a region's file: what is wrong, where, since when, what follows from
// it, what is asked. Some say what follows and never what is wrong, some speak of other things as well, some are mislabelled, as people's
// are. The same seed invents the same. Everything in them is invented.
import type { Labelled } from '../../functions/learning/labelled.ts'
import type { Beside } from '../../functions/learning/write-model.ts'
import { hintsOf } from '../../functions/routing/hints.ts'
import { readMessage, type Reading } from '../../functions/routing/read-message.ts'
import { responsibleFor } from '../../functions/routing/responsible.ts'
import type { Region } from '../../regions/schema.ts'
import { Chance } from '../../simulation/world/random.ts'

const greetings = ['Здравствуйте!', 'Добрый день.', 'Уважаемая администрация!', 'Доброе утро,', '', '']
const since = [
  'третий день',
  'вторую неделю',
  'с прошлого месяца',
  'уже год',
  'каждый вечер',
  'после дождей',
  'с весны',
]
const asks = [
  'Просим принять меры.',
  'Когда это исправят?',
  'Прошу разобраться и ответить.',
  'Обращались много раз, ответа нет.',
  'Помогите, пожалуйста!',
]
/** What follows from what is wrong, by group of topics; the same may follow from several. */
const follows: Readonly<Record<string, readonly string[]>> = {
  roads: ['водители объезжают по встречной', 'пробил колесо', 'едва не случилась авария', 'подвеска разбита'],
  transport: ['опаздываем на работу', 'стоим по часу', 'пассажиры давятся', 'кондуктор кричит'],
  housing: [
    'соседи жалуются управляющей',
    'жильцы платят, а толку нет',
    'в квартирах сыро',
    'старшая по дому бессильна',
  ],
  utilities: ['набираем воду вёдрами', 'напор пропал', 'стоки идут в подвал', 'насос не тянет'],
  energy: ['холодильник потёк', 'сидим при свечах', 'напряжение скачет', 'приборы сгорели'],
  yards: ['мамы с колясками обходят', 'двор запущен', 'пенсионеры спотыкаются', 'вечером страшно выходить'],
  waste: ['вонь на весь квартал', 'контейнеры переполнены', 'крысы бегают', 'пакеты разносит ветром'],
  ecology: ['дышать нечем', 'рыба всплыла', 'речка почернела', 'дым стелется'],
  animals: ['стая бросается на прохожих', 'боимся отпускать ребёнка', 'лают ночами', 'укусили школьника'],
  health: ['врача нет', 'ждали приёма месяц', 'медсестра нагрубила', 'больные сидят в коридоре'],
  education: ['родители возмущены', 'ученики мёрзнут', 'учителя уходят', 'дети без места'],
  social: ['пособие не пришло', 'соцзащита молчит', 'документы приняли и забыли', 'семья без средств'],
}
const otherwise = ['люди недовольны', 'никто не отвечает', 'сколько можно терпеть']
const SAYS_WHAT = 0.8
const SPEAKS_OF_MORE = 0.15
const MISLABELLED = 0.04
/** Of a few topics people write much, of most now and then. */
const STEEPNESS = 2

/** What stands in a model's file beside what was learned, of a model that only tests see. */
export const besides: Beside = {
  version: 'v',
  regionTopics: [],
  regionOrganisations: [],
  decisions: { routed: [], suggested: [] },
  provenance: { region: '95', trainedAt: '2026-11-28T00:00:00Z', rows: 0, hash: '', seed: 1, columns: {}, figures: {} },
}

export interface Invented extends Labelled {
  readonly author: string
  readonly reading: Reading
}

/** @param reader the region by whose key words they are read */
export function inventMessages(region: Region, count: number, seed: number, reader = region): Invented[] {
  const chance = new Chance(seed)
  return Array.from({ length: count }, () => {
    const topic = region.topics[Math.floor(region.topics.length * (chance.between(0, 9_999) / 10_000) ** STEEPNESS)]!
    const municipality = chance.pick(region.municipalities)
    const text = textAbout(region, topic, municipality, chance)
    const labelled = chance.happens(MISLABELLED) ? chance.pick(region.topics) : topic
    const answer = responsibleFor(region, topic.id, municipality.id)
    const reading = readMessage(reader, { text, date: '' })
    const { ranked, place } = reading
    return {
      ...{ text, reading },
      author: `${chance.between(1, 3 * count)}`,
      hints: hintsOf(ranked, place.municipality),
      labels: {
        topic: labelled.id,
        category: labelled.id.split('.')[0]!,
        ...('organisation' in answer && { organisation: answer.organisation }),
      },
    }
  })
}

function textAbout(
  region: Region,
  topic: Region['topics'][number],
  municipality: Region['municipalities'][number],
  chance: Chance,
): string {
  const group = topic.id.split('.')[0]!
  const place = municipality.name['ru']!
  const follow = chance.pick([...(follows[group] ?? []), ...(follows[group] ?? []), ...otherwise])
  const wrong = chance.happens(SAYS_WHAT) ? `${chance.pick(topic.keywords)} ${chance.pick(since)}, ` : ''
  const more = chance.happens(SPEAKS_OF_MORE) ? ` Ещё ${chance.pick(chance.pick(region.topics).keywords)}.` : ''
  const where = chance.happens(0.7) ? `${place}, ул. Садовая, ${chance.between(1, 90)}: ` : ''
  return `${chance.pick(greetings)} ${where}${wrong}${follow}.${more} ${chance.pick(asks)}`.trim()
}
