// Taking back: what can be, by whom and until when; and that nothing of the act is left but its place in the history.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../functions/case/actor.ts'
import type { Case } from '../../../functions/case/case.ts'
import { decide } from '../../../functions/case/decide.ts'
import { without } from '../../../functions/case/fields.ts'
import { type CaseEvent, undoable } from '../../../functions/case/events.ts'
import { evolve } from '../../../functions/case/evolve.ts'
import { noticesFor } from '../../../functions/case/notices/notices-for.ts'
import { givenNow } from '../../../functions/case/permissions.ts'
import { littleRegion } from '../../little-region.ts'
import {
  accept,
  another,
  answer,
  ask,
  deputy,
  handOver,
  more,
  note,
  responder,
  route,
  submit,
  tick,
} from '../commands.ts'
import { live, steps } from '../random-case.ts'
import { given, type Story } from '../story.ts'

const TUESDAY = '2026-03-03T10:00'
const held = () => given(submit(), route)
const takeBack = (story: Story, by: Actor = responder) => ({ type: 'Undo', by, history: [...story.events] }) as const
const undone = (story: Story, at: string, by: Actor = responder) => story.when(at, takeBack(story, by))
const plain = (state: Case) => without(state, 'version', 'updatedAt')

describe('Undo', () => {
  it.each([
    ['accepted', accept],
    ['handed_over', handOver],
    ['extension_requested', more],
  ] as const)('of %s: the case stands as before, its clocks as they ran', (act, command) => {
    const before = held().state
    const story = held().given(TUESDAY, command)
    expect(story.given('2026-03-03T10:10', takeBack(story)).last).toMatchObject({ type: 'undone', act })
    expect(plain(story.state)).toEqual(plain(before))
  })

  it('of a hand-over gives back what was asked before it, and tells whoever had the case for that while', () => {
    const story = held().given(accept, TUESDAY, more, handOver)
    story.given('2026-03-03T10:05', takeBack(story))
    expect(plain(story.state)).toEqual(plain(held().given(accept, TUESDAY, more).state))
    expect(noticesFor(story.region, story.state, story.last)).toEqual([
      { recipient: 'health-responder', kind: 'taken', link: 'respond' },
    ])
  })

  it('is for ten minutes', () => {
    const story = held().given(TUESDAY, accept)
    undone(story, '2026-03-03T10:11').then('too late')
  })

  it('is for whoever did it', () => {
    undone(held().given(TUESDAY, accept), TUESDAY, deputy).then('not yours')
    undone(held().given(TUESDAY, handOver), TUESDAY, another).then('not yours')
  })

  it('is refused once anything happened since, and of what cannot be taken back', () => {
    const since = held().given(TUESDAY, handOver)
    const early = takeBack(since)
    since.given('2026-03-03T10:01', { ...accept, by: another })
    since.when('2026-03-03T10:02', early).then('not now')
    undone(since, '2026-03-03T10:02').then('not yours')
    undone(held().given(TUESDAY, accept, note), TUESDAY).then('not now')
    undone(held().given(TUESDAY, accept, ask), TUESDAY).then('not now')
    undone(held().given(TUESDAY, answer()), TUESDAY).then('not now')
    undone(held().given('2026-03-03T08:55', accept, '2026-03-05T17:30', tick), '2026-03-05T17:31').then('not now')
  })

  it('may be followed by the same act again', () => {
    const story = held().given(TUESDAY, accept)
    expect(story.given(takeBack(story)).says(TUESDAY, accept)).toBe('accepted')
  })
})

it('whatever life a case has had, an act that is taken back leaves it as it was', () => {
  const region = littleRegion()
  const seen = new Set<string>()
  fc.assert(
    fc.property(steps, (plan) => {
      const history: CaseEvent[] = []
      for (const { events, after } of live(region, true, plan)) {
        history.push(...events)
        for (const command of [accept, handOver, more]) {
          const done = decide(after, givenNow(after, command), after.updatedAt, region)
          // Of an act that came with another, as more time is asked for by whoever accepts first, the case has moved on already.
          if ('refused' in done || done.events.length !== 1) continue
          const [act] = done.events as [CaseEvent]
          const state = evolve(after, act)
          const asked = givenNow(state, { type: 'Undo', by: act.by, history: [...history, act] })
          const decision = decide(state, asked, act.at, region)
          if ('refused' in decision) throw new Error(`${act.type}: ${decision.refused}`)
          seen.add(act.type)
          expect(plain(decision.events.reduce(evolve, state))).toEqual(plain(after))
          expect(JSON.parse(JSON.stringify(decision.events))).toEqual(decision.events)
        }
      }
    }),
    { numRuns: 500 },
  )
  expect([...seen].sort()).toEqual([...undoable].sort())
})
