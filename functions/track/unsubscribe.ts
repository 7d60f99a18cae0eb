// Ends mails about the course of a case by one POST of a mail program (RFC 8058): answers and questions are still sent. Opening the
// same address leads to the choice and changes nothing. `/t/…/mails`. Called by the handler.
import { randomBytes } from 'node:crypto'
import { letters } from '../case/ids.ts'
import { deployedRegion, environment } from '../edge/environment.ts'
import type { Reply } from '../edge/http.ts'
import { Problem } from '../edge/problem.ts'
import { handle } from '../store/handle.ts'
import { showLapsed } from '../web/lapsed.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { words } from '../web/words/words.ts'

const asText = { 'Content-Type': 'text/plain; charset=utf-8' }

/** To the choice of what is to be written of. */
export function choose({ request }: LinkVisit): Promise<Reply> {
  const Location = `../${request.params['token'] ?? ''}?do=mails`
  return Promise.resolve({ status: 303, headers: { ...asText, Location }, body: '' })
}

/** The body is a form of either type. @throws Problem 400 without the one field that the RFC names, or by a link that no mail brought */
export async function unsubscribe(visit: LinkVisit): Promise<Reply> {
  const { request, link, file } = visit
  if (visit.lapsed) return showLapsed(visit)
  const isMeant = /List-Unsubscribe/i.test(request.body) && /One-Click/i.test(request.body)
  if (!isMeant || !link.mailed) throw new Problem(400, 'form-broken', words[request.language].formBroken)
  const giving = {
    tableName: environment('TABLE_NAME'),
    region: deployedRegion(),
    caseId: file.state.id,
    at: request.at,
  }
  const command = { type: 'StopMails', by: { role: 'citizen' }, scope: 'course' } as const
  await handle({ ...giving, commandId: letters(16, randomBytes), command })
  const { title, next } = trackWords(request.language, file.state).done.course
  return { status: 200, headers: asText, body: `${title}. ${next}` }
}
