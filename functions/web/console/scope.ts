// Whose cases somebody sees in the console: all, those of organisations that they supervise, those of their municipality. Asked for every
// list, every count and every case.
import type { Staff } from '../../case/staff.ts'

export interface Scope {
  readonly organisations: readonly string[]
  readonly municipalities: readonly string[]
}

interface Placed {
  readonly organisation?: string | undefined
  readonly municipality?: string | undefined
}

/** "all": the control centre, and whoever sees numbers only. */
export function scopeOf({ roles, organisations, municipalities }: Staff): Scope | 'all' {
  return roles.some((role) => role === 'operator' || role === 'moderator' || role === 'analyst')
    ? 'all'
    : { organisations, municipalities }
}

export function isInScope(scope: Scope | 'all', { organisation, municipality }: Placed): boolean {
  if (scope === 'all') return true
  return (
    (organisation !== undefined && scope.organisations.includes(organisation)) ||
    (municipality !== undefined && scope.municipalities.includes(municipality))
  )
}
