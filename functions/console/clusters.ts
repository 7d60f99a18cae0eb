// Puts what lies close together on a picture into one: every point is in exactly one cluster, so that the sum of them is the sum of the points. Pure.
// Called by the map.

/** How far apart two clusters' middles are about (units of the picture): a finger needs as much. */
const CELL = 48

export interface Spotted<T> {
  readonly x: number
  readonly y: number
  readonly of: T
}

export interface Cluster<T> {
  /** Of its square of the picture. */
  readonly name: string
  readonly x: number
  readonly y: number
  readonly members: readonly T[]
}

export function clustersOf<T>(spots: readonly Spotted<T>[]): Cluster<T>[] {
  const squares = Map.groupBy(spots, ({ x, y }) => squareOf(x, y))
  return [...squares].map(([name, some]) => ({
    name,
    x: Math.round(mean(some.map(({ x }) => x))),
    y: Math.round(mean(some.map(({ y }) => y))),
    members: some.map(({ of }) => of),
  }))
}

export function squareOf(x: number, y: number): string {
  return `${Math.floor(x / CELL)}-${Math.floor(y / CELL)}`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
