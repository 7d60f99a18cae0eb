// What somebody did beside what a colleague did before them: shown where the case had moved on when their form came. Shown on the pages of a case (desk) and of its acts.
import type { Child, FC } from 'hono/jsx'
import { organisationName, placeName, topicName } from '../../../regions/names.ts'
import type { Fields } from '../forms.ts'
import { wholeOf } from '../../../regions/languages.ts'
import { playWords } from '../words/play.ts'
import type { Visit } from '../visit.ts'
import { wordsFor } from '../words/words.ts'

type Version = readonly [what: string, yours: string | undefined, now: string | undefined]

export const Versions: FC<{ shown: Visit; typed: Fields }> = ({ shown, typed }) => {
  const { seen, file, errors } = shown
  const hasMoved = seen !== undefined && seen < file.events.length && Object.keys(errors).length > 0
  const rows = hasMoved ? versionsOf(shown, typed).filter(([, yours]) => yours) : []
  const text = playWords[wholeOf(shown.request.language)]
  if (rows.length === 0) return null
  const cell = (value: Child) => <td>{value || '—'}</td>
  return (
    <section class="problem">
      <h2>{text.versions}</h2>
      <p>{text.versionsHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.yours}</th>
            <th scope="col">{text.now}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, yours, now]) => (
            <tr>
              <th scope="row">{what}</th>
              {cell(yours)}
              {cell(now)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function versionsOf({ file: { state }, region, request }: Visit, typed: Fields): Version[] {
  const language = wholeOf(request.language)
  const all = wordsFor(language, state)
  const text = playWords[language]
  const { draft, answer, returnReason } = state.round
  const reason = typed['reason'] || typed['reject-reason'] || typed['grant-reason'] || typed['refuse-reason']
  return [
    [all.topic, topicName(region, typed['topic'], language), topicName(region, state.topic, language)],
    [all.place, placeName(region, typed['municipality'], language), placeName(region, state.municipality, language)],
    [
      all.responsible,
      organisationName(region, typed['organisation'], language),
      organisationName(region, state.organisation, language),
    ],
    [text.answer, typed['text'], (draft ?? answer)?.text],
    [text.reason, reason, returnReason ?? state.rejectedFor],
  ]
}
