// What a responder sent: a command, once; after it the page is shown anew, with what happens next. A text sent from a
// link that no longer acts is not lost: it stays on the case as a note.
import { html, type Reply } from '../edge/http.ts'
import { handle } from '../store/handle.ts'
import { ANSWER_LIMIT, type Fields, fieldsOf, nonceOf } from '../web/forms.ts'
import { seeOther } from '../web/see-other.ts'
import { words } from '../web/words/words.ts'
import { actions, commandOf, textFields } from './commands.ts'
import { render, show } from './show.tsx'
import { isInvolved, lapsed, type Visit } from './visit.ts'

export async function act(visit: Visit): Promise<Reply> {
  const { request, tableName, region, link } = visit
  const text = words[request.language]
  const fields = fieldsOf(request)
  const giving = { tableName, region, caseId: link.caseId, at: request.at, commandId: nonceOf(fields, request) }
  if (fields['action'] === 'fresh-link') return askForLink(visit, giving)
  if (lapsed(visit)) return keep(visit, fields, giving)
  const parsed = commandOf(visit, fields, text)
  if ('errors' in parsed) return html(422, render(visit, { errors: parsed.errors, fields }))
  const handled = await handle({ ...giving, command: parsed.command })
  if (handled.outcome !== 'refused') return seeOther(parsed.action)
  if (handled.code === 'superseded') return keep(visit, fields, giving)
  const now = { ...visit, file: { ...visit.file, state: handled.state ?? visit.file.state } }
  return html(409, render(now, { errors: { '': text.refusals[handled.code] }, fields }))
}

type Giving = Omit<Parameters<typeof handle>[0], 'command'>

/** A fresh link acts for the assignment of now: only those the case is still with may have one. */
async function askForLink(visit: Visit, giving: Giving): Promise<Reply> {
  const { link, request } = visit
  if (!lapsed(visit) || !isInvolved(visit)) return show(visit)
  const by = { role: 'responder', id: link.recipient } as const
  const asked = await handle({ ...giving, command: { type: 'RequestLink', by, contact: link.recipient } })
  if (asked.outcome !== 'refused') return seeOther('fresh-link')
  return show(visit, { '': words[request.language].refusals[asked.code] })
}

/** A link may have lapsed by the very command that comes again: its receipt tells, and the first reply is repeated. */
async function keep(visit: Visit, fields: Fields, giving: Giving): Promise<Reply> {
  const { link, file } = visit
  const text = textFields
    .flatMap((name) => fields[name] || [])
    .join('\n\n')
    .slice(0, ANSWER_LIMIT)
  if (!text) return show(visit)
  const by = { role: 'responder', id: link.recipient } as const
  const noted = await handle({ ...giving, command: { type: 'Note', by, text } })
  const before = file.events.some((event) => event.type === 'noted' && event.by.id === by.id && event.text === text)
  const action = actions.find((one) => one === fields['action'])
  return seeOther(noted.outcome === 'repeated' && !before && action ? action : 'kept')
}
