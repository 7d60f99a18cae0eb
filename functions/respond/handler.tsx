// The page behind a responder's mail. Looking changes nothing; acting takes a choice and acts once.
import { randomBytes } from 'node:crypto'
import { letters } from '../case/ids.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import { http, type Reply, type Request } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { linkBehind } from '../edge/link.ts'
import { loadCaseFile } from '../store/load.ts'
import { problemPage } from '../web/problem-page.tsx'
import { act } from './act.tsx'
import { show } from './show.tsx'
import type { Visit } from './visit.ts'

export const handler = http(respond, problemPage)

async function respond(request: Request): Promise<Reply> {
  const tableName = environment('TABLE_NAME')
  const link = await linkBehind(tableName, request.params['token'] ?? '', request.at)
  const file = link?.purpose === 'respond' ? await loadCaseFile(tableName, link.caseId, request.at) : undefined
  if (!link || !file) throw new Problem(404, 'link-unknown', '')
  const visit: Visit = { request, link, file, region: deployedRegion(), tableName, nonce: letters(16, randomBytes) }
  return request.method === 'POST' ? act(visit) : show(visit)
}
