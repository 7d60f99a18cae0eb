// Whatever happens to a case, every page of it can be shown to everybody at every step, in every language, and offers
// nobody a way to be refused.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CaseEvent } from '../../functions/case/events.ts'
import { RespondPage } from '../../functions/respond/respond-page.tsx'
import { ReviewPage } from '../../functions/review/review-page.tsx'
import { TrackPage } from '../../functions/track/track-page.tsx'
import { LapsedPage } from '../../functions/web/lapsed-page.tsx'
import { document } from '../../functions/web/layout.tsx'
import { words } from '../../functions/web/words/words.ts'
import { live, steps } from '../case/random-case.ts'
import { UNBENT_DAY } from '../unbent-day.ts'
import { author, fileOf, region, visitTo } from './visits.ts'

const BYTES = 50 * 1024
const SECRET = 'только для своих'

/** What officials say to each other, marked, so that it is known again where it should not be. */
function marked(event: CaseEvent): CaseEvent {
  switch (event.type) {
    case 'noted':
    case 'answered':
      return { ...event, text: SECRET }
    case 'answer_returned':
    case 'declined':
    case 'handed_over':
    case 'handed_back':
    case 'extension_requested':
    case 'extension_refused':
    case 'extended':
      return { ...event, reason: SECRET }
    default:
      return event
  }
}

it('every page can be shown at every step of any life', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), fc.constantFrom(...region.languages), (plan, reachable, language) => {
      const events: CaseEvent[] = []
      for (const step of live(region, reachable, plan)) {
        events.push(...step.events.map(marked))
        const { draft } = step.after.round
        const state = {
          ...step.after,
          round: { ...step.after.round, ...(draft && { draft: { ...draft, text: SECRET } }) },
        }
        const file = fileOf(state, [...events], { M2: 'Ещё слово.' })
        const looking = { language, at: step.at }
        const html = [
          document(<RespondPage {...visitTo(file, 'respond', looking)} />),
          document(<LapsedPage {...visitTo(file, 'respond', { ...looking, assignment: 99 })} />),
          document(<TrackPage {...visitTo(file, 'track', looking)} />),
          document(<TrackPage {...visitTo(file, 'track', { ...looking, mailed: true })} />),
          document(<ReviewPage {...visitTo(file, 'review', looking)} />),
          document(<ReviewPage {...visitTo(file, 'triage', looking)} />),
        ]
        for (const page of html) {
          expect(page).not.toMatch(/undefined|\[object|>: |NaN|Invalid/)
          expect(page).not.toMatch(UNBENT_DAY)
          expect(page.match(/<h1>[^<]+<\/h1>/g)?.length).toBe(1)
          expect(Buffer.byteLength(page)).toBeLessThan(BYTES)
          const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
          expect(new Set(ids).size).toBe(ids.length)
          for (const secret of Object.values(author)) expect(page).not.toContain(secret)
        }
        for (const closed of [html[1], html[2], html[3]]) expect(closed).not.toContain(SECRET)
      }
    }),
    { numRuns: 60 },
  )
})

it('both languages say the same things, and none of them says nothing', () => {
  const shapeOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]))
      : typeof value
  expect(shapeOf(words.en)).toEqual(shapeOf(words.ru))
  const empty = (value: unknown): boolean =>
    typeof value === 'object' && value !== null ? Object.values(value).some(empty) : value === ''
  expect([empty(words.ru), empty(words.en)]).toEqual([false, false])
})
