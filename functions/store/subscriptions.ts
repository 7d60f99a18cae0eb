// Which endpoints of webhooks there are and what they are told of: one list for all, read with every event. Called by
// functions/webhooks.
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { webhookKeys, table } from './table.ts'

/** Which events an endpoint is told of. */
export interface Subscription {
  readonly id: string
  readonly integrator: string
  /** Without them, all. */
  readonly types?: readonly string[]
  /** Of all cases, not only the integrator's own. */
  readonly all: boolean
  /** Of test cases, and of them alone. */
  readonly test: boolean
}

export interface Listed {
  readonly endpoints: readonly Subscription[]
  readonly version: number
}

/** The subscriptions of the region. */
export async function loadSubscriptions(tableName: string): Promise<Listed> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName, Key: webhookKeys.endpoints }))
  return {
    endpoints: (Item?.['endpoints'] as Subscription[] | undefined) ?? [],
    version: Number(Item?.['version'] ?? 0),
  }
}
