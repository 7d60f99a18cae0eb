// A responder's form as a command, or what is wrong with it.
import type { Command } from '../case/commands.ts'
import type { FormErrors } from '../web/parts.tsx'
import type { Fields } from '../web/forms.ts'
import type { Words } from '../web/words.ts'
import type { Visit } from './visit.ts'

export const actions = ['accept', 'answer', 'ask', 'handover', 'decline', 'extend'] as const
export type Action = (typeof actions)[number]

export const ANSWER_LIMIT = 8_000
export const REASON_LIMIT = 2_000

export type Parsed = { readonly action: Action; readonly command: Command } | { readonly errors: FormErrors }

/** Reads the form; every field that is wrong is named. */
export function commandOf({ link }: Visit, fields: Fields, text: Words): Parsed {
  const action = actions.find((one) => one === fields['action'])
  if (!action) return { errors: { '': text.choose } }
  const errors = errorsIn(action, fields, text)
  if (Object.keys(errors).length > 0) return { errors }
  const by = { role: 'responder', id: link.recipient } as const
  const bound = { by, assignment: link.assignment }
  const field = (name: string) => fields[name] ?? ''
  const suggestion = field('suggestion')
  const commands: Record<Action, Command> = {
    accept: { type: 'Accept', ...bound },
    answer: {
      type: 'Answer',
      ...bound,
      text: field('answer'),
      kind: field('kind') === 'interim' ? 'interim' : 'final',
    },
    ask: { type: 'AskCitizen', ...bound, question: field('question') },
    handover: { type: 'HandOver', ...bound, organisation: field('organisation'), reason: field('handover-reason') },
    decline: { type: 'Decline', ...bound, reason: field('decline-reason'), ...(suggestion && { suggestion }) },
    extend: { type: 'RequestExtension', ...bound, reason: field('extend-reason') },
  }
  return { action, command: commands[action] }
}

function errorsIn(action: Action, fields: Fields, text: Words): FormErrors {
  const written = (name: string, limit: number) => {
    const value = fields[name] ?? ''
    return value === '' ? { [name]: text.required } : value.length > limit ? { [name]: text.tooLong(limit) } : {}
  }
  switch (action) {
    case 'accept':
      return {}
    case 'answer':
      return {
        ...written('answer', ANSWER_LIMIT),
        ...(['final', 'interim'].includes(fields['kind'] ?? '') ? {} : { kind: text.choose }),
      }
    case 'ask':
      return written('question', REASON_LIMIT)
    case 'handover':
      return {
        ...(fields['organisation'] ? {} : { organisation: text.choose }),
        ...written('handover-reason', REASON_LIMIT),
      }
    case 'decline':
      return written('decline-reason', REASON_LIMIT)
    case 'extend':
      return written('extend-reason', REASON_LIMIT)
  }
}
