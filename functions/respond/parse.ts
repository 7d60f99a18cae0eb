// Reads the forms of a responder's page; the button that puts a ready answer in gives the page again, with all that was typed. Called by
// the handler.
import type { Parsed } from '../web/case-form.tsx'
import { parseCall } from '../web/call.tsx'
import { parse } from '../web/respond/commands.ts'
import { withTemplate } from '../web/respond/templates.ts'
import { parseUndo } from '../web/undo.tsx'
import type { Visit } from '../web/visit.ts'

export function parseOrFill(visit: Visit, commandId: string): Parsed {
  const action = visit.fields['action']
  if (action === 'undo') return parseUndo(visit)
  if (action === 'call') return parseCall(visit, commandId)
  return action === 'template' ? { look: true, refilled: withTemplate(visit) } : parse(visit)
}
