// How often an operator presses a key until a case has the topic, place and organisation that it should have: by the number of a ready choice, or
// in the lists of the form. Pure. Called by desk.ts; docs/learning.md says what is counted.
import { responsibleFor } from '../../functions/routing/responsible.ts'
import { listOf, topicList } from '../../functions/web/lists.ts'
import type { Region } from '../../regions/schema.ts'

export interface Truth {
  readonly topic: string
  readonly organisation: string
}

/** What the form shows before anybody pressed a key. */
export interface Shown {
  readonly topic?: string
  readonly municipality?: string
  /** The ready choices, the first first. */
  readonly choices: readonly Truth[]
  readonly isFirstChosen: boolean
}

type Lists = ReturnType<typeof listOf>

/** Sends the form. */
const SEND = 1
/** Leads to a list. */
const TO_LIST = 1

/** @returns by the choice that is right, else as though there were none */
export function pressesFor(region: Region, shown: Shown, truth: Truth): number {
  const at = shown.choices.findIndex((one) => one.topic === truth.topic && one.organisation === truth.organisation)
  if (at < 0) return pressesByHand(region, shown, truth)
  return at === 0 && shown.isFirstChosen ? SEND : 1 + SEND
}

/** In the three lists, each only where it does not show what is right already; the organisation is left to the region's routes where these name it. */
export function pressesByHand(region: Region, shown: Pick<Shown, 'topic' | 'municipality'>, truth: Truth): number {
  const language = region.languages[0]!
  const organisation = region.organisations.find(({ id }) => id === truth.organisation)
  const municipality = organisation?.municipality ?? shown.municipality
  const answer = responsibleFor(region, truth.topic, municipality)
  const isByRoutes = 'organisation' in answer && answer.organisation === truth.organisation
  const topics = shown.topic === truth.topic ? 0 : TO_LIST + pressesIn(topicList(region, language), truth.topic)
  const places =
    municipality === undefined || municipality === shown.municipality
      ? 0
      : TO_LIST + pressesIn(listOf(region.municipalities, language), municipality)
  const organisations =
    TO_LIST + (isByRoutes ? 1 : pressesIn(listOf(region.organisations, language), truth.organisation))
  return topics + places + organisations + SEND
}

/**
 * Letters of a name until a list has come to it, or fewer letters and an arrow for each name of the same beginning that stands before it. Browsers go to the
 * first name that begins with what was typed.
 */
function pressesIn(lists: Lists, id: string): number {
  const all = lists.flatMap(({ options }) => options.map(({ value, label }) => ({ value, label: label.toLowerCase() })))
  const at = all.findIndex(({ value }) => value === id)
  const { label } = all[at]!
  const ways = Array.from(label, (_, letters) => {
    const first = all.findIndex((one) => one.label.startsWith(label.slice(0, letters + 1)))
    return letters + 1 + (at - first)
  })
  return Math.min(...ways)
}
