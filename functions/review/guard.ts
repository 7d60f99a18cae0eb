// Asks whoever came by a moderator's or an operator's link for a code where the topic is sensitive, or a citizen's contacts are to be
// shown. Called by the handler.
import { isSensitive } from '../case/sensitive.ts'
import type { Guarded } from '../web/guarded.ts'
import { noteOpened, opensContact } from '../web/call.tsx'
import { askCode } from '../web/step-up.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { stepUpWords } from '../web/words/step-up.ts'
import { wholeOf } from '../../regions/languages.ts'

export async function guard(visit: LinkVisit): Promise<Guarded> {
  const isPersonal = isSensitive(visit.region, visit.file.state) || opensContact(visit)
  if (visit.lapsed || !isPersonal) return {}
  return noteOpened(visit, await askCode(visit, stepUpWords[wholeOf(visit.request.language)].sensitive))
}
