// Reads a responder's form as a command, or says what is wrong with it. Called by the handlers of respond and acts.
import * as z from 'zod/mini'
import type { Unshown } from '../../case/commands.ts'
import type { AnswerSort } from '../../case/case.ts'
import {
  ANSWER_LIMIT,
  day,
  type Fields,
  type FormErrors,
  offered,
  picked,
  readForm,
  REASON_LIMIT,
  sure,
  written,
} from '../forms.ts'
import type { Parsed } from '../case-form.tsx'
import type { Visit } from '../visit.ts'
import { respondWords } from '../words/respond.ts'
import { words } from '../words/words.ts'
import { blanksIn } from './blanks.ts'
import { refusedInPublic } from './in-public.tsx'

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

/** The sorts of answers that end the work; a promise has a form of its own, with its day. */
const endings = ['done', 'explained', 'impossible', 'not ours'] as const satisfies readonly AnswerSort[]

const accept = z.object({ 'sure-accept': sure })
const answer = z.object({ answer: written(ANSWER_LIMIT), kind: z.enum(endings) })
const promise = z.object({ answer: written(ANSWER_LIMIT), 'promised-for': day })
const look = z.object({ answer: written(ANSWER_LIMIT) })
const ask = z.object({ question: written(REASON_LIMIT) })
const handover = z.object({ organisation: picked, 'handover-reason': written(REASON_LIMIT) })
const decline = z.object({ 'decline-reason': written(REASON_LIMIT), suggestion: offered(REASON_LIMIT) })
const extend = z.object({ 'extend-until': day, 'extend-reason': written(REASON_LIMIT) })

type Sent = Pick<Visit, 'actor' | 'fields' | 'request' | 'region' | 'file'>

/** Reads the form; every field that is wrong is named. */
export function parse(sent: Sent): Parsed {
  const { actor: by, fields, request } = sent
  const text = words[request.language]
  const read = <Form extends z.ZodMiniObject>(form: Form) => looked(readForm(form, fields, text), sent)
  if (fields['action'] === LOOK) {
    const shown = read(look)
    return 'errors' in shown ? shown : { look: true }
  }
  const action = actions.find((one) => one === fields['action'])
  if (!action) return { errors: { '': text.choose } }
  const give = <Form extends z.ZodMiniObject>(form: Form, command: (data: z.output<Form>) => Unshown): Parsed => {
    const given = read(form)
    return 'errors' in given ? given : { done: action, command: command(given.data) }
  }
  switch (action) {
    case 'accept':
      return give(accept, () => ({ type: 'Accept', by }))
    case 'answer':
      if (fields['kind'] !== 'promised')
        return give(answer, ({ answer: words, kind }) => ({ type: 'Answer', by, text: words, sort: kind }))
      return give(promise, ({ answer: words, 'promised-for': promisedFor }) => {
        return { type: 'Answer', by, text: words, sort: 'promised', promisedFor }
      })
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
      return give(extend, ({ 'extend-reason': reason, 'extend-until': until }) => {
        return { type: 'RequestExtension', by, reason, until }
      })
  }
}

/** The form as it was read; refused as well where its answer has places that are to be filled in, or what nobody else may read. */
function looked<Read extends object>(read: Read, sent: Sent): Read | { readonly errors: FormErrors } {
  const { fields, request, file } = sent
  const answer = triedIn(fields) === 'answer' ? (fields['answer'] ?? '') : ''
  const blanks = blanksIn(answer, sent)
  const { left } = respondWords(request.language, file.state).templates
  const wrong = blanks.length > 0 ? left(blanks.join(', ')) : refusedInPublic(answer, sent)
  if (wrong === undefined) return read
  const others = 'errors' in read ? (read.errors as FormErrors) : {}
  return { errors: { ...others, answer: wrong } }
}
