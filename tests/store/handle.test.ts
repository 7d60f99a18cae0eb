// Load, decide, append: once for a command, after whoever was faster, and for two cases all or nothing.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import type { Command, Unshown } from '../../functions/case/commands.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import { handle, handleTogether } from '../../functions/store/handle.ts'
import { loadCase, loadCaseFile } from '../../functions/store/load.ts'
import { keys, table } from '../../functions/store/table.ts'
import { startTable, type TestTable } from './a-table.ts'
import { assign, freshId, monday, operator, region, responder, submit, write } from './lives.ts'

let at: TestTable
beforeAll(async () => {
  at = await startTable()
})
afterAll(() => at.end())
afterEach(() => void vi.restoreAllMocks())

const note = (text: string): Command => ({ type: 'Note', by: operator, text })
const give = (state: Case, command: Unshown, more: { at?: string; commandId?: string } = {}) =>
  handle({ tableName: at.tableName, region, caseId: state.id, command: givenNow(state, command), at: monday, ...more })
const now = async ({ id }: Case) => (await loadCase(at.tableName, id, monday))!.state

/** Before each of the next transactions something else happens; the tests' own writes are not counted. */
function beforeWriting(...others: (() => Promise<unknown>)[]) {
  const send = table.send.bind(table) as (command: unknown) => Promise<never>
  let writes = 0
  const interrupted = async (command: unknown) => {
    if (command instanceof TransactWriteCommand) {
      writes += 1
      await others.shift()?.()
    }
    return send(command)
  }
  vi.spyOn(table, 'send').mockImplementation(interrupted as never)
  return () => writes
}
const conflict = () =>
  Promise.reject(
    new TransactionCanceledException({
      ...{ message: 'cancelled', $metadata: {}, CancellationReasons: [{ Code: 'TransactionConflict' }] },
    }),
  )

describe('a command', () => {
  it('changes its case and says what happened', async () => {
    const state = await write(at.tableName, [submit, assign])
    const handled = await give(state, { type: 'Accept', by: responder })
    expect(handled).toMatchObject({ outcome: 'done', state: { status: 'in_progress' }, events: [{ type: 'accepted' }] })
    expect(handled.state).toEqual(await now(state))
  })

  it('is refused with the case as it stands; a case that is not there has none', async () => {
    const state = await write(at.tableName, [submit])
    const accept = { type: 'Accept', by: operator } as const
    expect(await give(state, accept)).toEqual({ outcome: 'refused', code: 'not now', state })
    expect(await give({ ...state, id: freshId() }, accept)).toEqual({ outcome: 'refused', code: 'unknown case' })
  })

  it('is carried out once, also when it would be refused by now', async () => {
    const state = await write(at.tableName, [submit, assign])
    const accept = { type: 'Accept', by: responder } as const
    await give(state, accept, { commandId: 'once' })
    expect(await give(state, accept, { commandId: 'once' })).toEqual({ outcome: 'repeated', state: await now(state) })
    await give(state, note('Раз.'), { commandId: 'twice' })
    expect(await give(state, note('Раз.'), { commandId: 'twice' })).toMatchObject({ outcome: 'repeated' })
    expect((await now(state)).version).toBe(4)
  })

  it('is forgotten after its receipt’s sixteen days, whether or not that was deleted', async () => {
    const state = await write(at.tableName, [submit, assign])
    const accept = { type: 'Accept', by: responder } as const
    await give(state, accept, { commandId: 'once' })
    const again = (at: string) => give(state, accept, { at, commandId: 'once' })
    const forgotten = later(monday, 16 * 86_400_000 + 1_000)
    expect((await again(later(forgotten, -1_000))).outcome).toBe('repeated')
    expect(await again(forgotten)).toMatchObject({ outcome: 'refused', code: 'not now' })
  })

  it('that changes nothing leaves no receipt: it may come again', async () => {
    const state = await write(at.tableName, [submit])
    const handled = await give(state, { type: 'Tick', by: { role: 'system' } }, { commandId: 'tick' })
    expect(handled).toEqual({ outcome: 'done', state, events: [] })
    expect((await at.get(keys.snapshot(state.id)))!['receipts']).toBeUndefined()
  })

  it('brings what comes into being with it, once', async () => {
    const state = await write(at.tableName, [submit])
    const item = { ...keys.personal(state.id, 'M2'), messageId: 'M2', text: 'Ещё.' }
    const giving = { tableName: at.tableName, region, caseId: state.id, at: monday, items: [item] }
    expect((await handle({ ...giving, command: note('Раз.') })).outcome).toBe('done')
    expect(await at.get(item)).toEqual(item)
    expect((await handle({ ...giving, command: note('Два.') })).outcome).toBe('repeated')
    expect((await now(state)).version).toBe(2)
  })
})

describe('whoever was slower', () => {
  it('decides again, after what they lost to: the history never runs backwards', async () => {
    const state = await write(at.tableName, [submit, assign])
    const minute = later(monday, 60_000)
    const writes = beforeWriting(() => give(state, note('Быстрее.'), { at: minute }))
    const handled = await give(state, { type: 'Accept', by: responder })
    expect(handled).toMatchObject({
      outcome: 'done',
      events: [{ type: 'accepted', at: minute }],
      state: { version: 4 },
    })
    expect(writes()).toBe(3)
  })

  it('read the case themselves where it is not as it was looked at', async () => {
    const { id } = await write(at.tableName, [submit, assign])
    const looked = (await loadCaseFile(at.tableName, id, monday))!
    await handle({ tableName: at.tableName, region, caseId: id, command: note('Between.'), at: monday })
    const reads = vi.spyOn(table, 'send')
    const handled = await handle({
      tableName: at.tableName,
      region,
      caseId: id,
      command: note('Last.'),
      at: monday,
      looked,
    })
    expect(handled.outcome).toBe('done')
    expect(reads.mock.calls.map(([command]) => command.constructor.name)).toEqual([
      ...['TransactWriteCommand', 'QueryCommand', 'TransactWriteCommand'],
    ])
    const { events, state } = (await loadCaseFile(at.tableName, id, monday))!
    expect(events.slice(-2).map((event) => event.type === 'noted' && event.text)).toEqual(['Between.', 'Last.'])
    expect(handled.state).toEqual(state)
  })

  it('may find that there is nothing left to do', async () => {
    const state = await write(at.tableName, [submit, assign])
    beforeWriting(() => give(state, { type: 'Accept', by: operator }))
    expect(await give(state, { type: 'Accept', by: responder })).toMatchObject({ outcome: 'refused', code: 'not now' })
  })

  it('gives up after the fifth time, so that the queue asks again', async () => {
    const state = await write(at.tableName, [submit])
    const writes = beforeWriting(conflict, conflict, conflict, conflict)
    expect((await give(state, note('Раз.'))).outcome).toBe('done')
    expect(writes()).toBe(5)
    vi.restoreAllMocks()
    beforeWriting(conflict, conflict, conflict, conflict, conflict)
    await expect(give(state, note('Два.'))).rejects.toThrow(`Note of ${state.id}`)
  })
})

describe('two cases at once', () => {
  const pair = async () => {
    const [child, parent] = [await write(at.tableName, [submit, assign]), await write(at.tableName, [submit, assign])]
    const given = [
      { caseId: child.id, command: givenNow(child, { type: 'Merge', by: operator, into: parent.id }) },
      { caseId: parent.id, command: { type: 'Join', by: operator, child: child.id } as Command },
    ]
    const merge = (more: { at?: string; commandId?: string } = {}) =>
      handleTogether(given, { tableName: at.tableName, region, at: monday, ...more })
    return { child, parent, merge }
  }
  const versions = async (...states: Case[]) => Promise.all(states.map(async (one) => (await now(one)).version))

  it('change at one instant, after both histories', async () => {
    const { child, parent, merge } = await pair()
    const minute = later(monday, 60_000)
    await give(parent, note('Позже.'), { at: minute })
    const handled = await merge()
    expect(handled).toMatchObject({
      outcome: 'done',
      states: [
        { id: child.id, mergedInto: parent.id, updatedAt: minute },
        { id: parent.id, children: [child.id], updatedAt: minute },
      ],
      events: [[{ type: 'merged', at: minute }], [{ type: 'joined', at: minute }]],
    })
    expect(handled.outcome === 'done' && handled.states).toEqual([await now(child), await now(parent)])
  })

  it('stay as they are when either refuses, and the refusal names it', async () => {
    const one = await pair()
    await give(one.child, { type: 'Decline', by: responder, reason: 'Не наше.' })
    const state = await now(one.child)
    expect(await one.merge()).toEqual({ outcome: 'refused', caseId: one.child.id, code: 'superseded', state })
    expect(await versions(one.child, one.parent)).toEqual([3, 2])

    const other = await pair()
    await give(other.parent, { type: 'Merge', by: operator, into: one.parent.id })
    expect(await other.merge()).toMatchObject({ outcome: 'refused', caseId: other.parent.id, code: 'not now' })
    expect(await versions(other.child, other.parent)).toEqual([2, 3])
  })

  it('are refused where one of them is not there', async () => {
    const { child, parent, merge } = await pair()
    await at.remove(keys.snapshot(parent.id))
    expect(await merge()).toEqual({ outcome: 'refused', caseId: parent.id, code: 'unknown case' })
    expect(await versions(child)).toEqual([2])
  })

  it('are both decided again when somebody was faster in one of them', async () => {
    const { child, parent, merge } = await pair()
    const writes = beforeWriting(() => give(parent, note('Быстрее.')))
    expect((await merge()).outcome).toBe('done')
    expect(writes()).toBe(3)
    expect(await versions(child, parent)).toEqual([3, 4])
  })

  it('know an act that comes again by either receipt', async () => {
    const { child, parent, merge } = await pair()
    await merge({ commandId: 'act' })
    const repeated = { outcome: 'repeated', states: [await now(child), await now(parent)] }
    expect(await merge({ commandId: 'act' })).toEqual(repeated)
    expect(await merge({ commandId: 'another' })).toMatchObject({ outcome: 'refused', caseId: child.id })
    expect(await versions(child, parent)).toEqual([3, 3])
  })
})
