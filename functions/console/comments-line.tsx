// How many comments wait to be screened, and for how long the oldest has, for those who may screen them. Shown by the console's first page.
import type { FC } from 'hono/jsx'
import { environment } from '../edge/environment.ts'
import { waitingNow } from '../store/listed-comments.ts'
import { may } from '../web/console/rights.ts'
import { type ConsoleVisit, urlOf } from '../web/console/visit.ts'
import { commentsWords } from './comments-words.ts'

const HOUR_MS = 3_600_000

export type WaitingComments = Awaited<ReturnType<typeof waitingNow>>

/** @returns undefined where nobody hears comments, or somebody else screens them */
export async function commentsWaiting({ region, signedIn }: ConsoleVisit): Promise<WaitingComments | undefined> {
  if (!may(signedIn.staff, 'screen comments') || !region.channels.some(({ comments }) => comments)) return undefined
  return waitingNow(environment('TABLE_NAME'))
}

export const CommentsLine: FC<{ visit: ConsoleVisit; waiting: WaitingComments }> = ({ visit, waiting }) => {
  const { request } = visit
  const { count, isWhole, oldest } = waiting
  const text = commentsWords[request.language]
  const age = oldest ? `, ${text.oldest(Math.floor((Date.parse(request.at) - Date.parse(oldest)) / HOUR_MS))}` : ''
  return (
    <tr>
      <th scope="row">
        <a href={urlOf(visit, 'comments')}>{text.comments}</a>
      </th>
      <td class="count">
        {isWhole ? text.count(count) : text.more(count)}
        {age}
      </td>
    </tr>
  )
}
