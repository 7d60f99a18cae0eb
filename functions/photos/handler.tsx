// The photos of a case, behind the link of its citizen, its responder or its control centre: shown, sent, removed. What is sent goes to
// the bucket and not through here; redraw looks at it then. Called by API Gateway.
import { wholeOf } from '../../regions/languages.ts'
import { isSensitive } from '../case/sensitive.ts'
import { photosShown } from '../edge/photos-shown.ts'
import { Problem } from '../edge/problem.ts'
import type { Reply } from '../edge/http.ts'
import { grantReading } from '../files/grants.ts'
import { pictureName } from '../files/names.ts'
import { asksForChoice } from '../web/asks-for-choice.ts'
import type { Guarded } from '../web/guarded.ts'
import { linkPage } from '../web/link-page.tsx'
import { isOld } from '../web/old-link.ts'
import { askCode } from '../web/step-up.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { whyCode } from '../web/words/why-code.ts'
import { stepUpWords } from '../web/words/step-up.ts'
import { speakDrafts } from '../web/words/drafts.ts'
import { formsOn, parse } from './commands.ts'
import { PhotosPage, stillChecked } from './photos-page.tsx'

speakDrafts()

export const handler = linkPage({
  purposes: ['track', 'respond', 'review', 'triage'],
  parse,
  Page: PhotosPage,
  formsOn,
  isUnderWay: stillChecked,
  guard,
  instead,
  textFields: {},
})

/** As the page of the case: whoever may not read its texts sees no photo. */
async function guard(visit: LinkVisit): Promise<Guarded> {
  const { lapsed, link, request, region, file } = visit
  const { token = '', page } = request.params
  if (asksForChoice(visit)) return { reply: leadTo(`${request.base}/t/${token}`) }
  if (lapsed || link.purpose === 'track') return {}
  const language = wholeOf(request.language)
  if (page !== undefined && isOld(link.issuedAt, request.at)) return askCode(visit, whyCode[language]['old link'])
  return isSensitive(region, file.state) ? askCode(visit, stepUpWords[language].sensitive) : {}
}

/** A picture: the bucket shows it for a few minutes to whoever was let in here. */
async function instead({ request, region, file, actor }: LinkVisit): Promise<Reply | undefined> {
  const { photo } = request.params
  if (photo === undefined) return undefined
  const found = photosShown(region, file, actor.role, request.at).some((one) => one.photo === photo)
  if (!found) throw new Problem(404, 'photo-unknown', '')
  const size = 'small' in request.query ? 'small' : 'large'
  return leadTo(await grantReading(pictureName(file.state, photo, size), request.at))
}

function leadTo(Location: string): Reply {
  return { status: 303, headers: { Location, 'Content-Type': 'text/plain' }, body: '' }
}
