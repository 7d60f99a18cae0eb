// Brings together what key words, names of places and a model find: which organisations may answer, each for which topics, and how likely. The
// region's routes decide who answers for a topic at a place; the model says beside that who answered such messages. Called by
// route-message.ts, and where a model is trained, so that its trials are of the very decisions that routing makes.
import type { Region } from '../../regions/schema.ts'
import type { Findings, Found } from './finding.ts'
import { responsibleFor } from './responsible.ts'

/** A topic that leads to an organisation. */
interface Way {
  readonly topic: Found
  /** Where the message would have to come from, where it does not say. */
  readonly municipality?: string
}

export interface Answer {
  readonly organisation: string
  /** 0–1; what it means, trials say. */
  readonly score: number
  /** The likeliest first. */
  readonly ways: readonly Way[]
  /** The place is known, or plays no part: nothing is assumed. */
  readonly isPlaced: boolean
}

const MOST_TOPICS = 15
const MOST_ORGANISATIONS = 12
/** Without a model scores only say how answers stand to each other: that of the page's owner, to whom the message was written, stands so much higher. */
const OWNER = 2
/** Less is chance. */
const LEAST = 0.005

/** @param model what it finds; undefined where the region has none. The likeliest first. */
export function answersOf(region: Region, rules: Findings, model: Findings | undefined): Answer[] {
  const [place, ...others] = rules.municipality
  const municipality = others.length === 0 ? place?.value : undefined
  const placed = new Map<string, Way[]>()
  const assumed = new Map<string, Way[]>()
  const topics = (model ?? rules).topic.filter(({ probability }) => probability > LEAST).slice(0, MOST_TOPICS)
  for (const topic of topics) {
    const answer = responsibleFor(region, topic.value, municipality)
    if ('organisation' in answer) add(placed, answer.organisation, { topic })
    else if (answer.missing === 'place unknown')
      for (const way of waysWithout(region, topic, (model ?? rules).organisation)) add(assumed, way.organisation, way)
  }
  const owners = new Set(rules.organisation.map(({ value }) => value))
  const likely = new Map(model?.organisation.map(({ value, probability }) => [value, probability]))
  const toAnswer = (isPlaced: boolean) => {
    return ([organisation, ways]: [string, Way[]]): Answer => {
      const byRoutes = ways.reduce((sum, { topic }) => sum + topic.probability, 0)
      const score = model
        ? Math.sqrt(byRoutes * (likely.get(organisation) ?? 0))
        : byRoutes * (owners.has(organisation) ? OWNER : 1)
      return { organisation, score, ways, isPlaced }
    }
  }
  const all = [...[...placed].map(toAnswer(true)), ...[...assumed].map(toAnswer(false))]
  return all.sort((a, b) => b.score - a.score || (a.organisation < b.organisation ? -1 : 1))
}

/** Those who answered such messages and would answer for the topic where they are. */
function waysWithout(region: Region, topic: Found, organisations: readonly Found[]) {
  return organisations.slice(0, MOST_ORGANISATIONS).flatMap(({ value, probability }) => {
    const municipality = region.organisations.find(({ id }) => id === value)?.municipality
    if (municipality === undefined || probability < LEAST) return []
    const answer = responsibleFor(region, topic.value, municipality)
    return 'organisation' in answer && answer.organisation === value
      ? [{ organisation: value, topic, municipality }]
      : []
  })
}

function add(ways: Map<string, Way[]>, organisation: string, { topic, municipality }: Way) {
  ways.set(organisation, [...(ways.get(organisation) ?? []), { topic, ...(municipality && { municipality }) }])
}
