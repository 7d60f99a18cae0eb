// Turns the secret of a link into who came, to which case, and whether they may act. Called by every page behind a link at
// every request, so that a change of the directory counts at once.
import type { Region } from '../../regions/schema.ts'
import type { CaseFile } from '../case/case-file.ts'
import { type LinkHolder, holderOf, linkTo } from '../case/link-holder.ts'
import { isRevoked } from '../case/disowned.ts'
import type { Link } from '../case/notices/link.ts'
import type { LinkPurpose } from '../case/notices/notice.ts'
import { hashOf, parseSecret } from '../links/token.ts'
import { findLink } from '../store/links.ts'
import { loadCase, loadCaseFile } from '../store/load.ts'

export interface Arrival extends LinkHolder {
  readonly link: Link
  readonly file: CaseFile
}

interface Arriving {
  readonly tableName: string
  readonly region: Region
  /** The secret as it stands in the address. */
  readonly secret: string
  readonly purposes: readonly LinkPurpose[]
  /** Another case than the one that the link came with. */
  readonly caseId?: string | undefined
  /** The instant of the request (ISO, UTC). */
  readonly at: string
}

/** Undefined when nobody issued such a link for these purposes. Expired links are known for 30 days, to be explained. */
export async function actorBehind(arriving: Arriving): Promise<Arrival | undefined> {
  const { tableName, region, secret, purposes, caseId, at } = arriving
  const parsed = parseSecret(secret)
  const came = parsed === undefined ? undefined : await findLink(tableName, hashOf(parsed), at)
  if (!came || !purposes.includes(came.purpose)) return undefined
  if (came.test && caseId !== undefined && caseId !== came.caseId) return undefined
  const file = await loadCaseFile(tableName, caseId ?? came.caseId, at)
  const isAnother = file && caseId !== undefined && caseId !== came.caseId
  const link = isAnother ? linkTo(file, came, region) : came
  if (!file || !link) return undefined
  const holder = holderOf(link, file, region, at)
  const own = isAnother ? await loadCase(tableName, came.caseId, at) : undefined
  return { link, file, ...holder, ...(own && isRevoked(came, own.state) && { lapsed: 'revoked' }) }
}
