// On which conditions the record of a notice is written: nobody ends or drops what another has moved on.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { claimNotice, dropNotice, endNotice, keepNotice } from '../../functions/store/notices.ts'
import { table } from '../../functions/store/table.ts'

const at = '2026-03-02T07:00:00.000Z'
const caseId = '99-260302-AAAAA'
const notice = { recipient: 'operator-1', kind: 'triage', link: 'triage' } as const
const named = { tableName: 'table', caseId, seq: 2, notice, at, attempts: 3, refusals: 1 }
const Key = { pk: `C#${caseId}`, sk: 'N#000002#operator-1' }
const ifFree = {
  ConditionExpression:
    'attribute_not_exists(pk) OR #status IN (:failed, :waiting) OR (#status = :claimed AND claimedAt < :expired)',
  ExpressionAttributeNames: { '#status': 'status' },
  ExpressionAttributeValues: {
    ...{ ':failed': 'failed', ':waiting': 'waiting', ':claimed': 'claimed' },
    ':expired': '2026-03-02T06:58:00.000Z',
  },
}
const record = { ...Key, seq: 2, recipient: 'operator-1', kind: 'triage', claimedAt: at, attempts: 3, refusals: 1 }

const written = () => {
  const send = vi.spyOn(table, 'send').mockResolvedValue({} as never)
  return () => send.mock.calls.map(([command]) => command.input)
}
afterEach(() => void vi.restoreAllMocks())

it('a claim takes what is free, with what its tries came to, and issues its link in the same transaction', async () => {
  const inputs = written()
  expect(await claimNotice({ ...named, link: { pk: 'L#hash', sk: 'S' } })).toBe(true)
  expect(inputs()).toMatchObject([
    {
      TransactItems: [
        { Put: { TableName: 'table', Item: { ...record, status: 'claimed' }, ...ifFree } },
        { Put: { TableName: 'table', Item: { pk: 'L#hash', sk: 'S' } } },
      ],
    },
  ])
})

it('keeping takes what is free, and puts it where the morning post looks', async () => {
  const inputs = written()
  const until = '2026-03-03T05:30:00.000Z'
  await keepNotice({ ...named, until })
  const Item = { ...record, status: 'waiting', until, check: 'WAITING', checkAt: until }
  expect(inputs()).toEqual([{ TableName: 'table', Item, ...ifFree }])
})

describe('an end', () => {
  const claimed = { TableName: 'table', Key, ConditionExpression: '#status = :claimed' }
  it.each([
    [{ status: 'sent', mailId: 'mail-1' }, ', mailId = :mailId', { ':mailId': 'mail-1' }],
    [{ status: 'skipped' }, '', {}],
    [{ status: 'failed', refusals: 2 }, ', refusals = :refusals', { ':refusals': 2 }],
    [
      { status: 'refused', refusals: 4, fault: 'letter' },
      ', refusals = :refusals, fault = :fault',
      { ':refusals': 4, ':fault': 'letter' },
    ],
  ] as const)('%o is written to what is claimed', async (end, more, values) => {
    const inputs = written()
    await endNotice('table', caseId, 2, 'operator-1', at, end)
    expect(inputs()).toEqual([
      {
        ...claimed,
        UpdateExpression: `SET #status = :status, endedAt = :at${more}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': end.status, ':at': at, ':claimed': 'claimed', ...values },
      },
    ])
  })

  it('of what another moved on is theirs', async () => {
    const failed = new ConditionalCheckFailedException({ message: '', $metadata: {} })
    vi.spyOn(table, 'send').mockRejectedValue(failed as never)
    await endNotice('table', caseId, 2, 'operator-1', at, { status: 'skipped' })
  })
})

it.each(['skipped', 'failed'] as const)('what waits is dropped as %s and leaves the morning post', async (status) => {
  const inputs = written()
  await dropNotice('table', caseId, 2, 'operator-1', at, status)
  expect(inputs()).toEqual([
    {
      ...{ TableName: 'table', Key, ConditionExpression: '#status = :waiting' },
      UpdateExpression: 'SET #status = :status, endedAt = :at REMOVE #check, checkAt',
      ExpressionAttributeNames: { '#status': 'status', '#check': 'check' },
      ExpressionAttributeValues: { ':status': status, ':at': at, ':waiting': 'waiting' },
    },
  ])
})
