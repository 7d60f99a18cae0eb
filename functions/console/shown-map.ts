// Which cases of a list are on a piece of the map, in which clusters, and which are listed beside it. Pure. Called by the map.
import type { Region } from '../../regions/schema.ts'
import { spotAt, type View, wholeRegion } from '../web/map-view.ts'
import { type AskedMap, MAP_SIDE, type ShownMap } from './asked-map.ts'
import type { ListedState } from './cases-of-list.ts'
import { clustersOf } from './clusters.ts'

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
  const clusters = clustersOf(spots)
  const meant = square === undefined ? clusters : clusters.filter(({ name }) => name === square)
  const onMap = new Set(meant.flatMap(({ members }) => members))
  const without = cases.filter(({ state }) => !state.location)
  return {
    ...{ view: seen, clusters, withoutPoint: without.length, total: cases.length },
    listed: cases.filter((one) => onMap.has(one) || (!view && square === undefined && !one.state.location)),
  }
}
