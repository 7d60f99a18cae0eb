// The pages behind a moderator's and an operator's mail: check an answer, find whose a case is, decide on more time.
import { randomBytes } from 'node:crypto'
import { letters } from '../case/ids.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { html, http, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { findLink } from '../links/links.ts'
import { loadCaseFile } from '../store/load.ts'
import { document } from '../web/layout.tsx'
import { problemPage } from '../web/problem-page.tsx'
import { act } from './act.ts'
import { ReviewPage, type ReviewVisit } from './review-page.tsx'

export const handler = http(review, problemPage)

async function review(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const link = await findLink(tableName, request.params['token'] ?? '')
  const valid = link && (link.purpose === 'review' || link.purpose === 'triage') && link.expiresAt > request.at
  const file = valid ? await loadCaseFile(tableName, link.caseId) : undefined
  if (!valid || !file) throw new Problem(404, 'link-unknown', '')
  const visit: ReviewVisit = {
    request,
    link,
    file,
    region: deployedRegion(),
    nonce: letters(16, randomBytes),
    errors: {},
    fields: {},
  }
  if (request.method !== 'POST') return html(200, document(<ReviewPage {...visit} />))
  const acted = await act(visit, tableName)
  return 'reply' in acted
    ? acted.reply
    : html(acted.status, document(<ReviewPage {...visit} errors={acted.errors} fields={acted.fields} />))
}
