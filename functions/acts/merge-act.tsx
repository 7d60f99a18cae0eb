// Merges a case into another about the same: one of them carries the work, each citizen gets its answer and rates it. The list of what may be
// about the same leads here with the other case chosen, and what both come to is shown before it is done. Part of registry.ts.
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import { caseIdPattern } from '../case/ids.ts'
import { environment } from '../edge/environment.ts'
import { loadCase } from '../store/load.ts'
import { Input } from '../web/fields.tsx'
import { readForm } from '../web/forms.ts'
import { actsWords } from '../web/words/acts.ts'
import { words } from '../web/words/words.ts'
import type { Act } from './act.ts'
import { similarTo } from './similar.ts'
import { SimilarCases } from './similar-cases.tsx'

const form = z.object({ into: z.string().check(z.regex(/^.{1,40}$/)) })

export const mergeAct: Act & { readonly name: 'merge' } = {
  name: 'merge',
  gives: 'Merge',
  Fields: (visit) => {
    const { fields, errors, request } = visit
    const text = actsWords[wholeOf(request.language)]
    return (
      <Input
        {...{ name: 'into', label: text.into, hint: text.intoHint, value: fields['into'], error: errors['into'] }}
        type="text"
        limit={40}
      />
    )
  },
  async parse(visit) {
    const { actor: by, request, file, fields } = visit
    const text = actsWords[wholeOf(request.language)]
    const read = readForm(form, fields, words[request.language])
    if ('errors' in read) return read
    const into = read.data.into.toUpperCase()
    const stored = caseIdPattern.test(into) ? await loadCase(environment('TABLE_NAME'), into, request.at) : undefined
    if (!stored) return { errors: { into: text.noSuchCase } }
    const due = file.state.clocks.finalAnswer?.due
    return {
      done: 'merge',
      command: { type: 'Merge', by, into },
      others: [{ state: stored.state, command: { type: 'Join', by, child: file.state.id, ...(due && { due }) } }],
    }
  },
  texts: [],
  prefilled: ['into'],
  isPreviewed: true,
  beside: async (visit, at) => <SimilarCases visit={visit} at={at} found={await similarTo(visit, at)} />,
  tells: ({ file, request }, [into = '']) => actsWords[wholeOf(request.language)].mergeTells(file.state.id, into),
}
