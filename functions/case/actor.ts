// Who did something to a case, and whom a reminder asks. Part of every command and event.
import type { Standing } from '../../regions/schema.ts'

export type Role = 'citizen' | 'responder' | 'moderator' | 'operator' | 'municipal' | 'integrator' | 'system'
/** Who did it; `id` is a contact of the region file or an integrator, never a citizen's name. */
export interface Actor {
  readonly role: Role
  readonly id?: string
}

/** Whose attention a reminder asks for; moderators stand outside the line of the organisation. */
export type Reminded = Standing | 'moderator'
