// The citizen's page, behind the link of his mail or of the form. Looking changes nothing.
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
import { TrackPage, type TrackVisit } from './track-page.tsx'

export const handler = http(track, problemPage)

async function track(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const link = await findLink(tableName, request.params['token'] ?? '')
  const valid = link?.purpose === 'track' && link.expiresAt > request.at
  const file = valid ? await loadCaseFile(tableName, link.caseId) : undefined
  if (!file) throw new Problem(404, 'link-unknown', '')
  const visit: TrackVisit = {
    request,
    file,
    region: deployedRegion(),
    nonce: letters(16, randomBytes),
    errors: {},
    fields: {},
  }
  if (request.method !== 'POST') return html(200, document(<TrackPage {...visit} />))
  const acted = await act(visit, tableName)
  return 'reply' in acted
    ? acted.reply
    : html(acted.status, document(<TrackPage {...visit} errors={acted.errors} fields={acted.fields} />))
}
