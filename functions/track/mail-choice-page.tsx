// The page that asks whoever reads the mails whether the message is theirs. It shows what the mail showed: the number and
// names from the region's own lists, nothing that the sender wrote. Shown by track-page.tsx.
import type { FC } from 'hono/jsx'
import { nameIn, organisationName, topicName } from '../../regions/names.ts'
import { localTime } from '../calendar/local-time.ts'
import { CommandForm } from '../web/command-form.tsx'
import { confirmed } from '../web/confirmations.ts'
import { Choice, Confirm } from '../web/fields.tsx'
import { EmergencyBlock } from '../web/emergency.tsx'
import { Layout } from '../web/layout.tsx'
import { Done, ErrorSummary, Facts, Unsent } from '../web/parts.tsx'
import type { LinkVisit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { wordsFor } from '../web/words/words.ts'

export const MailChoicePage: FC<LinkVisit> = (visit) => {
  const { request, region, file, errors, unsent } = visit
  const { language } = request
  const { state } = file
  const all = wordsFor(language, state)
  const { mails: text, done } = trackWords(language, state)
  const stopped = state.mailing === 'stopped' || state.mailing === 'never' ? state.mailing : undefined
  const wrong = Object.keys(errors).length > 0
  const justStopped = !wrong && confirmed({ stopped: ['mails_stopped'] }, request.query['done'], file.events)
  const place = region.municipalities.find((one) => one.id === state.municipality)
  return (
    <Layout region={region} request={request} title={stopped ? text.stoppedTitle : text.title} wrong={wrong}>
      {justStopped ? (
        <Done title={done.stopped.title}>
          <p>{done.stopped.next}</p>
        </Done>
      ) : null}
      <EmergencyBlock {...{ region, language, state }} />
      <ErrorSummary errors={errors} language={language} names={{ mails: text.choice, 'sure-again': text.again }} />
      <Unsent texts={unsent} language={language} />
      <p>{stopped ? text.stoppedText[stopped] : text.intro}</p>
      <Facts
        rows={[
          [all.number, state.id],
          [text.received, localTime(state.receivedAt, region.timeZone, language)],
          [all.topic, topicName(region, state.topic, language)],
          [all.place, place ? nameIn(place.name, language) : ''],
          [all.responsible, organisationName(region, state.organisation, language)],
        ]}
      />
      {stopped ? <AgainForm {...visit} /> : <ChoiceForm {...visit} />}
    </Layout>
  )
}

const ChoiceForm: FC<LinkVisit> = (visit) => {
  const { fields, errors, request, file } = visit
  const text = trackWords(request.language, file.state).mails
  // Whose message it is has to be said before what of it is wanted.
  const isOffered = (value: string) => value !== 'course' || file.state.mailing === 'confirmed'
  const options = Object.entries(text.options).flatMap(([value, label]) => (isOffered(value) ? [{ value, label }] : []))
  return (
    <CommandForm visit={visit} gives="ConfirmAddress" action="mails" label={text.send}>
      <Choice name="mails" label={text.choice} options={options} value={fields['mails']} error={errors['mails']} />
    </CommandForm>
  )
}

const AgainForm: FC<LinkVisit> = (visit) => {
  const text = trackWords(visit.request.language, visit.file.state).mails
  return (
    <CommandForm visit={visit} gives="ConfirmAddress" action="again" label={text.send}>
      <Confirm visit={visit} action="again" label={text.again} />
    </CommandForm>
  )
}
