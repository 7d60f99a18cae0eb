// A page of the book: a case as it stood after one of its events. Kept for what is asked later: who had to be told,
// what a person saw who acted on it. Read by the files beside it.
import type { ClockName } from '../../../regions/schema.ts'
import type { Book } from './book.ts'
import { restOf, type Run } from './run.ts'
import type { Standing } from './standing.ts'

export interface Page extends Omit<Standing, 'copy' | 'enter'> {
  readonly clocks: ReadonlyMap<ClockName, Pick<Run, 'start' | 'due' | 'escalations'> & { readonly rests: boolean }>
}

export function pageOf({ standing, runs }: Book): Page {
  const clocks = new Map([...runs].map(([clock, run]) => [clock, { ...run, rests: restOf(run) !== undefined }]))
  return Object.assign(standing.copy(), { clocks })
}
