// How choices of who answers for a message fared, by whole stories: each choice is counted once, in its month, and has one fate at most.
import { expect, it } from 'vitest'
import type { Unshown } from '../../functions/case/commands.ts'
import { initialCase, replay } from '../../functions/case/evolve.ts'
import type { Label } from '../../functions/case/label.ts'
import { addTo } from '../../functions/statistics/counters.ts'
import { isLabelCounted, labelChanges } from '../../functions/statistics/labels.ts'
import { answer, assign, citizen, operator, responder, route, submit, system, triage } from '../case/commands.ts'
import { Story } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

const given = (label: Label) => assign({ label })
const decline: Unshown = { type: 'Decline', by: responder, reason: 'Не наше.' }
const handOver: Unshown = { type: 'HandOver', by: responder, organisation: 'health', reason: 'Их дело.' }
const correct: Unshown = { type: 'CorrectTopic', by: operator, topic: 'roads.manhole' }
const approve: Unshown = { type: 'ApproveAnswer', by: operator }
const done: Unshown[] = [answer(), approve]
const found = { step: 'keywords', about: 'topic', value: 'roads.pothole', found: 'яма' } as const
const alone = (model?: string): Unshown => ({
  ...route,
  routing: { ...route.routing, outcome: 'routed', because: [found], ...(model && { model }) } as typeof route.routing,
})

/** What the events of a story come to together, by month and version. */
function counted(steps: readonly (string | Unshown)[], test?: true) {
  const story = new Story(littleRegion()).given(submit(test && { test }), ...steps)
  const sums: Record<string, Record<string, number>> = {}
  story.events.reduce((before, _, index) => {
    const after = replay(story.state.id, story.events.slice(0, index + 1))
    const changes = labelChanges(story.region, before, after)
    expect(isLabelCounted(before, after)).toBe(changes.length > 0)
    for (const { month, model = '-', counts } of changes) addTo((sums[`${month} ${model}`] ??= {}), counts)
    return after
  }, initialCase(story.state.id))
  return sums
}

it.each<[string, (string | Unshown)[], object]>([
  ['nothing was offered', [triage, assign(), ...done], {}],
  [
    'the second of five was taken and stood',
    [
      triage,
      given({ took: 2, of: 5, model: 'v1' }),
      ...done,
      { type: 'Rate', by: citizen, solved: false, reopen: true, reason: 'Яма.' },
      correct,
    ],
    { '2026-03 v1': { offered: 1, among: 1, kept: 1 } },
  ],
  [
    'the first stood there beforehand, was taken, and was declined; then another was, and its topic corrected',
    [
      ...[triage, given({ took: 1, of: 3, model: 'v1', preselected: true }), decline],
      ...[given({ took: 'other', of: 2, model: 'v1' }), correct, ...done],
    ],
    {
      '2026-03 v1': {
        ...{ offered: 2, first: 1, among: 1, other: 1, preselected: 1, preselectedTaken: 1 },
        ...{ declined: 1, corrected: 1 },
      },
    },
  ],
  [
    'it was handed over in another month, and then an operator gave it to others',
    [
      ...[triage, given({ took: 1, of: 1 }), '2026-04-01T10:00', handOver],
      ...['2026-04-01T10:02', assign({ organisation: 'south-office' })],
    ],
    { '2026-03 -': { offered: 1, first: 1, among: 1, handedOver: 1 } },
  ],
  ['a model decided, and it stood', [alone('v1'), ...done], { '2026-03 v1': { alone: 1, aloneKept: 1 } }],
  ['key words decided, and it was declined', [alone(), decline], { '2026-03 -': { alone: 1, aloneChanged: 1 } }],
  ['what was said decided', [route, decline], {}],
  [
    'the same organisation was given it anew',
    [alone('v1'), assign({ by: system }), ...done],
    { '2026-03 v1': { alone: 1, aloneKept: 1 } },
  ],
])('%s', (_, steps, sums) => expect(counted(steps)).toEqual(sums))

it('a hand-over that is taken back is none', () => {
  const story = new Story(littleRegion()).given(submit(), triage, given({ took: 1, of: 2 }), handOver)
  expect(story.state.label).toMatchObject({ fate: { what: 'handed over' } })
  story.given({ type: 'Undo', by: responder, history: story.events })
  expect(story.state.label).toEqual({ took: 1, of: 2, at: story.at, seq: 3 })
  story.given(decline)
  expect(story.state.label).toMatchObject({ fate: { what: 'declined' } })
})

it('a test case is counted for nothing', () => {
  expect(counted([triage, given({ took: 1, of: 2 }), ...done], true)).toEqual({})
})
