// A visit to a page of a case: who came, and what they sent. Made by link-page.tsx of whoever has a link, by console of whoever is signed
// in; read by the pages.
import type { Region } from '../../regions/schema.ts'
import type { Unshown } from '../case/commands.ts'
import { decide } from '../case/decide.ts'
import { givenNow } from '../case/permissions.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { LinkHolder } from '../case/link-holder.ts'
import type { Link } from '../case/notices/link.ts'
import type { Request } from '../edge/http.ts'
import type { Fields, FormErrors } from './forms.ts'

export interface Visit extends LinkHolder {
  readonly file: CaseFile
  readonly request: Request
  readonly region: Region
  /** The id of the command that the page's forms will give. */
  readonly nonce: string
  /** What was typed, shown again in the forms, and what is wrong with it. */
  readonly fields: Fields
  readonly errors: FormErrors
  /** Texts that were typed into a form that is not on the page any more: shown to be copied. */
  readonly unsent: readonly string[]
  /** How many events the page had seen on which the form was filled in; what came later is said. */
  readonly seen?: number
}

/** A visit to a page behind a link. */
export interface LinkVisit extends Visit {
  readonly link: Link
}

/** Why the decider would refuse a command, given on the page as it stands; undefined when it would pass. */
export function refusalOf({ file, region, request }: Visit, command: Unshown) {
  const decision = decide(file.state, givenNow(file.state, command), request.at, region)
  return 'refused' in decision ? decision.refused : undefined
}

/** Which of a page's acts the decider would let pass now: nothing is offered that it would refuse. */
export function passing<Act extends string>(visit: Visit, trials: Readonly<Record<Act, Unshown>>): Act[] {
  return (Object.keys(trials) as Act[]).filter((act) => refusalOf(visit, trials[act]) === undefined)
}
