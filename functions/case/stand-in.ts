// Who is written to in the place of a responder: who is away that day, or stands at the organisation no more. Called by the notices.
import type { Region } from '../../regions/schema.ts'
import type { Instant } from '../calendar/instant.ts'
import type { Case } from './case.ts'
import { isAwayOn } from './desk.ts'
import { organisationOf, peopleOf } from './people.ts'

/**
 * The contact who is written to at an instant (UTC): whoever is away gives way to the next in the line of their organisation who is not,
 * whoever left to the responder of today. Where all are away, nobody counts as away.
 */
export function standInOf(
  region: Region,
  { organisation }: Pick<Case, 'organisation'>,
  contact: string,
  at: Instant,
): string {
  const line = peopleOf(region, organisationOf(region, organisation))
  const [today] = line
  const holder = line.find(({ id }) => id === contact) ?? today
  if (!holder) return contact
  const isAway = isAwayOn(region, at)
  const there = isAway(holder) ? line.slice(line.indexOf(holder) + 1).find((one) => !isAway(one)) : holder
  return (there ?? holder).id
}
