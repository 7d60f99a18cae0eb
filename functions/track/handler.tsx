// The citizen's page, behind the link of his mail or of the form. Looking changes nothing.
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
import { TrackPage } from './track-page.tsx'
import type { TrackVisit } from './visit.ts'

export const handler = http(track, problemPage)

async function track(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const link = await linkBehind(tableName, request.params['token'] ?? '', request.at)
  if (link?.purpose !== 'track') throw new Problem(404, 'link-unknown', '')
  if (link.expiresAt <= request.at)
    throw new Problem(410, 'link-expired', `${words[request.language].number}: ${link.caseId}`)
  const file = await loadCaseFile(tableName, link.caseId, request.at)
  if (!file) throw new Problem(404, 'link-unknown', '')
  const nonce = letters(16, randomBytes)
  const visit: TrackVisit = { request, file, region: deployedRegion(), nonce, errors: {}, fields: {} }
  if (request.method !== 'POST') return html(200, document(<TrackPage {...visit} />))
  const acted = await act(visit, tableName)
  if ('reply' in acted) return acted.reply
  const { status, state, ...wrong } = acted
  return html(status, document(<TrackPage {...visit} {...wrong} file={{ ...file, state }} />))
}
