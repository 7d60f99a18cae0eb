// Stands in for fast-check while mutants are tried: the same examples every time, fewer of them, and no shrinking,
// because only whether a property fails is asked. warm-vitest.ts gives it to the tests.
import real from 'fast-check'

export * from 'fast-check'

const RUNS = 60

export const assert = ((property: never, given: { numRuns?: number } = {}) =>
  real.assert(property, {
    ...given,
    seed: 20260302,
    numRuns: Math.min(given.numRuns ?? RUNS, RUNS),
    endOnFailure: true,
  })) as typeof real.assert

export default { ...real, assert }
