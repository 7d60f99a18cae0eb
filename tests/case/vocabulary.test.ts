// The words a case is stored in: none may disappear or change, because stored histories say them.
import { expect, it } from 'vitest'
import { channels } from '../../functions/case/case.ts'
import { officialClocks } from '../../functions/case/clocks/clock.ts'
import { exactClocks, REACTION_GRACE_MS, TIMER_GRACE_MS } from '../../functions/case/clocks/waking.ts'
import { caseIdPattern, letters, newCaseId } from '../../functions/case/ids.ts'
import { open, statuses, withResponder } from '../../functions/case/statuses.ts'

it('channels, statuses and clocks', () => {
  expect(channels).toEqual([
    'form',
    'api',
    'vk',
    'ok',
    'max',
    'telegram',
    'email',
    'phone',
    'open311',
    'pos',
    'incident',
  ])
  const working = [
    'received',
    'routing',
    'triage',
    'assigned',
    'in_progress',
    'clarification',
    'answer_review',
    'rework',
  ]
  expect(statuses).toEqual([...working, 'resolved', 'closed', 'merged', 'rejected'])
  expect(open).toEqual(working)
  expect(withResponder).toEqual(['assigned', 'in_progress', 'rework'])
  expect(officialClocks).toEqual([
    'moderation',
    'assignment',
    'acceptance',
    'firstResponse',
    'finalAnswer',
    'answerReview',
  ])
  expect([exactClocks, REACTION_GRACE_MS, TIMER_GRACE_MS]).toEqual([['finalAnswer'], 600_000, 300_000])
})

it('a case’s number can be read over the telephone', () => {
  const bytes =
    (...values: number[]) =>
    () =>
      Uint8Array.from(values)
  expect(newCaseId('95', '2026-11-23', bytes(0, 7, 19, 31, 32))).toBe('95-261123-07KZ0')
  expect(letters(10, () => Uint8Array.from({ length: 10 }, (_, index) => index + 16))).toBe('GHJKMNPQRS')
  const asked: number[] = []
  newCaseId('95', '2026-11-23', (count) => {
    asked.push(count)
    return new Uint8Array(count)
  })
  expect(asked).toEqual([5])
  expect(['95-261123-07KZ0', '095-261123-TVWXY'].every((id) => caseIdPattern.test(id))).toBe(true)
  expect(
    [
      '9-261123-07KZ0',
      '95-26112-07KZ0',
      '95-261123-07KZ',
      '95-261123-07KZI',
      'x95-261123-07KZ0',
      '95-261123-07KZ01',
    ].some((id) => caseIdPattern.test(id)),
  ).toBe(false)
})
