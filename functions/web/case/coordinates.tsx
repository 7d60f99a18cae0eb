// Where a problem is, as a link to the map of the reader’s own telephone. Part of case-facts.tsx.
import type { FC } from 'hono/jsx'
import type { Location } from '../../case/case.ts'

/** Coordinates that a telephone opens in its own map: nothing is asked of anybody else's server. */
export const Coordinates: FC<{ location: Location }> = ({ location: { lat, lon } }) => {
  const text = `${lat.toFixed(5)}, ${lon.toFixed(5)}`
  return <a href={`geo:${text.replace(' ', '')}`}>{text}</a>
}
