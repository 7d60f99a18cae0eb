// Which comments a page shows, as its address says; and which of them a form means, as its fields say. Called by show.tsx and screen.ts.
import { screenings, type Comment, type Screening } from '../case/comment.ts'
import type { Fields } from '../web/forms.ts'

export interface Asked {
  readonly channel?: string
  readonly on?: string
  readonly order: 'oldest' | 'newest'
  /** The place after which the page begins. */
  readonly after?: string
}

export const MOST_SHOWN = 20

/** What is not understood is not asked. */
export function askedIn(query: Readonly<Record<string, string | undefined>>): Asked {
  const { channel, on, order, after } = query
  return {
    ...(channel && { channel }),
    ...(on && { on }),
    order: order === 'newest' ? 'newest' : 'oldest',
    ...(after && { after }),
  }
}

export function searchOf({ channel, on, order, after }: Asked): string {
  const said = {
    ...(channel && { channel }),
    ...(on && { on }),
    ...(order === 'newest' && { order }),
    ...(after && { after }),
  }
  const search = new URLSearchParams(said).toString()
  return search && `?${search}`
}

/** A comment as a page showed it. */
export interface Ref {
  readonly channel: string
  readonly on: string
  readonly name: string
  readonly rev: number
}

export function refOf({ channel, thread, name, rev }: Comment): string {
  return JSON.stringify([channel, thread.on, name, rev])
}

/** What a form asks: of one comment, whose button was pressed, or of those that are ticked. */
export interface Order {
  readonly as: Screening | 'add'
  readonly refs: readonly Ref[]
}

/** Undefined where a form is none of ours. */
export function orderIn(fields: Fields): Order | undefined {
  const [, what, only] = /^(problem|thanks|spam|off topic|add)(?:\.(\d{1,2}))?$/.exec(fields['do'] ?? '') ?? []
  const as = [...screenings, 'add' as const].find((one) => one === what)
  if (!as) return undefined
  const names = Array.from({ length: MOST_SHOWN }, (_, index) => String(index))
  const meant = only === undefined ? names.filter((name) => fields[`tick-${name}`]) : [only]
  const refs = meant.flatMap((name) => refIn(fields[`ref-${name}`]) ?? [])
  return refs.length < meant.length ? undefined : { as, refs }
}

function refIn(text = ''): Ref | undefined {
  try {
    const [channel, on, name, rev] = JSON.parse(text) as unknown[]
    const isWhole = [channel, on, name].every((one) => typeof one === 'string') && Number.isInteger(rev)
    return isWhole ? { channel: String(channel), on: String(on), name: String(name), rev: Number(rev) } : undefined
  } catch {
    return undefined
  }
}

/** What came of a form, where it did not do what it asks. */
export interface Came {
  readonly wrong?: string
  /** The field that it is about. */
  readonly field?: string
  /** What others made of comments meanwhile; undefined of what is gone. */
  readonly others?: readonly (Comment | undefined)[]
}
