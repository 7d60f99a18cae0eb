// Begins the session of whoever proved that a mail of ours reached them. Called by enter.tsx and link.tsx.
import { staffMember } from '../case/staff.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import type { Reply, Request } from '../edge/http.ts'
import { useSignIn } from '../store/sign-ins.ts'
import { begin, type Sought } from '../web/signing-in/begin.tsx'

/** @param wish the hash of the wish for which a mail went to this contact @returns undefined where the wish is used or over, or the contact left the directory */
export async function beginByMail(
  request: Request,
  wish: string,
  contact: string,
  { to, kept }: Sought,
): Promise<Reply | undefined> {
  const staff = staffMember(deployedRegion(), contact)
  return (
    staff &&
    begin(request, staff, {
      by: 'mail',
      to,
      kept,
      store: (session) => useSignIn(environment('TABLE_NAME'), wish, session),
    })
  )
}
