// Notes that an organisation took a case into work, as it said by telephone. Part of registry.ts.
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import { Confirm } from '../web/fields.tsx'
import { readForm, sure } from '../web/forms.ts'
import { actsWords } from '../web/words/acts.ts'
import { words } from '../web/words/words.ts'
import type { Act } from './act.ts'

const form = z.object({ 'sure-accept': sure })

export const acceptAct: Act & { readonly name: 'accept' } = {
  name: 'accept',
  gives: 'Accept',
  Fields: (visit) => (
    <Confirm visit={visit} action="accept" label={actsWords[wholeOf(visit.request.language)].acceptSure} />
  ),
  parse: ({ fields, actor: by, request }) => {
    const read = readForm(form, fields, words[request.language])
    return 'errors' in read ? read : { done: 'accept', command: { type: 'Accept', by } }
  },
  texts: [],
  stays: true,
  isPreviewed: false,
}
