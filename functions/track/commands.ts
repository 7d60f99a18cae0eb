// Reads a citizen's form as a command, with their words put where they can be erased; or says what is wrong with it.
// Called by the handler.
import * as z from 'zod/mini'
import type { Unshown } from '../case/commands.ts'
import { isAnswerOwed } from '../case/stages/erasing.ts'
import { ttlAfter } from '../store/expiry.ts'
import { keys } from '../store/table.ts'
import type { Item } from '../store/writes.ts'
import { ANSWER_LIMIT, offered, readForm, sure, written } from '../web/forms.ts'
import type { Parsed } from '../web/link-page.tsx'
import type { Visit } from '../web/visit.ts'
import { words } from '../web/words/words.ts'
import { asksForChoice, parseAgain, parseChoice } from './mail-choice.ts'
import { possibleFor } from './possible.ts'

export const TEXT_LIMIT = ANSWER_LIMIT
export const textFields = { text: 'clarify', comment: 'rate', reason: 'reopen' } as const
export const confirmations = {
  registered: ['received'],
  mine: ['address_confirmed'],
  clarify: ['clarified'],
  rate: ['rated', 'closed'],
  reopen: ['reopened'],
  erase: ['erased'],
  eraseAsked: ['erasure_requested'],
} as const

const by = { role: 'citizen' } as const
const yesOrNo = z.enum(['yes', 'no'])
const clarify = z.object({ text: written(TEXT_LIMIT) })
const solved = z.object({ score: z.enum(['1', '2', '3', '4', '5']), solved: yesOrNo, comment: offered(TEXT_LIMIT) })
const unsolved = z.extend(solved, { reopen: yesOrNo })
const erase = z.object({ 'sure-erase': sure })
const reopen = z.object({ reason: written(TEXT_LIMIT) })

/** `messageId` names what they wrote: the same when the same form comes again. */
export function parse(visit: Visit, messageId: string): Parsed | Promise<Parsed> {
  const { fields, request } = visit
  const all = words[request.language]
  if (fields['action'] === 'mails') return parseChoice(visit)
  if (fields['action'] === 'again') return parseAgain(visit)
  if (asksForChoice(visit)) return { errors: { mails: all.choose } }
  switch (fields['action']) {
    case 'clarify': {
      const read = readForm(clarify, fields, all)
      if ('errors' in read) return read
      return withText(visit, 'clarify', { type: 'Clarify', by, messageId }, messageId, read.data.text)
    }
    case 'rate': {
      // Who says it is not solved is asked whether it should go back to work; silence is not taken for an answer.
      const read = readForm(fields['solved'] === 'no' && possibleFor(visit).reopen ? unsolved : solved, fields, all)
      if ('errors' in read) return read
      const { score, comment } = read.data
      const isSolved = read.data.solved === 'yes'
      const again = !isSolved && fields['reopen'] === 'yes'
      const said = { score: Number(score), solved: isSolved, reopen: again, ...(comment && { messageId }) }
      return withText(visit, again ? 'reopen' : 'rate', { type: 'Rate', by, ...said }, messageId, comment)
    }
    case 'reopen': {
      const read = readForm(reopen, fields, all)
      if ('errors' in read) return read
      return withText(visit, 'reopen', { type: 'Reopen', by, messageId }, messageId, read.data.reason)
    }
    case 'erase': {
      const read = readForm(erase, fields, all)
      if ('errors' in read) return read
      const done = isAnswerOwed(visit.file.state) ? 'eraseAsked' : 'erase'
      return { done, command: { type: 'RequestErasure', by } }
    }
    default:
      return { errors: { '': all.choose } }
  }
}

function withText(visit: Visit, done: string, command: Unshown, messageId: string, text: string): Parsed {
  const { file, region, request } = visit
  const ttl = ttlAfter(request.at, region.retention.personalDataDays)
  const items: Item[] = text ? [{ ...keys.personal(file.state.id, messageId), messageId, text, ttl }] : []
  return { done, command, items }
}
