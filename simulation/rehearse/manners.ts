// Decides how responders are: most prompt, some slow, some silent, one or two pass a case on or ask first. Who is
// silent is chosen so that one case's whole way up the line can be seen. Called by rehearsal.ts.
import { startClock } from '../../functions/case/clocks/move.ts'
import type { Region } from '../../regions/schema.ts'
import type { Chance } from '../world/random.ts'
import type { Message } from './messages.ts'

export type Manner = 'prompt' | 'slow' | 'silent' | 'asks' | 'passes on'
/** How the responder of an organisation deals with a case. */
export type Manners = (caseId: string, organisation: string | undefined) => Manner

const FEW = 6

/** With few organisations a person's manner changes from case to case, so that each is seen. */
export function mannersOf(region: Region, messages: readonly Message[], chance: Chance): Manners {
  const quickest = quickestOf(region, messages)
  const organisations = new Set(messages.map(({ organisation }) => organisation))
  const byCase = organisations.size < FEW
  const keyOf = (one: Message) => (byCase ? one.caseId : one.organisation)
  const others = shuffled([...new Set(messages.map(keyOf))], chance).filter(
    (key) => !quickest || key !== keyOf(quickest),
  )
  const known = new Map<string, Manner>(mannersFor(others.length).map((manner, index) => [others[index]!, manner]))
  if (quickest) known.set(keyOf(quickest), 'silent')
  return (caseId, organisation = '') => known.get(byCase ? caseId : organisation) ?? 'prompt'
}

function mannersFor(count: number): Manner[] {
  const some = (share: number, least: number) => Math.min(count, Math.max(least, Math.round(count * share)))
  const special: [Manner, number][] = [
    ['slow', some(0.15, 1)],
    ['asks', some(0.06, 1)],
    ['passes on', some(0.04, 1)],
    ['silent', some(0.06, 0)],
  ]
  const manners = special.flatMap(([manner, times]) => Array.from({ length: times }, () => manner))
  return Array.from({ length: count }, (_, index) => manners[index] ?? 'prompt')
}

/** Of the messages that come early and go to somebody at once, the one whose answer is due first. */
function quickestOf(region: Region, messages: readonly Message[]): Message | undefined {
  const usual = messages.filter(({ regime, understood }) => understood && regime === 'message')
  const early = usual.slice(0, Math.max(1, Math.ceil(usual.length / 4)))
  const due = (one: Message) => {
    const change = startClock(region, one, 'finalAnswer', new Date(one.at).toISOString())
    return 'to' in change ? change.to.due : ''
  }
  return early.toSorted((one, other) => due(one).localeCompare(due(other)))[0]
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  return all
    .map((one) => [chance.between(0, 1_000_000_000), one] as const)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one)
}
