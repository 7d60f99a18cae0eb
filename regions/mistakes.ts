// What a check of a region's file says, and how checks look at lists. Used by the checks.
export interface Mistake {
  readonly path: string
  readonly message: string
}

export function each<Entry>(list: readonly Entry[], path: string, look: (entry: Entry, path: string) => Mistake[]) {
  return list.flatMap((entry, i) => look(entry, `${path}[${i}]`))
}

export function expect(fine: boolean, path: string, message: string): Mistake[] {
  return fine ? [] : [{ path, message }]
}

export function unknown(what: string, id: string) {
  return `there is no ${what} "${id}": add it or correct the id`
}

export function groupOf(topic: string) {
  return topic.split('.')[0]!
}
