// What notify tells of an event when the case has moved on since.
import { expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Command } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import { deliver } from '../../functions/notify/deliver.ts'
import { handler } from '../../functions/notify/handler.ts'
import { loadCaseFile } from '../../functions/store/load.ts'
import { catchLog, lambdaContext, queueEvent } from '../edge/events.ts'
import { assigned, at, caseId, region } from './outbox.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => name,
  deployedRegion: () => region,
}))
vi.mock('../../functions/edge/refresh.ts', () => ({
  refreshRegion: () => Promise.resolve(),
  refreshDirectoryNow: () => Promise.resolve(),
}))
vi.mock('../../functions/store/load.ts', () => ({ loadCaseFile: vi.fn() }))
vi.mock('../../functions/notify/deliver.ts', () => ({ deliverTogether: vi.fn(), deliver: vi.fn() }))

const citizen = { role: 'citizen' } as const
const message = { messageId: 'M1', channel: 'form', regime: 'message', language: 'ru', reach: 'email' } as const
const asksForPlace: Command = {
  type: 'Route',
  by: { role: 'system' },
  routing: {
    outcome: 'triage',
    why: 'place unknown',
    because: [],
    topic: 'roads.pothole',
    municipality: undefined,
    missing: { place: [] },
  },
}

function fileAfter(...commands: readonly Command[]): CaseFile {
  const file = assigned()
  return commands.reduce<CaseFile>(
    ({ state, events }, command) => {
      const decision = decide(state, command, at, region)
      if ('refused' in decision) throw new Error(decision.refused)
      return { ...file, state: decision.events.reduce(evolve, state), events: [...events, ...decision.events] }
    },
    { ...file, state: initialCase(caseId), events: [] },
  )
}

/** Who is told by which event. */
async function tellOf(seq: number, file: CaseFile): Promise<string[]> {
  vi.mocked(loadCaseFile).mockResolvedValue(file)
  vi.mocked(deliver).mockReset().mockResolvedValue()
  expect(await handler(queueEvent({ v: 1, caseId, seq }), lambdaContext())).toEqual({ batchItemFailures: [] })
  return vi.mocked(deliver).mock.calls.map(([owed]) => `${owed.seq} ${owed.notice.kind} ${owed.notice.recipient}`)
}

it('given what was missing came before the question went, when the case waits again, then all are told of the question’s event, once', async () => {
  catchLog()
  const asked: readonly Command[] = [{ type: 'Submit', by: citizen, ...message }, asksForPlace]
  const said: Command = { type: 'Supply', by: citizen, messageId: 'M2', askedAt: at }
  const told = ['2 triage operator-1', '2 received citizen']
  expect(await tellOf(2, fileAfter(...asked))).toEqual(told)
  expect(await tellOf(2, fileAfter(...asked, said))).toEqual([])
  const again = fileAfter(...asked, said, asksForPlace)
  expect(await tellOf(4, again)).toEqual(told)
  expect(await tellOf(2, again)).toEqual(told)
})
