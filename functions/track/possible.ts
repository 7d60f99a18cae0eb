// Lists what a citizen can do now. Called by the page and the handler.
import { firstMessage } from '../case/case-file.ts'
import { passing, type LinkVisit } from '../web/visit.ts'
import { asksForChoice } from '../web/asks-for-choice.ts'

const by = { role: 'citizen' } as const

export interface Possible {
  /** Say what is missing to route it. */
  readonly missing: boolean
  readonly clarify: boolean
  readonly rate: boolean
  /** Send it back to work, together with a rating or alone. */
  readonly reopen: boolean
  readonly add: boolean
  readonly withdraw: boolean
  readonly erase: boolean
  /** Of whoever left no address, or a dead one. */
  readonly address: boolean
}

export function possibleFor(visit: LinkVisit): Possible {
  const { region } = visit
  const { missing } = visit.file.state
  const topic = missing?.topic?.[0] ?? region.topics[0]?.id
  const possible = passing(visit, {
    missing: { type: 'Supply', by, messageId: '?', ...(topic && { topic }) },
    clarify: { type: 'Clarify', by, messageId: '?' },
    rate: { type: 'Rate', by, solved: false, reopen: false },
    reopen: { type: 'Reopen', by, messageId: '?' },
    add: { type: 'AddWords', by, messageId: '?' },
    withdraw: { type: 'Withdraw', by },
    erase: { type: 'RequestErasure', by },
    address: { type: 'LeaveAddress', by },
  })
  const can = (act: keyof Possible) => possible.includes(act)
  return {
    missing: can('missing'),
    clarify: can('clarify'),
    rate: can('rate'),
    reopen: can('reopen'),
    add: can('add'),
    withdraw: can('withdraw'),
    erase: can('erase') && !visit.file.state.erasedAt,
    address: can('address') && firstMessage(visit.file) !== undefined,
  }
}

const ROUTED_WITHIN_MS = 10_000

/** Just sent, or told what was missing: routing is about to say who answers, or what to ask. */
export function isUnderWay({ request: { query, at }, file: { state } }: LinkVisit): boolean {
  const isFresh = Date.parse(at) - Date.parse(state.updatedAt) < ROUTED_WITHIN_MS
  return state.status === 'routing' && isFresh && (query['done'] === 'registered' || query['done'] === 'missing')
}

/** What a button of the answer's mail chose for the citizen: they still say that it is their answer, as a machine may press it too. */
export function choiceOfMail({ request: { query } }: LinkVisit): 'yes' | 'return' | undefined {
  if (query['do'] === 'solved') return 'yes'
  return query['do'] === 'unsolved' ? 'return' : undefined
}

/** The forms on the page: with a rating, sending it back is a part of that form. */
export function formsOn(visit: LinkVisit): (keyof Possible)[] {
  if (asksForChoice(visit)) return []
  const { missing, clarify, rate, reopen, add, withdraw, erase, address } = possibleFor(visit)
  return [
    ...(missing ? (['missing'] as const) : []),
    ...(clarify ? (['clarify'] as const) : []),
    ...(rate ? (['rate'] as const) : []),
    ...(reopen && !rate ? (['reopen'] as const) : []),
    ...(address ? (['address'] as const) : []),
    ...(add ? (['add'] as const) : []),
    ...(withdraw ? (['withdraw'] as const) : []),
    ...(erase ? (['erase'] as const) : []),
  ]
}
