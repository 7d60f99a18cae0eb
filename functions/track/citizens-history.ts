// What the citizen reads of an event: a plain name, without officials' names, notes and returned drafts. Called by the track page.
import { type LineOf, plainly } from '../web/case/history.tsx'
import { publicName } from '../web/case/public-events.ts'
import { trackWords } from '../web/words/track.ts'

export const lineForCitizen: LineOf = (event, reading) => {
  const name = publicName(event)
  if (!name) return undefined
  return [trackWords(reading.language, reading.state).events[name], ...plainly(event, reading)].join(': ')
}
