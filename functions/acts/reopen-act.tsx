// Takes a case up again that was answered, closed or rejected, with the reason that whoever works on it reads. Part of registry.ts.
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import { Area } from '../web/fields.tsx'
import { readForm, REASON_LIMIT, written } from '../web/forms.ts'
import { actsWords } from '../web/words/acts.ts'
import { words } from '../web/words/words.ts'
import type { Act } from './act.ts'

const form = z.object({ 'reopen-reason': written(REASON_LIMIT) })

export const reopenAct: Act & { readonly name: 'reopen' } = {
  name: 'reopen',
  gives: 'Reopen',
  Fields: ({ fields, errors, request }) => {
    const name = 'reopen-reason'
    const label = actsWords[wholeOf(request.language)].reopenReason
    return <Area {...{ name, label, value: fields[name], error: errors[name], limit: REASON_LIMIT }} />
  },
  parse: ({ fields, actor: by, request }) => {
    const read = readForm(form, fields, words[request.language])
    return 'errors' in read
      ? read
      : { done: 'reopen', command: { type: 'Reopen', by, reason: read.data['reopen-reason'] } }
  },
  texts: ['reopen-reason'],
  isPreviewed: true,
}
