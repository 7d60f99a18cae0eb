// Sends a write that has a condition. Called by the store where a condition that does not hold means that nothing is left
// to do.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand, type UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { table } from './table.ts'

/** @returns whether the condition held, and so whether anything was written. */
export async function writeIfHolds(command: PutCommand | UpdateCommand): Promise<boolean> {
  try {
    await (command instanceof PutCommand ? table.send(command) : table.send(command))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
