// What a citizen sent: an answer to our question, a rating, a wish to reopen. His words go where they can be erased, in
// the same transaction as what they are about.
import type { Case } from '../case/case.ts'
import type { Reply } from '../edge/http.ts'
import { givenNow } from '../case/permissions.ts'
import type { Item } from '../store/writes.ts'
import { handle } from '../store/handle.ts'
import { ttlAfter } from '../store/expiry.ts'
import { keys } from '../store/table.ts'
import { type Fields, fieldsOf, type FormErrors, nonceOf } from '../web/forms.ts'
import { seeOther } from '../web/see-other.ts'
import { words } from '../web/words/words.ts'
import { commandOf } from './commands.ts'
import { possibleFor } from './possible.ts'
import type { TrackVisit } from './visit.ts'

type Acted =
  | { readonly reply: Reply }
  | { readonly status: number; readonly errors: FormErrors; readonly fields: Fields; readonly state: Case }

export async function act(visit: TrackVisit, tableName: string): Promise<Acted> {
  const { request, file, region } = visit
  const { state } = file
  const all = words[request.language]
  const fields = fieldsOf(request)
  const nonce = nonceOf(fields, request)
  const parsed = commandOf(fields, nonce, possibleFor(visit), all)
  if ('errors' in parsed) return { status: 422, errors: parsed.errors, fields, state }
  const ttl = ttlAfter(request.at, region.retention.personalDataDays)
  const items: Item[] = parsed.text
    ? [{ ...keys.personal(state.id, nonce), messageId: nonce, text: parsed.text, ttl }]
    : []
  const giving = { tableName, region, caseId: state.id, at: request.at, commandId: nonce, items }
  const handled = await handle({ ...giving, command: givenNow(state, parsed.command) })
  if (handled.outcome !== 'refused') return { reply: seeOther(parsed.done) }
  return { status: 409, errors: { '': all.refusals[handled.code] }, fields, state: handled.state ?? state }
}
