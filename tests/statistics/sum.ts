// Adds counters up, for the tests of the statistics.
import { addTo, type Counts } from '../../functions/statistics/counters.ts'

export function sum(all: Iterable<Counts>): Counts {
  const total = {}
  for (const counts of all) addTo(total, counts)
  return total
}
