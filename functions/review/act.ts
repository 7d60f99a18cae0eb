// What a moderator or an operator sent, given to the case. A form says which answer stood above it: nobody approves or
// returns an answer he has not read.
import type { Actor } from '../case/actor.ts'
import type { Case } from '../case/case.ts'
import type { Reply } from '../edge/http.ts'
import { givenNow } from '../case/permissions.ts'
import { handle } from '../store/handle.ts'
import { type Fields, fieldsOf, type FormErrors, nonceOf } from '../web/forms.ts'
import { seeOther } from '../web/see-other.ts'
import { words } from '../web/words/words.ts'
import { commandOf } from './commands.ts'
import type { ReviewVisit } from './visit.ts'

type Acted =
  | { readonly reply: Reply }
  | { readonly status: number; readonly errors: FormErrors; readonly fields: Fields; readonly state: Case }

export async function act({ request, link, file, region }: ReviewVisit, tableName: string): Promise<Acted> {
  const { state } = file
  const all = words[request.language]
  const fields = fieldsOf(request)
  const nonce = nonceOf(fields, request)
  const wrong = (status: number, errors: FormErrors, now = state) => ({ status, errors, fields, state: now })
  const by: Actor = { role: link.purpose === 'review' ? 'moderator' : 'operator', id: link.recipient }
  const parsed = commandOf(by, fields, all)
  if ('errors' in parsed) return wrong(422, parsed.errors)
  if (readAnother(fields, state)) return wrong(409, { '': all.review.changed })
  const giving = { tableName, region, caseId: state.id, at: request.at, commandId: nonce }
  const handled = await handle({ ...giving, command: givenNow(state, parsed.command) })
  if (handled.outcome !== 'refused') return { reply: seeOther(fields['action'] ?? '') }
  return wrong(409, { '': all.refusals[handled.code] }, handled.state)
}

/** Whether another answer waits now than the one that stood above the form. */
function readAnother(fields: Fields, { round, status }: Case): boolean {
  const read = fields['draft']
  return read !== undefined && status === 'answer_review' && round.draft !== undefined && round.draft.at !== read
}
