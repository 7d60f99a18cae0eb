// The pages behind a moderator's and an operator's mail: check an answer, find whose a case is, decide on more time.
import { randomBytes } from 'node:crypto'
import { letters } from '../case/ids.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { linkBehind } from '../edge/link.ts'
import { loadCaseFile } from '../store/load.ts'
import { document } from '../web/layout.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { words } from '../web/words/words.ts'
import { act } from './act.ts'
import { ReviewPage } from './review-page.tsx'
import type { ReviewVisit } from './visit.ts'

export const handler = http(review, problemPage)

async function review(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const link = await linkBehind(tableName, request.params['token'] ?? '', request.at)
  if (link?.purpose !== 'review' && link?.purpose !== 'triage') throw new Problem(404, 'link-unknown', '')
  if (link.expiresAt <= request.at)
    throw new Problem(410, 'link-expired', `${words[request.language].number}: ${link.caseId}`)
  const file = await loadCaseFile(tableName, link.caseId, request.at)
  if (!file) throw new Problem(404, 'link-unknown', '')
  const nonce = letters(16, randomBytes)
  const visit: ReviewVisit = { request, link, file, region: deployedRegion(), nonce, errors: {}, fields: {} }
  if (request.method !== 'POST') return html(200, document(<ReviewPage {...visit} />))
  const acted = await act(visit, tableName)
  if ('reply' in acted) return acted.reply
  const { status, state, ...wrong } = acted
  return html(status, document(<ReviewPage {...visit} {...wrong} file={{ ...file, state }} />))
}
