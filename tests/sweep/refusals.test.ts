// A notice that was refused for good: the case learns it once, somebody else is asked, and the sweep finds nothing missing.
import { beforeEach, expect, it, vi } from 'vitest'
import type { CaseFile, NoticeRecord } from '../../functions/case/case-file.ts'
import { decide } from '../../functions/case/decide.ts'
import { evolve } from '../../functions/case/evolve.ts'
import { isUntold } from '../../functions/case/notices/untold.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { handle } from '../../functions/store/handle.ts'
import { tellRefusals } from '../../functions/sweep/tell-refusals.ts'
import { catchLog } from '../edge/events.ts'
import { assigned, later, record, region, responder } from '../notify/outbox.ts'

vi.mock('../../functions/edge/environment.ts', () => ({
  environment: (name: string) => name,
  deployedRegion: () => region,
}))
vi.mock('../../functions/store/handle.ts', () => ({ handle: vi.fn() }))

beforeEach(() => {
  vi.mocked(handle).mockReset()
  catchLog()
})

const sent = record({ recipient: 'citizen', kind: 'registered', status: 'sent' })
/** Tells a case of its refusals. @returns the case after that, and the ids of the commands. */
async function told(...notices: NoticeRecord[]) {
  let file: CaseFile = assigned(notices)
  const ids: unknown[] = []
  vi.mocked(handle).mockImplementation(({ command, commandId, at: instant }) => {
    const decision = decide(file.state, command, instant, region)
    if ('refused' in decision) throw new Error(decision.refused)
    ids.push(commandId)
    file = { ...file, events: [...file.events, ...decision.events], state: decision.events.reduce(evolve, file.state) }
    return Promise.resolve({ outcome: 'done', state: file.state, events: decision.events })
  })
  await tellRefusals(file, later(12))
  await tellRefusals(file, later(17))
  return {
    file,
    ids,
    kinds: noticesFor(region, file.state, file.events.at(-1)!).map((one) => [one.recipient, one.kind]),
  }
}

it('of an official’s address: the next in the line is asked, the operator told, once', async () => {
  const { file, ids, kinds } = await told(record({ status: 'refused', refusals: 4, fault: 'recipient' }), sent)
  expect(ids).toEqual([`undelivered-2-${responder}-reject`])
  expect(file.events.at(-1)).toEqual({
    ...{ type: 'undelivered', at: later(12), by: { role: 'system' }, seq: 2, recipient: responder, why: 'reject' },
    ...{ permanent: true, about: { kind: 'work', assignment: 1 } },
    ...{ to: 'deputy', contact: 'north-office-deputy', insteadOf: 'responder', told: region.operators[0]!.id },
  })
  expect(kinds).toEqual([
    ['north-office-deputy', 'undelivered'],
    [region.operators[0]!.id, 'dead-address'],
  ])
  expect(isUntold(region, file, 2, later(20))).toBe(false)
})

it('of a letter that cannot be written: the next is asked, the address is not called dead', async () => {
  const { file, kinds } = await told(record({ status: 'refused', refusals: 4, fault: 'letter' }), sent)
  expect(file.events.at(-1)).toMatchObject({ permanent: false, contact: 'north-office-deputy' })
  expect(kinds).toEqual([['north-office-deputy', 'undelivered']])
})

it('of the citizen’s address: nothing more is sent there', async () => {
  const refused = record({
    recipient: 'citizen',
    kind: 'registered',
    status: 'refused',
    refusals: 4,
    fault: 'recipient',
  })
  const { file, kinds } = await told(refused)
  expect([file.state.reach, kinds]).toEqual(['none', []])
})

it('of an address that wants no such mails: the case knows, and nobody is told', async () => {
  const unwanted = record({
    recipient: 'citizen',
    kind: 'registered',
    status: 'refused',
    refusals: 0,
    fault: 'unwanted',
  })
  const { file, ids, kinds } = await told(unwanted)
  expect(ids).toEqual(['undelivered-2-citizen-unwanted'])
  expect(file.events.at(-1)).toMatchObject({ seq: 2, recipient: 'citizen', why: 'unwanted', permanent: true })
  expect([file.state.reach, file.state.mailing, kinds]).toEqual(['none', 'never', []])
})

it('says nothing of what is tried on', async () => {
  const { ids } = await told(record({ status: 'failed', refusals: 3 }), sent)
  expect(ids).toEqual([])
})
