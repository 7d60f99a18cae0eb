// Asks whoever came by a moderator's or an operator's link for a code where the topic is sensitive. Called by the handler.
import { isSensitive } from '../case/sensitive.ts'
import type { Guarded } from '../web/guarded.ts'
import { askCode } from '../web/step-up.tsx'
import type { Visit } from '../web/visit.ts'
import { stepUpWords } from '../web/words/step-up.ts'
import { wholeOf } from '../../regions/languages.ts'

export async function guard(visit: Visit): Promise<Guarded> {
  if (visit.lapsed || !isSensitive(visit.region, visit.file.state)) return {}
  return askCode(visit, stepUpWords[wholeOf(visit.request.language)].sensitive)
}
