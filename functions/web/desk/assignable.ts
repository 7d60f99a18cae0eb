// Whom somebody may give a case to. Read by the forms and the ready choices.
import type { Organisation } from '../../../regions/schema.ts'
import { organisationsOf } from '../../case/municipal.ts'
import type { Visit } from '../visit.ts'

/** The organisations that somebody may give the case to: a municipal centre its own. */
export function assignable({ actor, region }: Pick<Visit, 'actor' | 'region'>): readonly Organisation[] {
  return actor.role === 'municipal' ? organisationsOf(region, actor.id) : region.organisations
}
