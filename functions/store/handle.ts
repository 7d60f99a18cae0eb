// Load, decide, append; decide again when somebody else was faster. A command with an id changes something once,
// however often it comes. Called by every page and consumer that gives commands.
import type { Case } from '../case/case.ts'
import type { StoredCase } from '../case/case-file.ts'
import type { CaseEvent } from '../case/events.ts'
import type { Command, RefusalCode } from '../case/commands.ts'
import { decide } from '../case/decide.ts'
import { evolve } from '../case/evolve.ts'
import type { Region } from '../../regions/schema.ts'
import { appendTogether } from './append.ts'
import { erasingWrites } from './erasing.ts'
import { publishingWrites } from './publishing.ts'
import { textDaysOf } from './expiry.ts'
import { loadCase } from './load.ts'
import { isCarriedOut } from './receipts.ts'
import type { CaseWrite, Item } from './writes.ts'

const ATTEMPTS = 5

export type Handled =
  | { readonly outcome: 'done'; readonly state: Case; readonly events: readonly CaseEvent[] }
  | { readonly outcome: 'repeated'; readonly state: Case }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly state?: Case }

/** As `Handled`, for each case in the order given; a refusal names its case. */
export type HandledTogether =
  | {
      readonly outcome: 'done'
      readonly states: readonly Case[]
      readonly events: readonly (readonly CaseEvent[])[]
    }
  | { readonly outcome: 'repeated'; readonly states: readonly Case[] }
  | { readonly outcome: 'refused'; readonly caseId: string; readonly code: RefusalCode; readonly state?: Case }

/** A command to one case. */
export interface Given {
  readonly caseId: string
  readonly command: Command
  readonly items?: readonly Item[]
  /** Items that are written with the events, whatever stood in their place. */
  readonly replaces?: readonly Item[]
  /** What else changes with the case, and only with it; where it may not, the case does not change either (`repeated`). */
  readonly beside?: readonly CaseWrite[]
  /** The case as it was read a moment ago. Where somebody was faster since, it is read again. */
  readonly looked?: StoredCase
}

export interface Giving {
  readonly tableName: string
  readonly region: Region
  /** The instant of the decision (ISO, UTC). */
  readonly at: string
  readonly commandId?: string
}

export type Handling = Given & Giving

/**
 * Gives a command to a case. A command that changes nothing leaves no receipt: it may come again.
 * @throws Error when writers kept colliding, so that a queue delivers it again.
 * @example
 * const handled = await handle({ tableName, region, caseId, command: { type: 'Accept', by, assignment }, at, commandId: nonce })
 * if (handled.outcome === 'refused') return page(409, words.refusals[handled.code])
 */
export async function handle({
  caseId,
  command,
  items,
  replaces,
  beside,
  looked,
  ...giving
}: Handling): Promise<Handled> {
  const more = { ...(items && { items }), ...(replaces && { replaces }), ...(beside && { beside }) }
  const given = { caseId, command, ...more, ...(looked && { looked }) }
  const handled = await handleTogether([given], giving)
  switch (handled.outcome) {
    case 'done':
      return { outcome: 'done', state: handled.states[0]!, events: handled.events[0]! }
    case 'repeated':
      return { outcome: 'repeated', state: handled.states[0]! }
    case 'refused': {
      const { caseId: _, ...refused } = handled
      return refused
    }
  }
}

/**
 * Gives commands to different cases as one act: all are carried out at one instant, or none.
 * @throws Error when writers kept colliding, so that a queue delivers it again.
 * @example
 * const merge = { caseId: child, command: { type: 'Merge', by, into: parent, assignment } }
 * const join = { caseId: parent, command: { type: 'Join', by, child, due } }
 * await handleTogether([merge, join], { tableName, region, at, commandId: nonce })
 */
export async function handleTogether(given: readonly Given[], giving: Giving): Promise<HandledTogether> {
  const { tableName, commandId } = giving
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const loaded = await Promise.all(
      given.map(async ({ caseId, looked }) =>
        attempt === 0 && looked ? looked : loadCase(tableName, caseId, giving.at),
      ),
    )
    const unknown = given.find((_, index) => !loaded[index])
    if (unknown) return { outcome: 'refused', caseId: unknown.caseId, code: 'unknown case' }
    const stored = loaded as StoredCase[]
    const states = stored.map(({ state }) => state)
    if (commandId !== undefined && stored.some((one) => isCarriedOut(one, commandId, giving.at)))
      return { outcome: 'repeated', states }
    const decided = decideAll(given, states, giving)
    if ('refused' in decided) return { outcome: 'refused', ...decided.refused }
    const { events } = decided
    const beside = await Promise.all(
      given.map(async ({ caseId, replaces = [], beside: more = [] }, index) => {
        const replacing = replaces.map((item): CaseWrite => ({
          of: item,
          write: { Put: { TableName: tableName, Item: item } },
        }))
        const puts = [...replacing, ...more]
        const before = states[index]!
        const after = events[index]!.reduce(evolve, before)
        puts.push(...publishingWrites(tableName, giving.region, before, after, giving.at))
        const isErased = events[index]!.some(({ type }) => type === 'erased')
        return isErased ? [...puts, ...(await erasingWrites(tableName, caseId, giving.at))] : puts
      }),
    )
    const changes = given.map(({ items }, index) => ({
      stored: stored[index]!,
      events: events[index]!,
      beside: beside[index]!,
      textDays: textDaysOf(giving.region, states[index]!),
      ...(commandId && { commandId }),
      ...(items && { items }),
    }))
    const appended = await appendTogether(tableName, changes)
    if (appended.outcome === 'done') return { outcome: 'done', states: appended.states, events }
    if (appended.outcome !== 'conflict') return { outcome: 'repeated', states }
  }
  const what = given.map(({ caseId, command }) => `${command.type} of ${caseId}`).join(', ')
  throw new Error(`Others wrote ${ATTEMPTS} times while this was being decided: ${what}.`)
}

type Decided =
  | { readonly events: readonly (readonly CaseEvent[])[] }
  | { readonly refused: { readonly caseId: string; readonly code: RefusalCode; readonly state: Case } }

/** Decides each command by the case as it stands; the first refusal refuses all. */
function decideAll(given: readonly Given[], states: readonly Case[], { at, region }: Giving): Decided {
  // A case's events keep the order of their instants, also when a writer with a later clock was faster.
  const now = [at, ...states.map(({ updatedAt }) => updatedAt)].toSorted().at(-1)!
  const events: (readonly CaseEvent[])[] = []
  for (const [index, { caseId, command }] of given.entries()) {
    const state = states[index]!
    const decision = decide(state, command, now, region)
    if ('refused' in decision) return { refused: { caseId, code: decision.refused, state } }
    events.push(decision.events)
  }
  return { events }
}
