// A responder's form as a command, or what is wrong with it.
import * as z from 'zod/mini'
import type { Command } from '../case/commands.ts'
import { ANSWER_LIMIT, offered, picked, readForm, REASON_LIMIT, written } from '../web/forms.ts'
import type { Fields, FormErrors } from '../web/forms.ts'
import type { Words } from '../web/words/shape.ts'
import type { Visit } from './visit.ts'

export const actions = ['accept', 'answer', 'ask', 'handover', 'decline', 'extend'] as const
export type Action = (typeof actions)[number]

const accept = z.object({})
const answer = z.object({ answer: written(ANSWER_LIMIT), kind: z.enum(['final', 'interim']) })
const ask = z.object({ question: written(REASON_LIMIT) })
const handover = z.object({ organisation: picked, 'handover-reason': written(REASON_LIMIT) })
const decline = z.object({ 'decline-reason': written(REASON_LIMIT), suggestion: offered(REASON_LIMIT) })
const extend = z.object({ 'extend-reason': written(REASON_LIMIT) })

/** The fields somebody may have written words in. */
export const textFields = [answer, ask, handover, decline, extend]
  .flatMap((form) => Object.keys(form.shape))
  .filter((name) => name !== 'kind' && name !== 'organisation')

export type Parsed = { readonly action: Action; readonly command: Command } | { readonly errors: FormErrors }

/** Reads the form; every field that is wrong is named. */
export function commandOf({ link }: Pick<Visit, 'link'>, fields: Fields, text: Words): Parsed {
  const action = actions.find((one) => one === fields['action'])
  if (!action) return { errors: { '': text.choose } }
  const bound = { by: { role: 'responder', id: link.recipient }, assignment: link.assignment } as const
  const give = <Form extends z.ZodMiniObject>(form: Form, command: (data: z.output<Form>) => Command): Parsed => {
    const read = readForm(form, fields, text)
    return 'errors' in read ? read : { action, command: command(read.data) }
  }
  switch (action) {
    case 'accept':
      return give(accept, () => ({ type: 'Accept', ...bound }))
    case 'answer':
      return give(answer, (form) => ({ type: 'Answer', ...bound, text: form.answer, kind: form.kind }))
    case 'ask':
      return give(ask, ({ question }) => ({ type: 'AskCitizen', ...bound, question }))
    case 'handover':
      return give(handover, ({ organisation, 'handover-reason': reason }) => {
        return { type: 'HandOver', ...bound, organisation, reason }
      })
    case 'decline':
      return give(decline, ({ suggestion, 'decline-reason': reason }) => {
        return { type: 'Decline', ...bound, reason, ...(suggestion && { suggestion }) }
      })
    case 'extend':
      return give(extend, (form) => ({ type: 'RequestExtension', ...bound, reason: form['extend-reason'] }))
  }
}
