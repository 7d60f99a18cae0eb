// What an act of the console is: its form, how the form is read, and whether what it comes to is shown before it is done. Each is a file
// of its own; registry.ts names them all.
import { createHash } from 'node:crypto'
import type { Child, FC } from 'hono/jsx'
import type { CommandType } from '../case/commands.ts'
import { permissions } from '../case/permissions.ts'
import type { Parsed } from '../web/case-form.tsx'
import type { ActName } from '../web/console/acts.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import type { Fields } from '../web/forms.ts'
import type { Visit } from '../web/visit.ts'

export interface Act {
  readonly name: ActName
  readonly gives: CommandType
  readonly Fields: FC<Visit>
  readonly parse: (visit: Visit) => Parsed | Promise<Parsed>
  /** Those that words are written in. */
  readonly texts: readonly string[]
  /** Those that the address of the page may have filled in. */
  readonly prefilled?: readonly string[]
  /** What it comes to is shown before it is done. */
  readonly isPreviewed: boolean
  /** The case waits for the same decision after it: a list that is worked through in turn stays with it. */
  readonly stays?: true
  /** What else its page shows, above the form. */
  readonly beside?: (visit: Visit, at: ConsoleVisit) => Promise<Child>
  /** What people are told by an act on several cases, where it is no mail. @param others the other cases, by number */
  readonly tells?: (visit: Visit, others: readonly string[]) => readonly string[]
}

/** The hidden field that says of which values somebody was shown what they come to. */
export const PREVIEWED = 'previewed'
/** Of the form itself, not of what was chosen in it. */
const besides: readonly string[] = ['nonce', 'token', 'action', 'seen', PREVIEWED, 'resumed']

/** Names what was chosen in a form: changed afterwards, it is shown anew before it is done. */
export function choiceOf({ gives }: Pick<Act, 'gives'>, fields: Fields): string {
  const own = [...besides, permissions[gives].shows]
  const chosen = Object.entries(fields).filter(([name, value]) => value && !own.includes(name))
  return createHash('sha256').update(JSON.stringify(chosen.toSorted())).digest('base64url').slice(0, 16)
}

/** Reads the form of an act; what is to be looked at first comes again with what it would come to. */
export async function parseAct(act: Act, visit: Visit): Promise<Parsed> {
  const parsed = await act.parse(visit)
  if (!('command' in parsed) || !act.isPreviewed) return parsed
  return visit.fields[PREVIEWED] === choiceOf(act, visit.fields) ? parsed : { look: true }
}
