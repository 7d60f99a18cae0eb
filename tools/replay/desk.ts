// What came to the operators' desk of labelled messages, and what it cost them: given away without a person, right or wrong, what stood among the ready
// choices of the others, key presses. Pure: cases in, figures and lines out, never a text. Called by npm run replay --desk.
import type { CaseFile } from '../../functions/case/case-file.ts'
import { candidatesOf, chosenBeforehand } from '../../functions/web/desk/candidates.ts'
import type { Region } from '../../regions/schema.ts'
import { pressesByHand, pressesFor, type Shown, type Truth } from './presses.ts'

/** A case as routing left it. */
export interface DeskCase {
  /** Undefined where the file's labels mean nothing in the region. */
  readonly truth: Partial<Truth>
  /** Whom routing gave it to, and about what; undefined where it waits for a person. */
  readonly routed?: Truth
  readonly shown: Shown
  /** The version of the model that had a part in it. */
  readonly model?: string
}

export interface DeskFigures {
  readonly cases: number
  readonly routed: number
  readonly routedOrganisation: number
  readonly routedTopic: number
  readonly waits: number
  readonly offeredOrganisation: number
  readonly offeredTopic: number
  readonly offeredBoth: number
  readonly chosen: number
  readonly chosenBoth: number
  /** Cases whose label says both topic and organisation: of these presses are counted. */
  readonly judged: number
  readonly byHand: number
  readonly presses: number
}

/** What the desk had of a case, from its events as the table keeps them. */
export function deskCaseOf(region: Region, file: CaseFile, truth: Partial<Truth>): DeskCase {
  const decided = file.events.findLast(
    (event) => event.type === 'triaged' || (event.type === 'assigned' && event.by.role === 'system'),
  )
  const { municipality } = decided && 'municipality' in decided ? decided : {}
  if (decided?.type === 'assigned') {
    const { topic, organisation, label } = decided
    const shown = { topic, ...(municipality && { municipality }), choices: [], isFirstChosen: false }
    return { truth, routed: { topic, organisation }, shown, ...(label?.model && { model: label.model }) }
  }
  const { topic, model } = decided?.type === 'triaged' ? decided : {}
  const choices = candidatesOf({ file, region })
  const isFirstChosen = chosenBeforehand(choices) !== undefined
  const shown = { ...(topic && { topic }), ...(municipality && { municipality }), choices, isFirstChosen }
  return { truth, shown, ...(model && { model }) }
}

export function deskFigures(region: Region, cases: readonly DeskCase[]): DeskFigures {
  const routed = cases.flatMap(({ routed: to, truth }) => (to ? [{ to, truth }] : []))
  const waiting = cases.filter((one) => !one.routed)
  const offered = (is: (choice: Truth, truth: Partial<Truth>) => boolean) =>
    waiting.filter(({ shown, truth }) => shown.choices.some((choice) => is(choice, truth))).length
  const chosen = waiting.filter(({ shown }) => shown.isFirstChosen)
  const judged = cases.flatMap((one) => (isWhole(one.truth) ? [{ ...one, truth: one.truth }] : []))
  const sum = (presses: readonly number[]) => presses.reduce((all, one) => all + one, 0)
  return {
    cases: cases.length,
    routed: routed.length,
    routedOrganisation: routed.filter(({ to, truth }) => isOrganisation(to, truth)).length,
    routedTopic: routed.filter(({ to, truth }) => isTopic(to, truth)).length,
    waits: waiting.length,
    offeredOrganisation: offered(isOrganisation),
    offeredTopic: offered(isTopic),
    offeredBoth: offered(isBoth),
    chosen: chosen.length,
    chosenBoth: chosen.filter(({ shown, truth }) => isBoth(shown.choices[0]!, truth)).length,
    judged: judged.length,
    byHand: sum(judged.map(({ shown, truth }) => pressesByHand(region, withoutTopic(shown), truth))),
    presses: sum(judged.map((one) => pressesOn(region, one))),
  }
}

/** Given away rightly, nobody presses a key; wrongly, somebody does what they would have done by hand, and later. */
function pressesOn(region: Region, { routed, shown, truth }: DeskCase & { readonly truth: Truth }): number {
  if (!routed) return pressesFor(region, shown, truth)
  return isBoth(routed, truth) ? 0 : pressesByHand(region, shown, truth)
}

/** By hand a topic is chosen, too; the place that a message names is known without any model. */
function withoutTopic({ municipality }: Shown): Pick<Shown, 'municipality'> {
  return municipality === undefined ? {} : { municipality }
}

function isWhole(truth: Partial<Truth>): truth is Truth {
  return truth.topic !== undefined && truth.organisation !== undefined
}

function isOrganisation(one: Truth, truth: Partial<Truth>): boolean {
  return one.organisation === truth.organisation
}

function isTopic(one: Truth, truth: Partial<Truth>): boolean {
  return one.topic === truth.topic
}

function isBoth(one: Truth, truth: Partial<Truth>): boolean {
  return isOrganisation(one, truth) && isTopic(one, truth)
}

/** A column for each time that the file was replayed. */
export function deskLines(columns: readonly { readonly name: string; readonly figures: DeskFigures }[]): string[] {
  const part = (some: number, of: number) => `${some} (${of === 0 ? '–' : `${((100 * some) / of).toFixed(1)} %`})`
  const line = (name: string, cell: (figures: DeskFigures) => string) =>
    `  ${name.padEnd(46)}${columns.map(({ figures }) => cell(figures).padStart(18)).join('')}`
  return [
    "On the operators' desk, beside the columns of the file",
    `  ${''.padEnd(46)}${columns.map(({ name }) => name.padStart(18)).join('')}`,
    line('messages', ({ cases }) => String(cases)),
    line('routed without a person', ({ routed, cases }) => part(routed, cases)),
    line('  right organisation', ({ routed, routedOrganisation }) => part(routedOrganisation, routed)),
    line('  right topic', ({ routed, routedTopic }) => part(routedTopic, routed)),
    line('waits for a person', ({ waits, cases }) => part(waits, cases)),
    line('  right organisation among five offered', ({ waits, offeredOrganisation }) =>
      part(offeredOrganisation, waits),
    ),
    line('  right topic among five offered', ({ waits, offeredTopic }) => part(offeredTopic, waits)),
    line('  both in one choice', ({ waits, offeredBoth }) => part(offeredBoth, waits)),
    line('  first one ticked beforehand', ({ waits, chosen }) => part(chosen, waits)),
    line('    right in both', ({ chosen, chosenBoth }) => part(chosenBoth, chosen)),
    line('both known of the label', ({ judged }) => String(judged)),
    line("  operator's key presses, all by hand", ({ byHand }) => String(byHand)),
    line('  as it is', ({ presses }) => String(presses)),
    line('  saved', ({ byHand, presses }) => part(byHand - presses, byHand)),
  ]
}
