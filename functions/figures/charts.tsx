// Charts of the figures, drawn here as SVG within the page: no script and nobody else's server. Each is one picture with a name; the table beside it
// says all that it says. The second of two amounts is hatched, so that colour is not all that tells them apart. Part of figures-page.tsx.
import type { FC } from 'hono/jsx'
import type { Table } from './tables.ts'

/** Of bars, which are as wide as a telephone, and of columns, one for each day. */
const [BARS, COLUMNS] = [340, 480]
/** Beside a bar, for its figures. */
const BESIDE = 70
/** Of a row of bars, with its name above. */
const ROW = 38
const BAR = 14
const MOST_ROWS = 12
const HEIGHT = 180
const FOOT = 24
const LEFT = 36
const HATCH = 'hatch'

export const chartStyle = `
.chart{display:block;width:100%;max-width:30rem;height:auto;margin:var(--s2) 0}
.chart.days{max-width:48rem}.chart text{font-size:13px;fill:var(--ink)}.chart .soft{fill:var(--soft)}
.chart .one{fill:var(--accent)}.chart .two{stroke:var(--bad);stroke-width:1}
.chart .line{stroke:var(--line);stroke-width:1}
.chart pattern rect{fill:var(--paper)}.chart pattern path{stroke:var(--bad);stroke-width:2}
.key{display:flex;flex-wrap:wrap;gap:0 var(--s4);font-size:var(--small)}.key svg{width:1rem;height:1rem;vertical-align:-2px}
@media (max-width:40rem){.days text{font-size:18px}}
@media (forced-colors:active){.chart .one{fill:CanvasText}.chart text{fill:CanvasText}.chart .two{stroke:CanvasText}}`

/** Two amounts of each row: beside each other over days, else one after the other from the left. */
export const Chart: FC<{ table: Table }> = ({ table }) =>
  table.rows.length === 0 ? null : (
    <>
      <Key table={table} />
      {table.name === 'days' ? <Columns table={table} /> : <Bars table={table} />}
    </>
  )

const Key: FC<{ table: Table }> = ({ table: { head, name } }) => (
  <p class="key" aria-hidden="true">
    {[head[1], head[2]].map((label, index) => (
      <span>
        <svg class="chart" viewBox="0 0 16 16" style="display:inline">
          <Hatch id={`${HATCH}-key-${name}-${index}`} />
          <rect
            width="16"
            height="16"
            class={index === 0 ? 'one' : 'two'}
            {...(index === 1 && { fill: `url(#${HATCH}-key-${name}-${index})` })}
          />
        </svg>{' '}
        {label}
      </span>
    ))}
  </p>
)

const Hatch: FC<{ id: string }> = ({ id }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" />
      <path d="M1 0v6" />
    </pattern>
  </defs>
)

/** The first rows; the table has all. */
const Bars: FC<{ table: Table }> = ({ table: { name, title, rows } }) => {
  const shown = rows.slice(0, MOST_ROWS)
  const most = Math.max(1, ...shown.map(([, one = 0, two = 0]) => Number(one) + Number(two)))
  const wide = (amount: number) => Math.round((amount / most) * (BARS - BESIDE))
  return (
    <svg class="chart" viewBox={`0 0 ${BARS} ${shown.length * ROW}`} role="img" aria-label={title}>
      <Hatch id={`${HATCH}-${name}`} />
      {shown.map(([label, one = 0, two = 0], index) => {
        const [first, second] = [wide(Number(one)), wide(Number(two))]
        const y = index * ROW
        return (
          <>
            <text x="0" y={y + 14}>
              {label}
            </text>
            <rect class="one" x="0" y={y + 19} width={first} height={BAR} />
            <rect class="two" x={first} y={y + 19} width={second} height={BAR} fill={`url(#${HATCH}-${name})`} />
            <text class="soft" x={first + second + 6} y={y + 31}>
              {Number(two) > 0 ? `${one} + ${two}` : one}
            </text>
          </>
        )
      })}
    </svg>
  )
}

const Columns: FC<{ table: Table }> = ({ table: { name, title, rows } }) => {
  const most = Math.max(1, ...rows.flatMap(([, one = 0, two = 0]) => [Number(one), Number(two)]))
  const step = (COLUMNS - LEFT) / rows.length
  const thick = Math.max(1, Math.floor(step / 2.4))
  const tall = (amount: number) => Math.round((amount / most) * (HEIGHT - 12))
  const every = Math.ceil(rows.length / 6)
  return (
    <svg class="chart days" viewBox={`0 0 ${COLUMNS} ${HEIGHT + FOOT}`} role="img" aria-label={title}>
      <Hatch id={`${HATCH}-${name}`} />
      <text class="soft" x="0" y="14">
        {most}
      </text>
      <path class="line" d={`M${LEFT} 12h${COLUMNS - LEFT}M${LEFT} ${HEIGHT}h${COLUMNS - LEFT}`} />
      {rows.map(([date, one = 0, two = 0], index) => {
        const x = Math.round(LEFT + index * step)
        const [first, second] = [tall(Number(one)), tall(Number(two))]
        return (
          <>
            <rect class="one" x={x} y={HEIGHT - first} width={thick} height={first} />
            <rect
              class="two"
              x={x + thick}
              y={HEIGHT - second}
              width={thick}
              height={second}
              fill={`url(#${HATCH}-${name})`}
            />
            {index % every === 0 ? (
              <text class="soft" x={x} y={HEIGHT + 18}>
                {dayOf(String(date))}
              </text>
            ) : null}
          </>
        )
      })}
    </svg>
  )
}

/** "02.03" */
function dayOf(date: string): string {
  return date.slice(5).split('-').reverse().join('.')
}
