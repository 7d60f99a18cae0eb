// The list of comments that nobody has screened yet, with what is being done about one, and what became of the others. Called by the routes and by screen.ts.
import { randomBytes } from 'node:crypto'
import { plusDays } from '../calendar/dates.ts'
import { letters } from '../case/ids.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { pause } from '../edge/pause.ts'
import { Problem } from '../edge/problem.ts'
import { WAITING_DAYS } from '../store/comments.ts'
import { commentDays, commentsOf, waitingBefore, waitingPage } from '../store/listed-comments.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { askedIn, type Came, MOST_SHOWN } from './asked.ts'
import { CommentsPage } from './comments-page.tsx'

const FIGURE_DAYS = 30
/** What waits for longer is about to be deleted (days). */
const SOON_DAYS = WAITING_DAYS - 3
const DAY_MS = 86_400_000

export function showComments(visit: ConsoleVisit): Promise<Reply> {
  return commentsPage(visit, 200)
}

/** @throws Problem 404 where no page of the region has comments */
export async function commentsPage(visit: ConsoleVisit, status: number, came: Came = {}): Promise<Reply> {
  const { region, request, fields } = visit
  const tableName = environment('TABLE_NAME')
  if (!region.channels.some(({ comments }) => comments)) throw new Problem(404, 'no-such-page', '')
  const asked = askedIn(request.query)
  const from = plusDays(request.at.slice(0, 10), -FIGURE_DAYS)
  const soon = new Date(Date.parse(request.at) - SOON_DAYS * DAY_MS).toISOString()
  const [{ listed, next }, ending, days] = await Promise.all([
    waitingPage(tableName, { ...asked, most: MOST_SHOWN }),
    waitingBefore(tableName, soon),
    commentDays(tableName, from),
  ])
  const shown = await commentsOf(tableName, listed, request.at, pause)
  const isSentAgain = status !== 200 && /^[0-9A-Z]{16}$/.test(fields['nonce'] ?? '') && came.others === undefined
  const nonce = isSentAgain ? fields['nonce']! : letters(16, randomBytes)
  const page = { visit, asked, ending, shown, days, came, nonce, ...(next && { next }) }
  return html(status, document(<CommentsPage {...page} figureDays={FIGURE_DAYS} />))
}
