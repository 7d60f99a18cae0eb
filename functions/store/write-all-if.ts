// Sends several writes as one, each with a condition. Called by the store where a condition that does not hold means that somebody else was
// faster. Apart from write-if.ts, because few functions may write so.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { table } from './table.ts'

export type TransactWrite = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** All or none of them. @returns whether they were written: not where a condition did not hold, or another was writing the same at that moment. */
export async function writeAllIfHold(writes: TransactWrite[]): Promise<boolean> {
  try {
    await table.send(new TransactWriteCommand({ TransactItems: writes }))
    return true
  } catch (error) {
    const codes = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
    if (codes.some(({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict')) return false
    throw error
  }
}
