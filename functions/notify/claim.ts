// The first step of a delivery: a notice that may go now is claimed, one that may not is kept. Called by deliver.
import { deployedRegion, environment } from '../edge/environment.ts'
import { count } from '../edge/log.ts'
import type { LetterInput } from '../mail/letter-input.ts'
import { issueLink, pathOf } from '../links/links.ts'
import { linkItem } from '../store/links.ts'
import { claimNotice, keepNotice } from '../store/notices.ts'
import { type Effects, type PendingNotice, recordOf, waitOf } from './pending-notice.ts'

export interface Claimed {
  readonly owed: PendingNotice
  readonly linkUrl: string
  /** Of a notice that brings a code: the code, and until when it holds (ISO, UTC). */
  readonly code?: LetterInput['code']
}

/** Claims a notice, with the link it carries. @returns undefined when somebody else is sending it now. */
export async function claim(owed: PendingNotice, { now, random }: Effects): Promise<Claimed | undefined> {
  const { file, seq, notice } = owed
  const { state } = file
  const at = now()
  const { secret, hash, link } = issueLink(state, notice.link, notice.recipient, at, random)
  const known = recordOf(owed)
  const claimed = await claimNotice({
    tableName: environment('TABLE_NAME'),
    caseId: state.id,
    seq,
    notice,
    at,
    link: linkItem(hash, { ...link, mailed: true }),
    attempts: (known?.attempts ?? 0) + 1,
    refusals: known?.refusals ?? 0,
    ...(known?.parts !== undefined && { parts: known.parts }),
  })
  if (!claimed) return undefined
  if (known?.status === 'claimed')
    count('NoticeRepeated', 1, deployedRegion(), { caseId: state.id, seq, kind: notice.kind })
  return { owed, linkUrl: `${environment('PUBLIC_URL')}${pathOf[notice.link]}${secret}` }
}

/** Keeps a notice that may not go now. @returns whether it has to wait. */
export async function deferIfQuiet(owed: PendingNotice, { now }: Effects): Promise<boolean> {
  const at = now()
  const until = waitOf(deployedRegion(), owed, at)
  if (!until) return false
  await keep(owed, at, until, recordOf(owed))
  return true
}

/** Keeps a notice until an instant (ISO, UTC), with what its tries came to so far. */
export async function keep(
  { file, seq, notice }: PendingNotice,
  at: string,
  until: string,
  {
    attempts = 0,
    refusals = 0,
    parts,
  }: { readonly attempts?: number; readonly refusals?: number; readonly parts?: number } = {},
): Promise<void> {
  const tableName = environment('TABLE_NAME')
  const tried = { attempts, refusals, ...(parts !== undefined && { parts }) }
  await keepNotice({ tableName, caseId: file.state.id, seq, notice, at, until, ...tried })
}
