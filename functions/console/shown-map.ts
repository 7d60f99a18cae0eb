// Which cases of a list are on a piece of the map, in which clusters, and which are listed beside it. Pure. Called by the map.
import type { Region } from '../../regions/schema.ts'
import { spotAt, type View, wholeRegion } from '../web/map-view.ts'
import { type AskedMap, MAP_SIDE, type ShownMap } from './asked-map.ts'
import type { ListedState } from './cases-of-list.ts'
import { clustersOf, squareOf } from './clusters.ts'

export function shownMap(
  region: Region,
  { view, square }: AskedMap,
  cases: readonly ListedState[],
): Omit<ShownMap, 'isMore'> {
  const seen: View = view ?? { ...wholeRegion(region), side: MAP_SIDE }
  const spots = cases.flatMap((of) => {
    if (!of.state.location) return []
    const [x, y] = spotAt(seen, of.state.location)
    return x >= 0 && y >= 0 && x < MAP_SIDE && y < MAP_SIDE ? [{ x, y, of }] : []
  })
  const meant = square === undefined ? spots : spots.filter(({ x, y }) => squareOf(x, y) === square)
  const onMap = new Set(meant.map(({ of }) => of))
  const without = cases.filter(({ state }) => !state.location)
  return {
    ...{ view: seen, clusters: clustersOf(spots), withoutPoint: without.length, total: cases.length },
    listed: cases.filter((one) => onMap.has(one) || (!view && square === undefined && !one.state.location)),
  }
}
