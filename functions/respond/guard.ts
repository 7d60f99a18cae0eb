// Looks at whoever came by a responder's link before anything is shown or done: they say that an act was not theirs, or a link alone
// is not enough for what they want. Called by the handler.
import { isSensitive } from '../case/sensitive.ts'
import type { Guarded } from '../web/guarded.ts'
import { noteOpened, opensContact } from '../web/call.tsx'
import { isOld } from '../web/old-link.ts'
import { askCode } from '../web/step-up.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { stepUpWords } from '../web/words/step-up.ts'
import { whyCode } from '../web/words/why-code.ts'
import { parse } from '../web/respond/commands.ts'
import { answerNotMe } from './not-me.tsx'
import { wholeOf } from '../../regions/languages.ts'

export async function guard(visit: LinkVisit): Promise<Guarded> {
  const notMe = await answerNotMe(visit)
  if (notMe) return { reply: notMe }
  const why = reasonOf(visit)
  if (!why) return {}
  const { language } = visit.request
  const said = why === 'sensitive' ? stepUpWords[wholeOf(language)].sensitive : whyCode[wholeOf(language)][why]
  return noteOpened(visit, await askCode(visit, said, why === 'leaving'))
}

function reasonOf(visit: LinkVisit): 'sensitive' | 'leaving' | 'old link' | undefined {
  const { lapsed, request, link } = visit
  const { page } = request.params
  if (lapsed && lapsed !== 'superseded') return undefined
  if (page !== undefined && isOld(link.issuedAt, request.at)) return 'old link'
  // Lists and pages of cases that others have by now show no texts.
  if (lapsed || page === 'cases' || page === 'next') return undefined
  if (isSensitive(visit.region, visit.file.state) || opensContact(visit)) return 'sensitive'
  return request.method === 'POST' && leaves(visit) ? 'leaving' : undefined
}

/** Whether the form, filled in as it must be, gives the case to others. */
function leaves(visit: LinkVisit): boolean {
  if (visit.fields['action'] !== 'handover' && visit.fields['action'] !== 'decline') return false
  return 'command' in parse(visit)
}
