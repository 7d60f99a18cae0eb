// What the region wants done with what routing finds by itself of a topic: kept out of sight, shown to a person, acted on. Called by
// route-message.ts, and where a person is shown ready choices.
import type { Region } from '../../regions/schema.ts'
import type { RoutingMode } from '../../regions/vocabulary.ts'

/** "suggest" where the region's file says nothing. */
export function modeOf({ routing }: Region, topic: string): RoutingMode {
  return routing.modes[topic.split('.')[0]!] ?? routing.modes['*'] ?? 'suggest'
}
