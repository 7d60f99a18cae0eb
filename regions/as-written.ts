// Says of a mistake where people have written what is wrong, instead of where it stands in the whole region. Called by load.ts.
import type { Mistake } from './mistakes.ts'

const entry = /\b([a-zA-Z]+\[\d+\])(\.(?:responder|deputy|supervisor|head)\b)?(\.)?/g

/** @param places of entries and of their people, e.g. "people.csv line 4" of "organisations[1].deputy" */
export function asWritten({ path, message }: Mistake, places: ReadonlyMap<string, string>): Mistake {
  const place = (found: string, whole: string, post = '', goesOn = '') => {
    const person = places.get(`${whole}${post}`)
    const other = places.get(whole)
    const more = goesOn && ', '
    if (person) return `${person}${more}`
    return other ? `${other}, ${post.slice(1)}${more}` : found
  }
  return { path: path.replace(entry, place), message: message.replace(entry, place) }
}
