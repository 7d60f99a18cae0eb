// Writes the statistics as people read them in a terminal. Called by npm run statistics.
interface Times {
  readonly medianHours: number | null
  readonly p90Hours: number | null
}

interface Figures extends Times {
  readonly ended: number
  readonly late: number
  readonly onTimeShare: number | null
  readonly paused: number
  readonly extended: number
  readonly cancelled: number
  readonly inCalendarTime: ({ readonly ended: number } & Times) | null
}

export interface StatisticsReply {
  readonly from: string
  readonly to: string
  readonly by: string
  readonly clock?: string
  readonly groups: readonly (Figures & { readonly id: string | null; readonly name: Record<string, string> | null })[]
  readonly total: Figures
}

const NAME_WIDTH = 44
const head = ['ended', 'on time', 'late', 'paused', 'extended', 'cancelled', 'median', 'p90']

export function statisticsTable({ from, to, by, clock, groups, total }: StatisticsReply): string {
  const rows = groups.flatMap((group) => rowsOf(group.name ? Object.values(group.name)[0]! : (group.id ?? '—'), group))
  return [
    `Deadlines from ${from} to ${to}, by ${by}${clock ? `, ${clock} only` : ''}`,
    line(by, head),
    ...rows,
    ...rowsOf('total', total),
    'Median and p90: no more than so many hours of working time, from the start of a clock to its end without its pauses.',
  ].join('\n')
}

function rowsOf(name: string, figures: Figures): string[] {
  const { ended, late, onTimeShare, paused, extended, cancelled, inCalendarTime } = figures
  const share = onTimeShare === null ? '—' : `${(onTimeShare * 100).toFixed(1)} %`
  const row = line(name, [ended, share, late, paused, extended, cancelled, ...timesOf(figures)])
  if (!inCalendarTime) return [row]
  const { ended: inDays } = inCalendarTime
  const blank = head.slice(1, -2).map(() => '')
  return [row, line('  of them in calendar time', [inDays, ...blank, ...timesOf(inCalendarTime)])]
}

function timesOf({ medianHours, p90Hours }: Times): string[] {
  return [medianHours, p90Hours].map((hours) => (hours === null ? '—' : `≤ ${hours} h`))
}

function line(name: string, cells: readonly (string | number)[]): string {
  const short = name.length < NAME_WIDTH ? name : `${name.slice(0, NAME_WIDTH - 2)}…`
  return (short.padEnd(NAME_WIDTH) + cells.map((cell) => String(cell).padStart(11)).join('')).trimEnd()
}
