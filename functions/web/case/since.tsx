// What happened to a case while somebody filled in a form, said above the fresh form; officials also read who did it.
// Shown on every page of a case.
import type { FC } from 'hono/jsx'
import { localTime } from '../../calendar/local-time.ts'
import type { Visit } from '../visit.ts'
import { words } from '../words/words.ts'
import { lineOf, who } from './history.tsx'

export const Since: FC<Visit> = ({ file, region, request: { language }, actor, seen }) => {
  const reader = actor.role === 'citizen' ? 'citizen' : 'official'
  const lines = file.events.slice(seen ?? file.events.length).flatMap((event) => {
    const line = lineOf(region, language, file.state, event, reader)
    if (line === undefined) return []
    const by = reader === 'official' && event.by.id ? [who(region, language, event.by.id)] : []
    return [[`${localTime(event.at, region.timeZone, language)} — ${line}`, ...by].join(' — ')]
  })
  return lines.length === 0 ? null : (
    <section class="note">
      <h2>{words[language].since}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}
