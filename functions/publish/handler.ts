// Shows anybody how a region answers: figures of the topics that its file opens, and the answers that its moderators published. Where
// the file opens nothing, there is nothing here. And takes the wish for the links of one's cases. Called by API Gateway.
import { byMethod } from '../edge/by-method.ts'
import { deployedRegion } from '../edge/environment.ts'
import { type Handle, http } from '../edge/http.ts'
import { problemPage } from '../web/problem-page.tsx'
import { speakDrafts } from '../web/words/drafts.ts'
import { showAnswer, showAnswers } from './answers.ts'
import { showEmbedded } from './embedded.ts'
import { showFeed } from './feed.ts'
import { showFigures } from './figures.ts'
import { myCases } from './my-cases.tsx'

speakDrafts()

const EMBED = '/public/embed'

const byResource: Readonly<Record<string, Handle>> = {
  '/public/answers': showAnswers,
  '/public/answers/{answer}': showAnswer,
  '/public/answers.atom': showFeed,
  [EMBED]: showEmbedded,
}

const showPublic = byMethod({ GET: (request) => (byResource[request.resource] ?? showFigures)(request) })

export const handler = http(
  async (request) => (request.resource === '/my' ? myCases : showPublic)(request),
  problemPage,
  { framedBy: (resource) => (resource === EMBED ? (deployedRegion().public?.embeddedBy ?? []) : undefined) },
)
