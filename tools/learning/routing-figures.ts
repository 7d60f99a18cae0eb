// What routing would make of labelled messages by their texts alone, with a model and without: given away, to the right ones, and what of those
// that wait stands among the ready choices. Called by npm run evaluate.
import type { Model } from '../../functions/model/model.ts'
import { routeMessage } from '../../functions/routing/route-message.ts'
import type { Region } from '../../regions/schema.ts'

export interface Answered {
  readonly text: string
  /** Who answered, and the topic that its label means, by their ids; undefined where the region has none such. */
  readonly organisation: string | undefined
  readonly topic: string | undefined
}

export interface RoutingFigures {
  readonly rows: number
  /** Given to an organisation without a person, and of these to the one that answered. */
  readonly routed: number
  readonly right: number
  readonly waits: number
  /** Of those that wait: the organisation, the topic, both in one are among the ready choices. */
  readonly organisationOffered: number
  readonly topicOffered: number
  readonly bothOffered: number
  /** The first choice was chosen beforehand, and was right in both. */
  readonly chosen: number
  readonly chosenRight: number
}

/** Above it the first choice is chosen beforehand (functions/web/desk/candidates.ts). */
const CHOSEN_BEFOREHAND = 0.8

/** Every group of topics on "auto", whatever the region's file says. */
export function routingFigures(region: Region, rows: readonly Answered[], model?: Model): RoutingFigures {
  const bold: Region = { ...region, routing: { ...region.routing, modes: { '*': 'auto' } } }
  const made = rows.map((row) => ({ row, routing: routeMessage(bold, { text: row.text, date: '' }, model) }))
  const routed = made.filter(({ routing }) => routing.outcome === 'routed')
  const waiting = made.flatMap(({ row, routing }) => {
    if (routing.outcome === 'routed') return []
    const choices = (routing.suggestions ?? []).map(({ topic, organisation, sure = 0 }) => {
      return { organisation: organisation === row.organisation, topic: topic === row.topic, sure }
    })
    return [{ choices, first: choices[0] }]
  })
  const chosen = waiting.filter(({ first }) => first && first.sure > CHOSEN_BEFOREHAND)
  const offered = (is: (choice: (typeof waiting)[number]['choices'][number]) => boolean) =>
    waiting.filter(({ choices }) => choices.some(is)).length
  return {
    rows: rows.length,
    routed: routed.length,
    right: routed.filter(({ row, routing }) => 'organisation' in routing && routing.organisation === row.organisation)
      .length,
    waits: waiting.length,
    organisationOffered: offered(({ organisation }) => organisation),
    topicOffered: offered(({ topic }) => topic),
    bothOffered: offered(({ topic, organisation }) => topic && organisation),
    chosen: chosen.length,
    chosenRight: chosen.filter(({ first }) => first!.organisation && first!.topic).length,
  }
}

export function routingLines(name: string, figures: RoutingFigures): string[] {
  const { rows, routed, right, waits, organisationOffered, topicOffered, bothOffered, chosen, chosenRight } = figures
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
  return [
    `Routing by text alone, ${name}: ${rows} messages of which it is known who answered`,
    `  given away without a person ${percent(routed, rows)} (${routed}), of these to the one that answered ${percent(right, routed)} (${right})`,
    `  waits for a person ${percent(waits, rows)} (${waits}); among the ready choices the organisation ${percent(organisationOffered, waits)}, the topic ${percent(topicOffered, waits)}, both ${percent(bothOffered, waits)}`,
    `  the first choice was chosen beforehand for ${chosen}, both right in ${chosenRight}`,
  ]
}
