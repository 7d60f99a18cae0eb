// What a responder sent: a command, once; after it the page is shown anew, with what happens next. A text sent from a
// link that no longer acts is not lost: it stays on the case as a note.
import { html, type Reply } from '../edge/http.ts'
import { handle } from '../store/handle.ts'
import { fieldsOf, nonceOf, type Fields } from '../web/forms.ts'
import { seeOther } from '../web/see-other.ts'
import { words } from '../web/words.ts'
import { commandOf } from './commands.ts'
import { show, render } from './show.tsx'
import { lapsed, type Visit } from './visit.ts'

export async function act(visit: Visit): Promise<Reply> {
  const { request, tableName, region, link } = visit
  const text = words[request.language]
  const fields = fieldsOf(request)
  const nonce = nonceOf(fields, request)
  const giving = { tableName, region, caseId: link.caseId, at: request.at, commandId: nonce }
  const by = { role: 'responder', id: link.recipient } as const

  if (fields['action'] === 'fresh-link') {
    const asked = await handle({ ...giving, command: { type: 'RequestLink', by, contact: link.recipient } })
    return asked.outcome === 'refused' ? show(visit, { '': text.refusals[asked.code] }) : seeOther('fresh-link')
  }
  if (lapsed(visit)) return keep(visit, fields, nonce)
  const parsed = commandOf(visit, fields, text)
  if ('errors' in parsed) return html(422, render(visit, { errors: parsed.errors, fields }))
  const handled = await handle({ ...giving, command: parsed.command })
  if (handled.outcome !== 'refused') return seeOther(parsed.action)
  if (handled.code === 'superseded') return keep(visit, fields, nonce)
  return html(409, render(visit, { errors: { '': text.refusals[handled.code] }, fields }))
}

/** The receipt of a command makes a repeated one land here too: a link may have lapsed by the very command it gave. */
async function keep(visit: Visit, fields: Fields, nonce: string): Promise<Reply> {
  const { tableName, region, link, request } = visit
  const written = ['answer', 'question', 'handover-reason', 'decline-reason', 'extend-reason']
    .map((name) => fields[name] ?? '')
    .find((one) => one !== '')
  if (!written) return show(visit)
  const command = { type: 'Note', by: { role: 'responder', id: link.recipient }, text: written } as const
  const noted = await handle({ tableName, region, caseId: link.caseId, command, at: request.at, commandId: nonce })
  return noted.outcome === 'repeated' ? show(visit) : seeOther('kept')
}
