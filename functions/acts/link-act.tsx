// Sends a mail with a fresh link to whoever has the case, or to its citizen: they have lost it, or the mail did not arrive. Part of
// registry.ts.
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import { who } from '../web/case/who.ts'
import { linkable } from '../web/console/acts.ts'
import { Choice } from '../web/fields.tsx'
import { readForm } from '../web/forms.ts'
import { actsWords } from '../web/words/acts.ts'
import { words } from '../web/words/words.ts'
import type { Act } from './act.ts'

const form = z.object({ contact: z.string().check(z.regex(/^[\w-]{1,80}$/)) })

export const linkAct: Act & { readonly name: 'link' } = {
  name: 'link',
  gives: 'RequestLink',
  Fields: (visit) => {
    const { fields, errors, region, request } = visit
    const options = linkable(visit).map((value) => ({ value, label: who(region, request.language, value) }))
    const label = actsWords[wholeOf(request.language)].linkTo
    return <Choice {...{ name: 'contact', label, options, value: fields['contact'], error: errors['contact'] }} />
  },
  parse: ({ fields, actor: by, request }) => {
    const read = readForm(form, fields, words[request.language])
    return 'errors' in read ? read : { done: 'link', command: { type: 'RequestLink', by, contact: read.data.contact } }
  },
  texts: [],
  stays: true,
  isPreviewed: true,
}
