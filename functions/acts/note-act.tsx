// Leaves words for colleagues with a case: no citizen sees them. Part of registry.ts.
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import { Area } from '../web/fields.tsx'
import { readForm, REASON_LIMIT, written } from '../web/forms.ts'
import { actsWords } from '../web/words/acts.ts'
import { words } from '../web/words/words.ts'
import type { Act } from './act.ts'

const form = z.object({ note: written(REASON_LIMIT) })

export const noteAct: Act & { readonly name: 'note' } = {
  name: 'note',
  gives: 'Note',
  Fields: ({ fields, errors, request }) => {
    const { note, noteHint } = actsWords[wholeOf(request.language)]
    const field = { name: 'note', value: fields['note'], error: errors['note'] }
    return <Area {...field} label={note} hint={noteHint} limit={REASON_LIMIT} />
  },
  parse: ({ fields, actor: by, request }) => {
    const read = readForm(form, fields, words[request.language])
    return 'errors' in read ? read : { done: 'note', command: { type: 'Note', by, text: read.data.note } }
  },
  texts: ['note'],
  stays: true,
  isPreviewed: false,
}
