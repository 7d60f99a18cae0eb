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
  const denied = new Set<Permission>()
  const read: readonly unknown[] = await Promise.all(
    readings.map((reading) =>
      reading.catch((error: unknown) => {
        if (!(error instanceof Denied)) throw error
        for (const permission of error.permissions) denied.add(permission)
        return undefined
      }),
    ),
  )
  if (denied.size > 0) throw new Denied([...denied])
  return read as T
}
