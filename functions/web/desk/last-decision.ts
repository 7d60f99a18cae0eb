// Says what was decided of a case on which nothing waits any more: what, by whom and when. Shown on desk-case.tsx.
import { localTime } from '../../calendar/local-time.ts'
import type { EventType } from '../../case/events.ts'
import { lineForOfficials } from '../case/officials-history.tsx'
import type { Visit } from '../visit.ts'
import { who } from '../case/who.ts'

const decisions: readonly EventType[] = [
  'admitted',
  'rejected',
  'assigned',
  'extended',
  'extension_refused',
  'answer_returned',
  'answer_approved',
  'erased',
  'erasure_refused',
  'closed',
  'published',
  'unpublished',
]

/** "Ответ отправлен жителю — Человек, модератор, понедельник, 2 марта, 13:00"; empty where nobody decided anything. */
export function lastDecision({ file, region, request: { language } }: Visit): string {
  const event = file.events.findLast(({ type, by }) => decisions.includes(type) && by.role !== 'system')
  const line = event && lineForOfficials(event, { region, language, state: file.state })
  if (!event || !line) return ''
  const by = event.by.id ? who(region, language, event.by.id) : ''
  return [line, [by, localTime(event.at, region.timeZone, language)].filter(Boolean).join(', ')].join(' — ')
}
