// Says which part of the API a request to the table is for, by the keys that it names and the indexes that it changes. Called by
// capacity-proxy.ts.

export interface Units {
  readUnits: number
  writeUnits: number
}

type Item = Readonly<Record<string, { readonly S?: string } | undefined>>
interface Query {
  readonly Key?: Item
  readonly Item?: Item
  readonly IndexName?: string
  readonly ExpressionAttributeValues?: Item
}
/** What is asked of the table. */
export interface Asked extends Query {
  readonly TransactItems?: readonly Readonly<Record<string, Query>>[]
}

/** Capacity that a request consumed. */
export interface Consumed {
  readonly CapacityUnits: number
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits: number }>>
}

/** An item of a transaction that is shorter than 1 KB, as all of these are. */
const TRANSACTED = 2

/** The units of a request by part; those of none of them are left out. */
export function partsOf(asked: Asked, { CapacityUnits, GlobalSecondaryIndexes = {} }: Consumed) {
  const parts: Record<string, number> = {}
  const add = (part: string, units: number) => (parts[part] = (parts[part] ?? 0) + units)
  for (const [index, { CapacityUnits: units }] of Object.entries(GlobalSecondaryIndexes)) add(`index ${index}`, units)
  if (!asked.TransactItems) {
    const part = partOf(asked)
    if (part) add(part, CapacityUnits)
    return parts
  }
  const items = asked.TransactItems.map((one) => partOf(Object.values(one)[0]!))
  // A transaction of the feed is nothing but that, and what is posted of it.
  const isFeed = items.includes('feed')
  if (isFeed) add('feed', CapacityUnits - TRANSACTED * items.filter((part) => part === 'webhooks').length)
  for (const part of items) if (part && part !== 'feed') add(part, TRANSACTED)
  return parts
}

const byPartition: Readonly<Record<string, string>> = {
  'E#': 'feed',
  'K#': 'keys and limits',
  'T#': 'keys and limits',
  'I#': 'idempotency and external ids',
  'H#': 'webhooks',
  'X#': 'webhooks',
}

function partOf({ Key, Item, ExpressionAttributeValues }: Query): string | undefined {
  const { pk, sk } = Key ?? Item ?? { pk: ExpressionAttributeValues?.[':pk'] }
  if (sk?.S === 'F') return 'feed'
  return byPartition[pk?.S?.slice(0, 2) ?? '']
}
