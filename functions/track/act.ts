// What a citizen sent: an answer to our question, a rating, a wish to reopen. His words go where they can be erased.
import type { Command } from '../case/commands.ts'
import type { Reply } from '../edge/http.ts'
import type { Item } from '../store/append.ts'
import { handle } from '../store/handle.ts'
import { keys, ttlAfter } from '../store/table.ts'
import { fieldsOf, nonceOf, type Fields } from '../web/forms.ts'
import type { FormErrors } from '../web/parts.tsx'
import { seeOther } from '../web/see-other.ts'
import { words, type Words } from '../web/words.ts'
import type { TrackVisit } from './track-page.tsx'

export const TEXT_LIMIT = 8_000
const by = { role: 'citizen' } as const

type Acted =
  { readonly reply: Reply } | { readonly status: number; readonly errors: FormErrors; readonly fields: Fields }
type Parsed =
  { readonly done: string; readonly command: Command; readonly text?: string } | { readonly errors: FormErrors }

export async function act({ request, file, region }: TrackVisit, tableName: string): Promise<Acted> {
  const all = words[request.language]
  const fields = fieldsOf(request)
  const nonce = nonceOf(fields, request)
  const parsed = commandOf(fields, nonce, all)
  if ('errors' in parsed) return { status: 422, errors: parsed.errors, fields }
  const caseId = file.state.id
  const ttl = ttlAfter(Date.parse(request.at), region.retention.personalDataDays)
  const items: Item[] = parsed.text
    ? [{ ...keys.personal(caseId, nonce), messageId: nonce, text: parsed.text, ttl }]
    : []
  const handled = await handle({
    tableName,
    region,
    caseId,
    command: parsed.command,
    at: request.at,
    commandId: nonce,
    items,
  })
  if (handled.outcome !== 'refused') return { reply: seeOther(parsed.done) }
  return { status: 409, errors: { '': all.refusals[handled.code] }, fields }
}

function commandOf(fields: Fields, nonce: string, all: Words): Parsed {
  const field = (name: string) => fields[name] ?? ''
  const tooLong = (name: string): FormErrors =>
    field(name).length > TEXT_LIMIT ? { [name]: all.tooLong(TEXT_LIMIT) } : {}
  switch (field('action')) {
    case 'clarify': {
      const errors = field('text') ? tooLong('text') : { text: all.required }
      if (Object.keys(errors).length > 0) return { errors }
      return { done: 'clarify', command: { type: 'Clarify', by, messageId: nonce }, text: field('text') }
    }
    case 'rate': {
      const solved = field('solved') === 'yes'
      const errors = {
        ...(/^[1-5]$/.test(field('score')) ? {} : { score: all.choose }),
        ...(['yes', 'no'].includes(field('solved')) ? {} : { solved: all.choose }),
        ...tooLong('comment'),
      }
      if (Object.keys(errors).length > 0) return { errors }
      const reopen = !solved && field('reopen') === 'yes'
      const comment = field('comment')
      const command: Command = {
        type: 'Rate',
        by,
        score: Number(field('score')),
        solved,
        reopen,
        ...(comment && { messageId: nonce }),
      }
      return { done: reopen ? 'reopen' : 'rate', command, ...(comment && { text: comment }) }
    }
    case 'reopen': {
      const errors = field('reason') ? tooLong('reason') : { reason: all.required }
      if (Object.keys(errors).length > 0) return { errors }
      return { done: 'reopen', command: { type: 'Reopen', by, messageId: nonce }, text: field('reason') }
    }
    default:
      return { errors: { '': all.choose } }
  }
}
