// Copies of objects with fewer fields. Called by evolve.
/** A copy without some fields. */
export function without<T extends object, K extends keyof T>(from: T, ...names: K[]): T {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name as K))) as T
}

/** A copy without the fields that are undefined: a stored state has none. */
export function dropUndefined<T extends object>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
