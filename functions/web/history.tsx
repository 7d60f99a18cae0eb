// What happened to a case, for those who work on it and, in a plainer and shorter list, for the citizen: no names of
// officials, no notes, nothing that a moderator sent back.
import type { FC } from 'hono/jsx'
import type { Language, Region } from '../../regions/schema.ts'
import type { CaseEvent, EventType } from '../case/case.ts'
import { localTime } from '../calendar/local-time.ts'
import { organisationName } from '../../regions/names.ts'
import { words } from './words.ts'

const unseenByCitizens: readonly EventType[] = [
  'noted',
  'answered',
  'answer_returned',
  'extension_requested',
  'extension_refused',
  'declined',
  'handed_back',
  'warned',
  'escalated',
  'link_requested',
  'joined',
  'parted',
]
const unseenByAll: readonly EventType[] = ['link_requested']

export const History: FC<{
  region: Region
  language: Language
  events: readonly CaseEvent[]
  reader: 'official' | 'citizen'
}> = ({ region, language, events, reader }) => {
  const hidden = reader === 'citizen' ? unseenByCitizens : unseenByAll
  const text = words[language]
  return (
    <ol class="history">
      {events
        .filter((event) => !hidden.includes(event.type))
        .map((event) => (
          <li>
            <time datetime={event.at}>{localTime(event.at, region.timeZone, language)}</time>
            {text.events[event.type]}
            {detail(region, language, event, reader)}
          </li>
        ))}
    </ol>
  )
}

function detail(region: Region, language: Language, event: CaseEvent, reader: 'official' | 'citizen'): string {
  if ('organisation' in event && event.type !== 'declined')
    return `: ${organisationName(region, event.organisation, language)}`
  if (event.type === 'extended') return `: ${localTime(event.due, region.timeZone, language)}`
  if (event.type === 'clarification_asked') return `: ${event.question}`
  if (event.type === 'rejected') return `: ${event.reason}`
  if (reader === 'citizen') return ''
  if ('reason' in event && event.reason) return `: ${event.reason}`
  if (event.type === 'noted') return `: ${event.text}`
  if ('clock' in event) return `: ${words[language].clocks[event.clock]}`
  return ''
}
