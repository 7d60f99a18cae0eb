// Reads a responder's form as a command, or says what is wrong with it. Called by the handler.
import * as z from 'zod/mini'
import type { Unshown } from '../case/commands.ts'
import { ANSWER_LIMIT, type Fields, offered, picked, readForm, REASON_LIMIT, sure, written } from '../web/forms.ts'
import type { Parsed } from '../web/link-page.tsx'
import type { Visit } from '../web/visit.ts'
import { words } from '../web/words/words.ts'

export const actions = ['accept', 'answer', 'ask', 'handover', 'decline', 'extend'] as const
export type Action = (typeof actions)[number]

/** The button that shows an answer as its citizen will see it, and sends nothing. */
export const LOOK = 'look'

/** The form that was sent. */
export function triedIn(fields: Fields): Action | undefined {
  return fields['action'] === LOOK ? 'answer' : actions.find((one) => one === fields['action'])
}

export const textFields = {
  answer: 'answer',
  question: 'ask',
  'handover-reason': 'handover',
  'decline-reason': 'decline',
  suggestion: 'decline',
  'extend-reason': 'extend',
} as const satisfies Record<string, Action>

const accept = z.object({ 'sure-accept': sure })
const answer = z.object({ answer: written(ANSWER_LIMIT), kind: z.enum(['final', 'interim']) })
const look = z.object({ answer: written(ANSWER_LIMIT) })
const ask = z.object({ question: written(REASON_LIMIT) })
const handover = z.object({ organisation: picked, 'handover-reason': written(REASON_LIMIT) })
const decline = z.object({ 'decline-reason': written(REASON_LIMIT), suggestion: offered(REASON_LIMIT) })
const extend = z.object({ 'extend-reason': written(REASON_LIMIT) })

/** Reads the form; every field that is wrong is named. */
export function parse({ actor: by, fields, request }: Pick<Visit, 'actor' | 'fields' | 'request'>): Parsed {
  const text = words[request.language]
  if (fields['action'] === LOOK) {
    const read = readForm(look, fields, text)
    return 'errors' in read ? read : { look: true }
  }
  const action = actions.find((one) => one === fields['action'])
  if (!action) return { errors: { '': text.choose } }
  const give = <Form extends z.ZodMiniObject>(form: Form, command: (data: z.output<Form>) => Unshown): Parsed => {
    const read = readForm(form, fields, text)
    return 'errors' in read ? read : { done: action, command: command(read.data) }
  }
  switch (action) {
    case 'accept':
      return give(accept, () => ({ type: 'Accept', by }))
    case 'answer':
      return give(answer, (form) => ({ type: 'Answer', by, text: form.answer, kind: form.kind }))
    case 'ask':
      return give(ask, ({ question }) => ({ type: 'AskCitizen', by, question }))
    case 'handover':
      return give(handover, ({ organisation, 'handover-reason': reason }) => {
        return { type: 'HandOver', by, organisation, reason }
      })
    case 'decline':
      return give(decline, ({ suggestion, 'decline-reason': reason }) => {
        return { type: 'Decline', by, reason, ...(suggestion && { suggestion }) }
      })
    case 'extend':
      return give(extend, (form) => ({ type: 'RequestExtension', by, reason: form['extend-reason'] }))
  }
}
