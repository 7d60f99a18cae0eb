// The map of a region: darker where there is more, with the figure on it. It is a picture; the table beside it says the same in
// text. Part of figures-page.tsx.
import type { FC } from 'hono/jsx'
import type { Region } from '../../regions/schema.ts'
import type { Row } from './tables.ts'
import { pictureOf } from '../web/shapes.ts'

/** What the map shows. */
export const shown = ['open', 'solved'] as const
export type Shown = (typeof shown)[number]

/** How dark the fullest municipality is, and any that has something. */
const DARKEST = 0.75
const LIGHTEST = 0.1

export const mapStyle = `
.map{display:block;width:100%;height:auto;max-height:36rem;margin:.5rem 0}
.map path{stroke:var(--soft);stroke-width:1;fill:var(--accent)}
.map text{font-size:17px;font-weight:600;text-anchor:middle;fill:var(--ink);stroke:var(--paper);stroke-width:4px;paint-order:stroke;stroke-linejoin:round}
@media (max-width:30rem){.map text{font-size:25px}}
@media (forced-colors:active){.map path{fill:Canvas;stroke:CanvasText}.map text{fill:CanvasText;stroke:Canvas}}`

export const RegionMap: FC<{ region: Region; rows: readonly Row[]; show: Shown; title: string }> = ({
  region,
  rows,
  show,
  title,
}) => {
  const picture = pictureOf(region)
  if (!picture) return null
  const amounts = new Map(rows.map((row) => [row.id, row[show]]))
  const most = Math.max(1, ...rows.filter(({ id }) => id !== null).map((row) => row[show]))
  const darkness = (amount = 0) => (amount > 0 ? LIGHTEST + (DARKEST - LIGHTEST) * (amount / most) : 0)
  return (
    <svg class="map" viewBox={`0 0 ${picture.width} ${picture.height}`} role="img" aria-label={title}>
      {picture.shapes.map(({ id, path }) => (
        <path d={path} fill-opacity={darkness(amounts.get(id)).toFixed(2)} />
      ))}
      {picture.shapes.flatMap(({ id, at: [x, y] }) => {
        const amount = amounts.get(id)
        return amount === undefined
          ? []
          : [
              <text x={x} y={y + 6}>
                {amount}
              </text>,
            ]
      })}
    </svg>
  )
}
