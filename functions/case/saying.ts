// What an answer says of the problem in one word, and what follows from it. Called by the stages, evolve and the faces.
import type { AnswerKind, AnswerSort, AnySaying } from './case.ts'

/** A promise is to be kept and told of again; everything else ends the work. */
export function kindOf(sort: AnswerSort | undefined): AnswerKind {
  return sort === 'promised' ? 'interim' : 'final'
}

/** What an answer says, without the answer; nothing of one from before. */
export function saidIn({ sort, promisedFor }: AnySaying): AnySaying {
  return { ...(sort && { sort }), ...(promisedFor && { promisedFor }) }
}
