// Reads how choices of who answers for messages fared, by month and version: a few small items a month, so that a year is one read. Called by the
// figures of the console.
import type { LabelCounter } from '../statistics/labels.ts'
import type { Counts } from '../statistics/counters.ts'
import type { Month } from '../statistics/months.ts'
import { itemsOf } from './partition.ts'
import { figureKeys } from './table.ts'

/** From a month on, in their order. */
export async function labelsSince(tableName: string, month: Month): Promise<LabelCounter[]> {
  const { pk } = figureKeys.labels(month, undefined)
  const items = await itemsOf(tableName, pk, month, '\uffff')
  return items.map(({ pk: _, sk, ...counts }) => {
    const [of = '', model] = String(sk).split('#')
    return { month: of, ...(model !== '-' && { model: model! }), counts: counts as Counts }
  })
}
