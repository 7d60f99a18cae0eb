// The list of ready answers and the button that puts one into the field above: it sends the form to be shown again, so that nothing
// typed is lost, and changes nothing of the case. Part of the answer's form.
import type { FC } from 'hono/jsx'
import { Select } from '../fields.tsx'
import { listOf } from '../lists.ts'
import type { Visit } from '../visit.ts'
import { respondWords } from '../words/respond.ts'
import { wordsFor } from '../words/words.ts'
import { templatesFor } from './templates.ts'

export const TemplatePicker: FC<Visit> = (visit) => {
  const { request, file, fields } = visit
  const text = respondWords(request.language, file.state).templates
  const templates = templatesFor(visit)
  if (templates.length === 0) return null
  return (
    <>
      <Select
        name="template"
        label={text.label}
        hint={text.hint}
        value={fields['template']}
        empty={wordsFor(request.language, file.state).notChosen}
        groups={listOf(templates, request.language)}
      />
      <button type="submit" class="second" name="action" value="template" formaction="?do=answer#do-answer">
        {text.insert}
      </button>
    </>
  )
}
