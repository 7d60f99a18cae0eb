// A topic that was wrong is corrected: the deadlines that the other topic has other terms for move, all others stay as promised.
import { describe, expect, it } from 'vitest'
import { littleRegion } from '../../little-region.ts'
import { accept, ask, correct, operator, route, submit } from '../commands.ts'
import { event, move, rested } from '../expected.ts'
import { given, MONDAY, type Story, utc } from '../story.ts'

const working = () => given(submit(), route, accept)
const TUESDAY = '2026-03-03T10:00'
const shorter = { amount: 1, source: 'topic', id: 'health.queue' } as const

describe('CorrectTopic', () => {
  it('moves what the other topic has another term for, from its own start', () => {
    working()
      .when('2026-03-02T11:00', correct())
      .then([
        event(
          'topic_corrected',
          '2026-03-02T11:00',
          operator,
          {
            topic: 'health.queue',
            moved: [{ clock: 'finalAnswer', from: utc('2026-03-05T18:00'), to: utc('2026-03-03T18:00') }],
          },
          [move('finalAnswer', MONDAY, { due: '2026-03-03T18:00', rule: shorter })],
        ),
      ])
  })

  it('moves nothing where both topics have the same terms', () => {
    working()
      .when(TUESDAY, correct('roads.manhole'))
      .then([event('topic_corrected', TUESDAY, operator, { topic: 'roads.manhole', moved: [] })])
  })

  it('leaves terms alone that only a changed policy would move', () => {
    const { terms } = littleRegion().policy
    const changed: Story['region'] = littleRegion({
      version: '99-test.2',
      terms: { ...terms, message: { ...terms.message, finalAnswer: { amount: 5, unit: 'working days' } } },
    })
    Object.assign(working(), { region: changed })
      .when(TUESDAY, correct('roads.manhole'))
      .then([event('topic_corrected', TUESDAY, operator, { topic: 'roads.manhole', moved: [] })])
  })

  it('keeps the pause that a clock is in', () => {
    const paused = working().given('2026-03-02T11:00', ask).given('2026-03-02T12:00', correct())
    expect(paused.state.clocks.finalAnswer).toMatchObject({
      due: utc('2026-03-03T18:00'),
      moves: [rested('2026-03-02T11:00', undefined, 'question')],
    })
  })

  it('is refused for the topic it has, one that is not the region’s, and where another was corrected meanwhile', () => {
    working().when(TUESDAY, correct('roads.pothole')).then('same topic')
    working().when(TUESDAY, correct('roads.bridge')).then('unknown topic')
    working()
      .when(TUESDAY, { ...correct(), topicWas: 'roads.manhole' })
      .then('superseded')
  })
})
