// What happened to a case, for those who work on it and, in plainer words and a shorter list, for the resident: no names
// of officials, no notes, nothing that a moderator sent back.
import type { FC } from 'hono/jsx'
import type { Language, Region } from '../../regions/schema.ts'
import type { CaseEvent } from '../case/case.ts'
import { localTime } from '../calendar/local-time.ts'
import { organisationName } from '../../regions/names.ts'
import { publicName } from './public-events.ts'
import { words } from './words.ts'

interface HistoryProps {
  readonly region: Region
  readonly language: Language
  readonly events: readonly CaseEvent[]
  readonly reader: 'official' | 'resident'
}

export const History: FC<HistoryProps> = ({ region, language, events, reader }) => (
  <ol class="history">
    {events.map((event) => {
      const text = reader === 'official' ? forOfficials(region, language, event) : forResident(region, language, event)
      return text === undefined ? null : (
        <li>
          <time datetime={event.at}>{localTime(event.at, region.timeZone, language)}</time>
          {text}
        </li>
      )
    })}
  </ol>
)

function forResident(region: Region, language: Language, event: CaseEvent): string | undefined {
  const name = publicName(event)
  if (!name) return undefined
  return [words[language].track.events[name], ...plainly(region, language, event)].join(': ')
}

function forOfficials(region: Region, language: Language, event: CaseEvent): string | undefined {
  if (event.type === 'link_requested') return undefined
  const text = words[language]
  const more = plainly(region, language, event)
  if ('reason' in event && event.reason && event.type !== 'rejected') more.push(event.reason)
  if (event.type === 'declined' && event.suggestion) more.push(`${text.review.suggestion}: ${event.suggestion}`)
  if (event.type === 'noted') more.push(event.text)
  if ('clock' in event) more.push(text.clocks[event.clock])
  if (event.type === 'rated') more.push(text.rating(event.score, event.solved))
  return [text.events[event.type], more.join('. ')].filter(Boolean).join(': ')
}

/** What everybody may know of an event besides its name. */
function plainly(region: Region, language: Language, event: CaseEvent): string[] {
  if ('organisation' in event) return [organisationName(region, event.organisation, language)]
  if (event.type === 'extended') return [localTime(event.due, region.timeZone, language)]
  return event.type === 'rejected' ? [event.reason] : []
}
