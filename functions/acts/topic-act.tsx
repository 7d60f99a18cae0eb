// Corrects the topic of a case; what that does to its deadlines is shown before it is done. Part of registry.ts.
import * as z from 'zod/mini'
import { wholeOf } from '../../regions/languages.ts'
import { Select } from '../web/fields.tsx'
import { picked, readForm } from '../web/forms.ts'
import { topicList } from '../web/lists.ts'
import { actsWords } from '../web/words/acts.ts'
import { words, wordsFor } from '../web/words/words.ts'
import type { Act } from './act.ts'

const form = z.object({ topic: picked })

export const topicAct: Act & { readonly name: 'topic' } = {
  name: 'topic',
  gives: 'CorrectTopic',
  Fields: ({ fields, errors, request, region, file }) => {
    const { topic, notChosen } = wordsFor(request.language, file.state)
    const hint = actsWords[wholeOf(request.language)].topicHint
    const field = { name: 'topic', value: fields['topic'] ?? file.state.topic, error: errors['topic'] }
    return (
      <Select {...field} label={topic} hint={hint} empty={notChosen} groups={topicList(region, request.language)} />
    )
  },
  parse: ({ fields, actor: by, request, file }) => {
    const text = words[request.language]
    const read = readForm(form, fields, text)
    if ('errors' in read) return read
    const { topic } = read.data
    if (topic === file.state.topic) return { errors: { topic: text.refusals['same topic'] } }
    return { done: 'topic', command: { type: 'CorrectTopic', by, topic } }
  },
  texts: [],
  stays: true,
  isPreviewed: true,
}
