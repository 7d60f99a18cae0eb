// Reads a moderator's or an operator's form as a command, or says what is wrong with it. Called by the handler.
import * as z from 'zod/mini'
import type { Unshown } from '../../case/commands.ts'
import { rejectGrounds } from '../../case/case.ts'
import { ANSWER_LIMIT, offered, picked, readForm, REASON_LIMIT, sure, written } from '../forms.ts'
import type { Parsed } from '../case-form.tsx'
import type { Visit } from '../visit.ts'
import { reviewWords } from '../words/review.ts'
import { words } from '../words/words.ts'
import { labelOf, missingForRoutes } from './candidates.ts'
import { refusedInPublic } from '../respond/in-public.tsx'
import { citizensIn, PUBLIC_LIMITS, publicName } from './for-the-public.ts'

export const confirmations = {
  approve: ['answer_approved'],
  publish: ['published'],
  unpublish: ['unpublished'],
  edit: ['answer_approved'],
  return: ['answer_returned'],
  admit: ['admitted'],
  assign: ['assigned'],
  reject: ['rejected'],
  grant: ['extended'],
  refuse: ['extension_refused'],
  erase: ['erased'],
  keep: ['erasure_refused'],
  check: ['disowned_checked'],
} as const
export type Action = keyof typeof confirmations
const actions = Object.keys(confirmations) as Action[]

export const textFields = {
  text: 'edit',
  reason: 'return',
  'reject-reason': 'reject',
  'grant-reason': 'grant',
  'refuse-reason': 'refuse',
  'keep-reason': 'keep',
  'approve-question': 'approve',
  'approve-answer': 'approve',
  'publish-question': 'publish',
  'publish-answer': 'publish',
} as const satisfies Record<string, Action>

const approve = z.object({ 'sure-approve': sure })
const approveToo = z.object({
  'approve-question': written(PUBLIC_LIMITS.question),
  'approve-answer': written(PUBLIC_LIMITS.answer),
  'sure-approve': sure,
})
const publish = z.object({
  'publish-question': written(PUBLIC_LIMITS.question),
  'publish-answer': written(PUBLIC_LIMITS.answer),
  'sure-publish': sure,
})
const unpublish = z.object({ 'sure-unpublish': sure })
const edit = z.object({ text: written(ANSWER_LIMIT), 'sure-edit': sure })
const admit = z.object({ 'sure-admit': sure })
const grant = z.object({ 'grant-reason': written(REASON_LIMIT), 'sure-grant': sure })
const returning = z.object({ reason: written(REASON_LIMIT) })
/** In the order of the form: mistakes are told in it. */
const assign = z.object({
  topic: picked,
  municipality: z.string().check(z.regex(/^[a-z0-9-]{0,80}$/)),
  organisation: picked,
})
const reject = z.object({ 'reject-ground': z.enum(rejectGrounds), 'reject-reason': offered(REASON_LIMIT) })
const refuse = z.object({ 'refuse-reason': written(REASON_LIMIT) })
const erase = z.object({ 'sure-erase': sure })
const check = z.object({ 'sure-check': sure })
const keep = z.object({ 'keep-reason': written(REASON_LIMIT) })

/** Reads the form; every field that is wrong is named. */
export function parse({
  actor: by,
  fields,
  request,
  file,
  region,
}: Pick<Visit, 'actor' | 'fields' | 'request' | 'file' | 'region'>): Parsed {
  const text = words[request.language]
  const action = actions.find((one) => one === fields['action'])
  if (!action) return { errors: { '': text.choose } }
  const give = <Form extends z.ZodMiniObject>(
    form: Form,
    command: (data: z.output<Form>) => Unshown,
    done: Action = action,
  ): Parsed => {
    const read = readForm(form, fields, text)
    return 'errors' in read ? read : { done, command: command(read.data) }
  }
  /** Reads on where neither of the texts for the public names the citizen. */
  const named = (form: 'approve' | 'publish', read: () => Parsed): Parsed => {
    const { publishing } = reviewWords(request.language, file.state)
    const wrong = [`${form}-question`, `${form}-answer`].flatMap((name) => {
      const found = citizensIn(fields[name] ?? '', file)
      return found.length > 0 ? [[name, publishing.named(found.join(', '))] as const] : []
    })
    return wrong.length > 0 ? { errors: Object.fromEntries(wrong) } : read()
  }
  /** Reads on where everybody may read an answer, or its citizen alone does. */
  const open = (answer: string, field: string, read: () => Parsed): Parsed => {
    const wrong = refusedInPublic(answer, { file, region, request })
    return wrong === undefined ? read() : { errors: { [field]: wrong } }
  }
  const approved = (): Parsed => {
    if (fields['publish-too'] !== 'yes') return give(approve, () => ({ type: 'ApproveAnswer', by }))
    return named('approve', () =>
      give(
        approveToo,
        (form) => {
          const publish = { as: publicName(file), question: form['approve-question'], text: form['approve-answer'] }
          return { type: 'ApproveAnswer', by, publish }
        },
        'publish',
      ),
    )
  }
  switch (action) {
    case 'approve':
      return open(file.state.round.draft?.text ?? '', 'sure-approve', approved)
    case 'publish':
      return named('publish', () =>
        give(publish, (form) => {
          const texts = { question: form['publish-question'], text: form['publish-answer'] }
          return { type: 'Publish', by, as: publicName(file), ...texts }
        }),
      )
    case 'unpublish':
      return give(unpublish, () => ({ type: 'Unpublish', by }))
    case 'edit':
      return open(fields['text'] ?? '', 'text', () =>
        give(edit, (form) => ({ type: 'ApproveAnswer', by, text: form.text })),
      )
    case 'return':
      return give(returning, ({ reason }) => ({ type: 'ReturnAnswer', by, reason }))
    case 'admit':
      return give(admit, () => ({ type: 'Admit', by }))
    case 'assign': {
      const missing = fields['topic'] ? missingForRoutes({ fields, region }) : undefined
      if (missing) {
        const field = missing === 'place unknown' ? 'municipality' : 'organisation'
        return { errors: { [field]: reviewWords(request.language, file.state).routesNeed[field] } }
      }
      return give(assign, ({ municipality, ...form }) => {
        const label = labelOf({ actor: by, file, region }, form)
        return { type: 'Assign', by, ...form, ...(municipality && { municipality }), ...(label && { label }) }
      })
    }
    case 'reject':
      if (fields['reject-ground'] === 'other' && !fields['reject-reason'])
        return { errors: { 'reject-reason': text.required } }
      return give(reject, (form) => {
        const reason = form['reject-reason']
        return { type: 'Reject', by, ground: form['reject-ground'], ...(reason && { reason }) }
      })
    case 'grant':
      return give(grant, (form) => ({ type: 'GrantExtension', by, reason: form['grant-reason'] }))
    case 'refuse':
      return give(refuse, (form) => ({ type: 'RefuseExtension', by, reason: form['refuse-reason'] }))
    case 'erase':
      return give(erase, () => ({ type: 'Erase', by, ground: 'request' }))
    case 'check':
      return give(check, () => ({ type: 'CheckDisowned', by }))
    case 'keep':
      return give(keep, (form) => ({ type: 'RefuseErasure', by, reason: form['keep-reason'] }))
  }
}
