// Says in words why a case waits for an operator: what routing found and could not decide, who sent it back and why.
// Shown on review-page.tsx.
import type { FC } from 'hono/jsx'
import { organisationName, placeName, topicName } from '../../regions/names.ts'
import type { Language, Region } from '../../regions/schema.ts'
import type { CaseEvent, EventOf } from '../case/events.ts'
import type { Reason } from '../routing/routing.ts'
import { words } from '../web/words/words.ts'

interface WhyProps {
  readonly events: readonly CaseEvent[]
  readonly region: Region
  readonly language: Language
}

/** The last time the case came to an operator tells why it is there. */
export const Why: FC<WhyProps> = ({ events, region, language }) => {
  const event = events.findLast((one) => ['triaged', 'declined', 'assigned', 'reopened'].includes(one.type))
  if (event?.type === 'triaged') return <Undecided event={event} region={region} language={language} />
  if (event?.type === 'declined') return <Declined event={event} region={region} language={language} />
  return null
}

const Undecided: FC<{ event: EventOf<'triaged'>; region: Region; language: Language }> = ({
  event,
  region,
  language,
}) => {
  const text = words[language]
  const found = [...new Set(event.because.map((reason) => evidence(reason, region, language)))]
  return (
    <>
      <h2>{text.review.why}</h2>
      <p>{text.undecided[event.why]}</p>
      {found.length > 0 ? (
        <>
          <p>{text.review.found}:</p>
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

const Declined: FC<{ event: EventOf<'declined'>; region: Region; language: Language }> = ({
  event,
  region,
  language,
}) => {
  const text = words[language].review
  return (
    <>
      <h2>{text.declined}</h2>
      <p>{organisationName(region, event.organisation, language)}</p>
      <blockquote>{event.reason}</blockquote>
      {event.suggestion ? (
        <p>
          {text.suggestion}: {event.suggestion}
        </p>
      ) : null}
    </>
  )
}

/** "Яма — в тексте «выбоина»"; a name that several places share: "Курск / Курский район — в тексте «Рышково»". */
function evidence({ step, about, value, found }: Reason, region: Region, language: Language): string {
  const nameOf = { topic: topicName, municipality: placeName, organisation: organisationName }[about]
  const names = value.split(' ').map((id) => nameOf(region, id, language) || id)
  return `${names.join(' / ') || words[language].outside} — ${words[language].evidence[step](found)}`
}
