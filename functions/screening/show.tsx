// The list of comments that nobody has screened yet, with what is being done about one, and what became of the others. Called by the routes and by screen.ts.
import { randomBytes } from 'node:crypto'
import { plusDays } from '../calendar/dates.ts'
import { letters } from '../case/ids.ts'
import { environment } from '../edge/environment.ts'
import { html, type Reply } from '../edge/http.ts'
import { pause } from '../edge/pause.ts'
import { Problem } from '../edge/problem.ts'
import { casesUnder, commentDays, commentsOf, waitingComments } from '../store/listed-comments.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { document } from '../web/layout.tsx'
import { askedIn, type Came, pageOf } from './asked.ts'
import { CommentsPage } from './comments-page.tsx'

const FIGURE_DAYS = 30

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
  const [all, days] = await Promise.all([waitingComments(tableName), commentDays(tableName, from)])
  const { listed, meant, next } = pageOf(all, asked)
  const shown = await commentsOf(tableName, listed, request.at, pause)
  const threads = new Map(
    shown.map(({ comment: { channel, thread } }) => [`${channel} ${thread.on}`, { channel, on: thread.on }]),
  )
  const cases = new Map(
    await Promise.all(
      [...threads].map(
        async ([name, { channel, on }]) => [name, await casesUnder(tableName, channel, on, request.at)] as const,
      ),
    ),
  )
  const isSentAgain = status !== 200 && /^[0-9A-Z]{16}$/.test(fields['nonce'] ?? '') && came.others === undefined
  const nonce = isSentAgain ? fields['nonce']! : letters(16, randomBytes)
  const page = { visit, asked, all, meant, shown, cases, days, came, nonce, ...(next && { next }) }
  return html(status, document(<CommentsPage {...page} figureDays={FIGURE_DAYS} />))
}
