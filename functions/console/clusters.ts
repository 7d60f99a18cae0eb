// Puts what lies close together on a picture into one: every point is in exactly one cluster, so that the sum of them is the sum of the points. Pure.
// Called by the map.

/** The side of a square whose points are taken together, and how far apart the middles of two clusters are at least (units of the picture). */
const [CELL, APART] = [48, 42]

export interface Spotted<T> {
  readonly x: number
  readonly y: number
  readonly of: T
}

export interface Cluster<T> {
  /** Of its square of the picture, or of the fullest of its squares. */
  readonly name: string
  readonly x: number
  readonly y: number
  readonly members: readonly T[]
}

/** The fullest first; one that would lie upon a fuller one is part of it. */
export function clustersOf<T>(spots: readonly Spotted<T>[]): Cluster<T>[] {
  const squares = Map.groupBy(spots, ({ x, y }) => `${Math.floor(x / CELL)}-${Math.floor(y / CELL)}`)
  const own = [...squares].map(([name, some]): Cluster<T> => ({
    name,
    x: Math.round(mean(some.map(({ x }) => x))),
    y: Math.round(mean(some.map(({ y }) => y))),
    members: some.map(({ of }) => of),
  }))
  const clusters: Cluster<T>[] = []
  for (const one of own.toSorted((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1))) {
    const at = clusters.findIndex(({ x, y }) => Math.hypot(x - one.x, y - one.y) < APART)
    const fuller = clusters[at]
    if (fuller) clusters[at] = { ...fuller, members: [...fuller.members, ...one.members] }
    else clusters.push(one)
  }
  return clusters
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
