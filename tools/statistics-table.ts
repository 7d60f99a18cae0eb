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

interface CaseFigures {
  readonly received: number
  readonly solved: number
  readonly unanswered: number
  readonly open: number
  readonly reopened: number
  readonly rated: number
  readonly meanScore: number | null
  readonly medianHours: number | null
}

interface Named {
  readonly id: string | null
  readonly name: Record<string, string> | null
}

interface Asked {
  readonly from: string
  readonly to: string
  readonly by: string
}

interface DeadlinesReply extends Asked {
  readonly of: 'deadlines'
  readonly clock?: string
  readonly groups: readonly (Figures & Named)[]
  readonly total: Figures
}

interface CasesReply extends Asked {
  readonly of: 'cases'
  readonly groups: readonly (CaseFigures & Named)[]
  readonly total: CaseFigures
}

export type StatisticsReply = DeadlinesReply | CasesReply

const NAME_WIDTH = 44
const head = ['ended', 'on time', 'late', 'paused', 'extended', 'cancelled', 'median', 'p90']

const caseHead = ['received', 'solved', 'unanswered', 'open now', 'reopened', 'rated', 'stars', 'median']

export function statisticsTable(reply: StatisticsReply): string {
  return reply.of === 'cases' ? casesTable(reply) : deadlinesTable(reply)
}

function casesTable({ from, to, by, groups, total }: CasesReply): string {
  const row = (name: string, figures: CaseFigures) => {
    const { received, solved, unanswered, open, reopened, rated, meanScore, medianHours } = figures
    const stars = meanScore === null ? '—' : meanScore.toFixed(2)
    return line(name, [received, solved, unanswered, open, reopened, rated, stars, hoursOf(medianHours)])
  }
  return [
    `Cases from ${from} to ${to}, by ${by}`,
    line(by, caseHead),
    ...groups.map((group) => row(nameOf(group), group)),
    row('total', total),
    'Median: no more than so many hours from a message to its answer, of those solved.',
  ].join('\n')
}

function deadlinesTable({ from, to, by, clock, groups, total }: DeadlinesReply): string {
  const rows = groups.flatMap((group) => rowsOf(nameOf(group), group))
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
  return [medianHours, p90Hours].map(hoursOf)
}

function hoursOf(hours: number | null): string {
  return hours === null ? '—' : `≤ ${hours} h`
}

function nameOf({ id, name }: Named): string {
  return name ? Object.values(name)[0]! : (id ?? '—')
}

function line(name: string, cells: readonly (string | number)[]): string {
  const short = name.length < NAME_WIDTH ? name : `${name.slice(0, NAME_WIDTH - 2)}…`
  return (short.padEnd(NAME_WIDTH) + cells.map((cell) => String(cell).padStart(11)).join('')).trimEnd()
}
