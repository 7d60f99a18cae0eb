// What a moderator or an operator sent, as a command.
import type { Actor } from '../case/case.ts'
import type { Command } from '../case/commands.ts'
import type { Reply } from '../edge/http.ts'
import { handle } from '../store/handle.ts'
import { fieldsOf, nonceOf, type Fields } from '../web/forms.ts'
import type { FormErrors } from '../web/parts.tsx'
import { seeOther } from '../web/see-other.ts'
import { words, type Words } from '../web/words.ts'
import type { ReviewVisit } from './review-page.tsx'

export const TEXT_LIMIT = 8_000

type Acted =
  { readonly reply: Reply } | { readonly status: number; readonly errors: FormErrors; readonly fields: Fields }

export async function act({ request, link, file, region }: ReviewVisit, tableName: string): Promise<Acted> {
  const all = words[request.language]
  const fields = fieldsOf(request)
  const nonce = nonceOf(fields, request)
  const by: Actor = { role: link.purpose === 'review' ? 'moderator' : 'operator', id: link.recipient }
  const parsed = commandOf(by, fields, all)
  if ('errors' in parsed) return { status: 422, errors: parsed.errors, fields }
  const handled = await handle({
    tableName,
    region,
    caseId: file.state.id,
    command: parsed.command,
    at: request.at,
    commandId: nonce,
  })
  if (handled.outcome !== 'refused') return { reply: seeOther(fields['action'] ?? '') }
  return { status: 409, errors: { '': all.refusals[handled.code] }, fields }
}

function commandOf(by: Actor, fields: Fields, all: Words): { command: Command } | { errors: FormErrors } {
  const field = (name: string) => fields[name] ?? ''
  const needed = (name: string): FormErrors =>
    field(name) === ''
      ? { [name]: all.required }
      : field(name).length > TEXT_LIMIT
        ? { [name]: all.tooLong(TEXT_LIMIT) }
        : {}
  const chosen = (name: string): FormErrors => (field(name) ? {} : { [name]: all.choose })
  const given = (errors: FormErrors, command: Command) => (Object.keys(errors).length > 0 ? { errors } : { command })
  switch (field('action')) {
    case 'approve':
      return given(field('text').length > TEXT_LIMIT ? needed('text') : {}, {
        type: 'ApproveAnswer',
        by,
        ...(field('text') && { text: field('text') }),
      })
    case 'return':
      return given(needed('reason'), { type: 'ReturnAnswer', by, reason: field('reason') })
    case 'admit':
      return { command: { type: 'Admit', by } }
    case 'assign': {
      const municipality = field('municipality')
      const command: Command = {
        type: 'Assign',
        by,
        organisation: field('organisation'),
        topic: field('topic'),
        ...(municipality && { municipality }),
      }
      return given({ ...chosen('organisation'), ...chosen('topic') }, command)
    }
    case 'reject':
      return given(needed('reject-reason'), { type: 'Reject', by, reason: field('reject-reason') })
    case 'grant':
      return { command: { type: 'GrantExtension', by } }
    case 'refuse':
      return given(needed('refuse-reason'), { type: 'RefuseExtension', by, reason: field('refuse-reason') })
    default:
      return { errors: { '': all.choose } }
  }
}
