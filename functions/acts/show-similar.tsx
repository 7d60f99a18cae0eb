// The cases that may be about the same, for the script of a case's page, which puts them there; nothing where there are none. Called by the
// routes.
import { html, type Reply } from '../edge/http.ts'
import { caseVisit } from '../web/console/case-visit.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { similarTo } from './similar.ts'
import { SimilarCases } from './similar-cases.tsx'

/** @throws Problem 404 where there is no such case, or it is none of theirs */
export async function showSimilar(visit: ConsoleVisit): Promise<Reply> {
  const shown = await caseVisit(visit)
  const found = await similarTo(shown, visit)
  if (found.length === 0) return { status: 204, headers: {}, body: '' }
  const part = <SimilarCases visit={shown} at={visit} found={found} />
  return html(200, String(part))
}
