// Takes back what its reader has just done, while that can be: until when, a tick, a button. Shown on respond-page.tsx and, after a case was
// handed over, on lapsed-page.tsx.
import type { FC } from 'hono/jsx'
import { localTime } from '../calendar/local-time.ts'
import type { Unshown } from '../case/commands.ts'
import { UNDO_MS } from '../case/stages/undoing.ts'
import { later } from '../case/clocks/waking.ts'
import { FoldedForm } from './command-form.tsx'
import { Confirm } from './fields.tsx'
import { type FormErrors, sure, sureName } from './forms.ts'
import { refusalOf, type Visit } from './visit.ts'
import { words, wordsFor } from './words/words.ts'

export const UndoForm: FC<Visit> = (visit) => {
  const { file, region, request } = visit
  const last = file.events.at(-1)
  if (!last || !canUndo(visit)) return null
  const { language } = request
  const all = wordsFor(language, file.state)
  const until = localTime(later(last.at, UNDO_MS), region.timeZone, language)
  const wished = request.query['do'] === 'undo'
  const form = { visit, action: 'undo', open: wished, label: all.undo.button, heading: all.undo.title, id: 'undo' }
  return (
    <FoldedForm {...form} gives="Undo">
      <p class="hint">{all.undo.hint(all.events[last.type], until)}</p>
      <Confirm visit={visit} action="undo" label={all.undo.sure} />
    </FoldedForm>
  )
}

function canUndo(visit: Visit): boolean {
  return refusalOf(visit, undoOf(visit)) === undefined
}

/** Reads the form that takes something back. */
export function parseUndo(
  visit: Visit,
): { readonly errors: FormErrors } | { readonly done: string; readonly command: Unshown } {
  const box = sureName('undo')
  if (!sure.safeParse(visit.fields[box]).success) return { errors: { [box]: words[visit.request.language].tick } }
  return { done: 'undo', command: undoOf(visit) }
}

function undoOf({ actor, file }: Visit): Unshown {
  return { type: 'Undo', by: actor, history: file.events }
}
