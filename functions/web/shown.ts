// What a form carries of the page it stands on, as hidden fields, and puts into its command: the decider refuses a command
// that was given on a page out of date. Written by CommandForm, read by the skeleton of pages.
import * as z from 'zod/mini'
import type { Case } from '../case/case.ts'
import type { Command, CommandType, Shown, Unshown } from '../case/commands.ts'
import { permissions, shownOf } from '../case/permissions.ts'
import type { Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import type { Fields } from './forms.ts'
import { words } from './words/words.ts'

const count = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number))
const instant = z.iso.datetime()
const shapes: Readonly<Record<keyof Shown | 'seen', z.ZodMiniType>> = {
  assignment: count,
  round: count,
  seen: count,
  version: count,
  draftAt: instant,
  questionAt: instant,
  askedAt: instant,
  requestAt: instant,
  disownedAt: instant,
  topicWas: z.string().check(z.regex(/^[a-z0-9.-]{1,80}$/)),
  from: z.string().check(z.regex(/^[\w-]{1,40}$/)),
}

/** The hidden fields of a form that gives a command; `seen` is how many events the page knows. */
export function hiddenFields(state: Case, type: CommandType): [name: string, value: string][] {
  const { shows } = permissions[type]
  const shown = shows === 'nothing' ? undefined : shownOf(state)[shows]
  return [['seen', String(state.version)], ...(shown === undefined ? [] : [[shows, String(shown)] as [string, string]])]
}

/** The command with what its page showed. @throws Problem 400 when the form does not say so properly. */
export function withShown(command: Unshown, fields: Fields, request: Request): Command {
  const { shows } = permissions[command.type]
  return { ...command, ...(shows !== 'nothing' && { [shows]: read(shows, fields, request) }) } as Command
}

/** How many events of the case the page showed. @throws Problem 400 when the form does not say so properly. */
export function seenBy(fields: Fields, request: Request): number {
  return read('seen', fields, request) as number
}

function read(name: keyof typeof shapes, fields: Fields, request: Request): unknown {
  const { success, data } = z.safeParse(shapes[name], fields[name])
  if (!success) throw new Problem(400, 'form-broken', words[request.language].formBroken)
  return data
}
