// When a timer is armed: never before its instant, though Wait knows whole seconds only.
import { ExecutionAlreadyExists, SFNClient } from '@aws-sdk/client-sfn'
import { afterEach, expect, it, vi } from 'vitest'
import { armTimer } from '../../functions/timers/arm.ts'

const now = '2026-03-02T07:00:00.000Z'
const arm = (instant: string) => armTimer('arn', '99-260302-AAAAA', instant, now)
afterEach(() => void vi.restoreAllMocks())

it.each([
  ['2026-03-05T15:00:00.000Z', '2026-03-05T15:00:00Z'],
  ['2026-03-05T15:00:00.001Z', '2026-03-05T15:00:01Z'],
  ['2026-03-05T15:00:00.999Z', '2026-03-05T15:00:01Z'],
  ['2027-03-05T15:00:00.500Z', '2026-05-09T15:00:01Z'],
])('for %s ticks at %s', async (instant, at) => {
  const send = vi.spyOn(SFNClient.prototype, 'send').mockResolvedValue({ startDate: new Date(now) } as never)
  expect(await arm(instant)).toBe('started')
  const name = `99-260302-AAAAA-${Date.parse(at) / 1000}`
  const input = JSON.stringify({ caseId: '99-260302-AAAAA', at })
  expect(send.mock.calls.map(([command]) => command.input)).toEqual([{ stateMachineArn: 'arn', name, input }])
})

it('says whether it was waiting already, or has ended', async () => {
  const send = vi.spyOn(SFNClient.prototype, 'send')
  send.mockResolvedValueOnce({ startDate: new Date('2026-03-01T07:00:00Z') } as never)
  expect(await arm('2026-03-05T15:00:00.000Z')).toBe('waiting')
  send.mockRejectedValueOnce(new ExecutionAlreadyExists({ message: '', $metadata: {} }))
  expect(await arm('2026-03-05T15:00:00.000Z')).toBe('ended')
})
