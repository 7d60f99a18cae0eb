// Parts a case from the one that it was merged into: it stands on its own again, with its own deadline. Part of registry.ts.
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import { environment } from '../edge/environment.ts'
import { loadCase } from '../store/load.ts'
import { Confirm } from '../web/fields.tsx'
import { readForm, sure } from '../web/forms.ts'
import { actsWords } from '../web/words/acts.ts'
import { words } from '../web/words/words.ts'
import type { Act } from './act.ts'

const form = z.object({ 'sure-unmerge': sure })

export const unmergeAct: Act & { readonly name: 'unmerge' } = {
  name: 'unmerge',
  gives: 'Unmerge',
  Fields: (visit) => {
    const text = actsWords[wholeOf(visit.request.language)]
    return (
      <>
        <p class="hint">{text.unmergeHint(visit.file.state.mergedInto ?? '')}</p>
        <Confirm visit={visit} action="unmerge" label={text.unmergeSure} />
      </>
    )
  },
  async parse({ fields, actor: by, request, file }) {
    const read = readForm(form, fields, words[request.language])
    if ('errors' in read) return read
    const { id, mergedInto = '' } = file.state
    const parent = await loadCase(environment('TABLE_NAME'), mergedInto, request.at)
    const others = parent ? [{ state: parent.state, command: { type: 'Part', by, child: id } as const }] : []
    return { done: 'unmerge', command: { type: 'Unmerge', by }, others }
  },
  texts: [],
  isPreviewed: true,
}
