// The date that a citizen waits for: until somebody answers, by when somebody is to be found; then, by when they answer. What
// was not kept is said as it is, with what happens next. Shown on track-page.tsx.
import type { FC } from 'hono/jsx'
import { localTime } from '../calendar/local-time.ts'
import { nextEscalation, openPause } from '../case/clocks/clock.ts'
import { citizensMailWords } from '../mail/words/citizens.ts'
import type { Visit } from '../web/visit.ts'
import { trackWords } from '../web/words/track.ts'
import { wordsFor } from '../web/words/words.ts'

export const PromisedDate: FC<Visit> = ({ request: { language, at }, region, file: { state } }) => {
  const own = citizensMailWords(language, state)
  const all = wordsFor(language, state)
  const text = trackWords(language, state)
  const name = (['moderation', 'assignment', 'finalAnswer'] as const).find((one) => state.clocks[one])
  const clock = name && state.clocks[name]
  if (!clock) return null
  const due = localTime(clock.due, region.timeZone, language)
  const pause = openPause(clock.moves)
  if (clock.missed || clock.due <= (pause?.from ?? at)) {
    const next = nextEscalation(clock)
    const nextTime = next && next.at > at ? localTime(next.at, region.timeZone, language) : undefined
    const more = [
      pause && text.pausedNow(text.paused[pause.why]),
      clock.missed && own.reminded,
      nextTime && own.nextReminder(nextTime, own.toWhom[next!.to]),
    ]
    return (
      <p class="due late">
        <b>{own.broken[name](due)}</b> {more.filter(Boolean).join(' ')}
      </p>
    )
  }
  const standing = [pause ? text.paused[pause.why] : '', clock.provisional ? all.provisional : '']
  return (
    <p class="due">
      {name === 'finalAnswer' ? text.answerBy : `${own.until[name]}:`} <b>{due}</b>
      {standing.some(Boolean) ? ` — ${standing.filter(Boolean).join(', ')}` : ''}
    </p>
  )
}
