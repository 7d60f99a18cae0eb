// When something of a case is due, with “late” or “paused” beside it. Shown on every page of a case.
import type { FC } from 'hono/jsx'
import type { PageLanguage, Region } from '../../../regions/schema.ts'
import { type Clock, openPause } from '../../case/clocks/clock.ts'
import { words } from '../words/words.ts'
import { localTime } from '../../calendar/local-time.ts'

export const Due: FC<{
  region: Region
  language: PageLanguage
  label: string
  clock: Clock | undefined
  at: string
}> = ({ region, language, label, clock, at }) => {
  if (!clock) return null
  const text = words[language]
  const pause = openPause(clock.moves)
  const late = clock.missed || clock.due <= (pause?.from ?? at)
  const standing = [late ? text.late : '', pause ? text.paused : '', clock.provisional ? text.provisional : '']
    .filter(Boolean)
    .join(', ')
  return (
    <p class={late ? 'due late' : 'due'}>
      {label} <b>{localTime(clock.due, region.timeZone, language)}</b>
      {standing ? ` — ${standing}` : ''}
    </p>
  )
}
