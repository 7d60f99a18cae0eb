// Decides who answers for a message. Called by the function `route` for each new case. What is given decides by the region's routes. What key
// words, names of places and a model find is acted on only where the region wants that, and with a model only where such decisions are right
// often enough; else it is a suggestion to a person: a wrong address costs a citizen days, a person at the desk costs minutes.
import type { Region } from '../../regions/schema.ts'
import type { Model } from '../model/model.ts'
import { type Answer, answersOf } from './answers.ts'
import { sureAnswer } from './decide.ts'
import { finderOf } from './find-by-model.ts'
import { findByRules, ownerOf } from './find-by-rules.ts'
import type { Found } from './finding.ts'
import { modeOf } from './mode.ts'
import { readMessage } from './read-message.ts'
import { givenTopic, routeByRules } from './route-by-rules.ts'
import type { Reason, Routing, RoutingInput } from './routing.ts'
import { learnedWords, suggestionsOf } from './suggestions.ts'

export type { Missing, Reason, Routing, RoutingInput } from './routing.ts'

/** A topic that is less likely by a model is not put on a case before a person said so. */
const SURE_TOPIC = 0.8

/** @param model of the region's own messages; undefined where there is none. */
export function routeMessage(region: Region, input: RoutingInput, model?: Model): Routing {
  const routing = decided(region, input, model)
  const because = [...ownerOf(region, input).flatMap((owner) => owner.because), ...routing.because]
  return { ...routing, because }
}

function decided(region: Region, input: RoutingInput, model: Model | undefined): Routing {
  const reading = readMessage(region, input)
  const ruled = routeByRules(region, input, reading)
  if (givenTopic(region, input) || reading.place.state === 'outside') return ruled
  const message = { region, input, reading }
  const found = model && finderOf(model)(message)
  const answers = answersOf(region, findByRules(message), found)
  if (!model || !found) return isAuto(region, ruled) ? ruled : waiting(ruled, answers, input)
  const sure = sureAnswer(region, model, answers)
  if (sure && modeOf(region, sure.ways[0]!.topic.value) === 'auto') return routedTo(sure, ruled, input, model)
  return learned(region, waiting(ruled, answers, input, model), found.topic[0], input, model)
}

function isAuto(region: Region, { outcome, topic }: Routing): boolean {
  return outcome === 'triage' || modeOf(region, topic) === 'auto'
}

type Triage = Extract<Routing, { outcome: 'triage' }>

/** What rules would have decided waits for a person, with whom it may go to. */
function waiting(ruled: Routing, answers: readonly Answer[], { text }: RoutingInput, model?: Model): Triage {
  const suggestions = suggestionsOf(answers, text, model)
  const beside = suggestions.length > 0 ? { suggestions, ...(model && { model: model.version }) } : {}
  if (ruled.outcome === 'triage') return { ...ruled, ...beside }
  const { topic, municipality, because } = ruled
  return {
    outcome: 'triage',
    topic,
    municipality,
    why: 'unsure',
    because: because.filter(({ step }) => step !== 'rule'),
    ...beside,
  }
}

/**
 * A topic stands on the case where the model is sure of it, or finds what the key words do; a weighty one wherever either finds it, so that people
 * hear of an emergency at once, and no mail carries the text of a sensitive topic.
 */
function learned(
  region: Region,
  triage: Triage,
  best: Found | undefined,
  { text }: RoutingInput,
  model: Model,
): Triage {
  if (!best) return triage
  const because = [...triage.because, ...wordReasons(model, text, best.value)]
  const isSure = best.probability >= SURE_TOPIC || best.value === triage.topic
  const weighty = [triage.topic, best.value].find((topic) => isWeighty(region, topic))
  return { ...triage, topic: isSure ? best.value : weighty, because }
}

function isWeighty(region: Region, topic: string | undefined): boolean {
  return region.topics.some(
    ({ id, sensitive, important, emergency }) => id === topic && (sensitive || important || emergency),
  )
}

function routedTo({ organisation, ways }: Answer, ruled: Routing, { text }: RoutingInput, model: Model): Routing {
  const topic = ways[0]!.topic.value
  const place = ruled.because.filter(({ about }) => about === 'municipality')
  const learnt: Reason = { step: 'model', about: 'organisation', value: organisation, found: '' }
  const because = [...place, ...wordReasons(model, text, topic), learnt]
  const { municipality } = ruled
  return { outcome: 'routed', topic, municipality, organisation, because, model: model.version }
}

function wordReasons(model: Model, text: string, topic: string): Reason[] {
  return learnedWords(model, text, topic).map((found) => ({ step: 'model', about: 'topic', value: topic, found }))
}
