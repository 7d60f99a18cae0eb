// Readings that the credentials are not allowed, by the permission that each lacks. Thrown by account.ts, told by checks.ts.
import type { Permission } from './permissions.ts'

export class Denied extends Error {
  readonly permissions: readonly Permission[]

  constructor(permissions: readonly Permission[]) {
    super(`not allowed: ${permissions.join(', ')}`)
    this.permissions = permissions
  }
}

type Readings<T extends readonly unknown[]> = { readonly [Index in keyof T]: Promise<T[Index]> }

/** Waits for all readings. @throws Denied naming every permission that is missing, not only the first. */
export async function all<T extends readonly unknown[]>(...readings: Readings<T>): Promise<T> {
  const read = await Promise.all(readings.map((reading) => reading.catch(whenDenied)))
  const denied = read.flatMap((one) => (one instanceof Denied ? one.permissions : []))
  if (denied.length > 0) throw new Denied([...new Set(denied)])
  return read as unknown as T
}

function whenDenied(error: unknown): Denied {
  if (error instanceof Denied) return error
  throw error
}
