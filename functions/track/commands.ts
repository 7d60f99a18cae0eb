// A resident's form as a command, with the words that go where they can be erased; or what is wrong with it.
import * as z from 'zod/mini'
import type { Unshown } from '../case/commands.ts'
import { ANSWER_LIMIT, type Fields, type FormErrors, offered, readForm, written } from '../web/forms.ts'
import type { Words } from '../web/words/shape.ts'
import type { Possible } from './possible.ts'

export const TEXT_LIMIT = ANSWER_LIMIT
export const textFields = ['text', 'comment', 'reason'] as const
export const confirmations = {
  registered: ['received'],
  clarify: ['clarified'],
  rate: ['rated', 'closed'],
  reopen: ['reopened'],
} as const

const by = { role: 'citizen' } as const
const yesOrNo = z.enum(['yes', 'no'])
const clarify = z.object({ text: written(TEXT_LIMIT) })
const solved = z.object({ score: z.enum(['1', '2', '3', '4', '5']), solved: yesOrNo, comment: offered(TEXT_LIMIT) })
const unsolved = z.extend(solved, { reopen: yesOrNo })
const reopen = z.object({ reason: written(TEXT_LIMIT) })

export type Parsed =
  | { readonly done: keyof typeof confirmations; readonly command: Unshown; readonly text: string }
  | { readonly errors: FormErrors }

/** `messageId` names what he wrote: the same when the same form comes again. */
export function commandOf(fields: Fields, messageId: string, possible: Possible, words: Words): Parsed {
  switch (fields['action']) {
    case 'clarify': {
      const read = readForm(clarify, fields, words)
      if ('errors' in read) return read
      return { done: 'clarify', command: { type: 'Clarify', by, messageId }, text: read.data.text }
    }
    case 'rate': {
      // Who says it is not solved is asked whether it should go back to work; silence is not taken for an answer.
      const read = readForm(fields['solved'] === 'no' && possible.reopen ? unsolved : solved, fields, words)
      if ('errors' in read) return read
      const { score, comment, ...said } = read.data
      const again = 'reopen' in said && said.reopen === 'yes'
      const command: Unshown = {
        type: 'Rate',
        by,
        score: Number(score),
        solved: said.solved === 'yes',
        reopen: again,
        ...(comment && { messageId }),
      }
      return { done: again ? 'reopen' : 'rate', command, text: comment }
    }
    case 'reopen': {
      const read = readForm(reopen, fields, words)
      if ('errors' in read) return read
      return { done: 'reopen', command: { type: 'Reopen', by, messageId }, text: read.data.reason }
    }
    default:
      return { errors: { '': words.choose } }
  }
}
