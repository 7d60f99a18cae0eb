// Says in words why a case waits for an operator: what routing found and could not decide, who sent it back and why.
// Shown on desk-case.tsx.
import type { FC } from 'hono/jsx'
import { organisationName, placeName, topicName } from '../../../regions/names.ts'
import type { PageLanguage, Region } from '../../../regions/schema.ts'
import type { CaseFile } from '../../case/case-file.ts'
import type { EventOf } from '../../case/events.ts'
import type { Missing, Reason } from '../../routing/routing.ts'
import type { ReviewWords } from '../words/officials-shape.ts'
import { reviewWords } from '../words/review.ts'
import { words } from '../words/words.ts'

interface WhyProps<Event> {
  readonly event: Event
  readonly say: ReviewWords
  readonly region: Region
  readonly language: PageLanguage
}

/** The last time the case came to an operator tells why it is there. */
export const Why: FC<{ file: CaseFile; region: Region; language: PageLanguage }> = ({ file, region, language }) => {
  const beside = { say: reviewWords(language, file.state), region, language }
  const event = file.events.findLast((one) => ['triaged', 'declined', 'assigned', 'reopened'].includes(one.type))
  if (event?.type === 'triaged') return <Undecided event={event} missing={file.state.missing} {...beside} />
  if (event?.type === 'declined') return <Declined event={event} {...beside} />
  if (event?.type === 'assigned' && event.because.length > 0) return <Routed event={event} {...beside} />
  return null
}

const Undecided: FC<WhyProps<EventOf<'triaged'>> & { missing: Missing | undefined }> = (given) => {
  const { event, missing, say, region, language } = given
  const text = words[language]
  const found = [...new Set(event.because.map((reason) => evidence(reason, region, language)))]
  return (
    <>
      <h2>{say.why}</h2>
      <p>{text.undecided[event.why]}</p>
      {missing ? <p>{say.citizenAsked(Boolean(missing.topic), Boolean(missing.place))}</p> : null}
      {event.again ? <p>{say.citizenAnswered}</p> : null}
      {found.length > 0 ? (
        <>
          <p>{say.found}:</p>
          <ul>
            {found.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

/** Folded: nothing is to be decided about it. */
const Routed: FC<WhyProps<EventOf<'assigned'>>> = ({ event, say, region, language }) => (
  <details>
    <summary>{say.routed}</summary>
    <ul>
      {[...new Set(event.because.map((reason) => evidence(reason, region, language)))].map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </details>
)

const Declined: FC<WhyProps<EventOf<'declined'>>> = ({ event, say, region, language }) => {
  return (
    <>
      <h2>{say.declined}</h2>
      <p>{organisationName(region, event.organisation, language)}</p>
      <blockquote>{event.reason}</blockquote>
      {event.suggestion ? (
        <p>
          {say.suggestion}: {event.suggestion}
        </p>
      ) : null}
    </>
  )
}

/** "Яма — в тексте «выбоина»"; a name that several places share: "Курск / Курский район — в тексте «Рышково»". */
function evidence({ step, about, value, found }: Reason, region: Region, language: PageLanguage): string {
  const nameOf = { topic: topicName, municipality: placeName, organisation: organisationName }[about]
  const names = value.split(' ').map((id) => nameOf(region, id, language) || id)
  return `${names.join(' / ') || words[language].outside} — ${words[language].evidence[step](found)}`
}
