// Reads a citizen's form as a command, with their words put where they can be erased; or says what is wrong with it.
// Called by the handler.
import * as z from 'zod/mini'
import type { Unshown } from '../case/commands.ts'
import { isAnswerOwed } from '../case/stages/erasing.ts'
import { textDaysOf, ttlAfter } from '../store/expiry.ts'
import { keys } from '../store/table.ts'
import type { Item } from '../store/writes.ts'
import { placeName } from '../../regions/names.ts'
import { ANSWER_LIMIT, offered, picked, readForm, sure, sureName, written } from '../web/forms.ts'
import type { Parsed } from '../web/case-form.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { wordsFor } from '../web/words/words.ts'
import { parseAddress } from './address.tsx'
import { asksForChoice } from '../web/asks-for-choice.ts'
import { parseAgain, parseChoice } from './mail-choice.ts'
import { parseMissing } from './missing.tsx'
import { choiceOfMail } from './possible.ts'

export const TEXT_LIMIT = ANSWER_LIMIT
export const textFields = { where: 'missing', text: 'clarify', comment: 'rate', reason: 'reopen', more: 'add' } as const
export const confirmations = {
  registered: ['received'],
  missing: ['supplied'],
  mine: ['address_confirmed'],
  course: ['mails_stopped'],
  address: ['address_left'],
  clarify: ['clarified'],
  rate: ['rated', 'closed'],
  reopen: ['reopened'],
  add: ['added'],
  withdraw: ['closed'],
  erase: ['erased'],
  eraseAsked: ['erasure_requested'],
} as const

const by = { role: 'citizen' } as const
const clarify = z.object({ text: written(TEXT_LIMIT) })
const rating = z.object({
  solved: z.enum(['yes', 'return', 'no']),
  score: z.enum(['', '1', '2', '3', '4', '5']),
  comment: offered(TEXT_LIMIT),
})
const erase = z.object({ 'sure-erase': sure })
const add = z.object({ more: written(TEXT_LIMIT), place: z.optional(z.union([z.literal(''), picked])) })
const withdraw = z.object({ 'sure-withdraw': sure })
const reopen = z.object({ reason: written(TEXT_LIMIT) })

/** `messageId` names what they wrote: the same when the same form comes again. */
export function parse(visit: LinkVisit, messageId: string): Parsed | Promise<Parsed> {
  const { fields, file, request } = visit
  const all = wordsFor(request.language, file.state)
  if (fields['action'] === 'mails') return parseChoice(visit)
  if (fields['action'] === 'again') return parseAgain(visit)
  if (fields['action'] === 'address' && !asksForChoice(visit)) return parseAddress(visit)
  if (asksForChoice(visit)) return { errors: { mails: all.choose } }
  switch (fields['action']) {
    case 'missing':
      return parseMissing(visit, messageId)
    case 'clarify': {
      const read = readForm(clarify, fields, all)
      if ('errors' in read) return read
      return withText(visit, 'clarify', { type: 'Clarify', by, messageId }, messageId, read.data.text)
    }
    case 'rate':
      return parseRating(visit, messageId)
    case 'reopen': {
      const read = readForm(reopen, fields, all)
      if ('errors' in read) return read
      return withText(visit, 'reopen', { type: 'Reopen', by, messageId }, messageId, read.data.reason)
    }
    case 'add': {
      const read = readForm(add, fields, all)
      return 'errors' in read ? read : parseMore(visit, messageId, read.data)
    }
    case 'withdraw': {
      const read = readForm(withdraw, fields, all)
      return 'errors' in read ? read : { done: 'withdraw', command: { type: 'Withdraw', by } }
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

/** Their words name the place, so that they read as a whole wherever they are shown. */
function parseMore(visit: LinkVisit, messageId: string, { more, place }: z.infer<typeof add>): Parsed {
  const { file, region, request } = visit
  const { placeIs } = trackWords(request.language, file.state).add
  const words = place ? `${more}\n\n${placeIs} ${placeName(region, place, request.language)}.` : more
  const command: Unshown = { type: 'AddWords', by, messageId, ...(place && { municipality: place }) }
  return withText(visit, 'add', command, messageId, words)
}

/** One question with three answers; stars and words are offered, and words are asked of whoever sends the case back. */
function parseRating(visit: LinkVisit, messageId: string): Parsed {
  const { fields, file, request } = visit
  const all = wordsFor(request.language, file.state)
  const { commentMissing, sayAgain } = trackWords(request.language, file.state)
  const read = readForm(rating, fields, all)
  const said = 'errors' in read ? undefined : read.data
  const missing = said?.solved === 'return' && !said.comment
  const errors = {
    ...('errors' in read && read.errors),
    ...(missing && { comment: commentMissing }),
    // Pages of before this question asked apart whether it is solved and whether it goes back.
    ...(fields['reopen'] === 'yes' && { solved: sayAgain }),
    ...(choiceOfMail(visit) && fields[sureName('rate')] !== 'yes' && { [sureName('rate')]: all.tick }),
  }
  if (!said || Object.keys(errors).length > 0) return { errors }
  const { solved, score, comment } = said
  const again = solved === 'return'
  const command: Unshown = {
    type: 'Rate',
    by,
    ...(score && { score: Number(score) }),
    solved: solved === 'yes',
    reopen: again,
    ...(comment && { messageId }),
  }
  return withText(visit, again ? 'reopen' : 'rate', command, messageId, comment)
}

function withText(visit: LinkVisit, done: string, command: Unshown, messageId: string, text: string): Parsed {
  const { file, region, request } = visit
  const ttl = ttlAfter(request.at, textDaysOf(region, file.state))
  const items: Item[] = text ? [{ ...keys.personal(file.state.id, messageId), messageId, text, ttl }] : []
  return { done, command, items }
}
