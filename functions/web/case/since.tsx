// What happened to a case while somebody filled in a form, said above the fresh form; officials also read who did it.
// Shown on every page of a case.
import type { FC } from 'hono/jsx'
import { localTime } from '../../calendar/local-time.ts'
import type { Visit } from '../visit.ts'
import { words } from '../words/words.ts'
import type { LineOf } from './history.tsx'
import { who } from './who.ts'

export const Since: FC<{ visit: Visit; lineOf: LineOf }> = ({ visit, lineOf }) => {
  const { file, region, actor, seen } = visit
  const { language } = visit.request
  const lines = file.events.slice(seen ?? file.events.length).flatMap((event) => {
    const line = lineOf(event, { region, language, state: file.state })
    if (line === undefined) return []
    const by = actor.role !== 'citizen' && event.by.id ? [who(region, language, event.by.id)] : []
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
