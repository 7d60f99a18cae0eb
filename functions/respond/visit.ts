// A responder at his page: who, which case, and what stands between the two.
import type { Request } from '../edge/http.ts'
import { organisationOf, peopleOf } from '../case/people.ts'
import type { Link } from '../case/notices/link.ts'
import type { Region } from '../../regions/schema.ts'
import type { CaseFile } from '../case/case-file.ts'

export interface Visit {
  readonly request: Request
  readonly link: Link
  readonly file: CaseFile
  readonly region: Region
  readonly tableName: string
  /** The id of the command that the page's form will give. */
  readonly nonce: string
}

/** Why a link no longer acts; undefined while it does. */
export function lapsed({ request, link, file }: Visit): 'expired' | 'superseded' | undefined {
  if (link.assignment !== file.state.assignment) return 'superseded'
  return link.expiresAt <= request.at ? 'expired' : undefined
}

/** Whether the case is still a matter of the organisation of whoever holds the link. */
export function isInvolved({ link, file, region }: Visit): boolean {
  const organisation = organisationOf(region, file.state.organisation)
  return file.state.status !== 'triage' && peopleOf(region, organisation).some((person) => person.id === link.recipient)
}
