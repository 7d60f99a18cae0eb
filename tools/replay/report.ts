// Writes the table at the end of a replay, from what the public API says of each case. Called by npm run replay.
import type { CaseView } from './client.ts'
import type { Entry } from './journal.ts'

export interface Outcome {
  readonly entries: readonly Entry[]
  readonly cases: readonly CaseView[]
  /** Mails to responders per case, where a mailbox could be read. */
  readonly mails?: ReadonlyMap<string, number>
}

const isRouted = (one: CaseView) => one.organisation !== null
const work = (one: CaseView) => one.notices.filter((notice) => notice.kind === 'work')

/** Whether nothing is left to wait for: the case has its place, and everybody was told or will be in the morning. */
export function isSettled(one: CaseView): boolean {
  const atRest = ['sent', 'skipped', 'waiting', 'bounced']
  const told = one.notices.length > 0 && one.notices.every((notice) => atRest.includes(notice.status))
  // Whoever was told first that it waits is no sign that those are told who have it now.
  if (isRouted(one) && work(one).length === 0) return false
  return one.status !== 'received' && one.status !== 'routing' && told
}

export function reportLines({ entries, cases, mails }: Outcome): string[] {
  const refused = entries.flatMap((entry) => ('refused' in entry ? [entry.refused] : []))
  const routed = cases.filter(isRouted)
  const mailed = routed.filter((one) => work(one).some((notice) => notice.status === 'sent'))
  const waiting = routed.filter((one) => work(one).some((notice) => notice.status === 'waiting'))
  const repeated = cases.filter((one) => one.notices.some((notice) => notice.attempts > 1))
  const distinct = new Set(cases.map((one) => one.id)).size
  const doubled = mails ? routed.filter((one) => (mails.get(one.id) ?? 0) > 1) : []
  const missing = mails ? routed.filter((one) => !mails.get(one.id)) : []
  const times = mailed
    .flatMap((one) =>
      work(one).flatMap(({ endedAt }) => (endedAt ? [Date.parse(endedAt) - Date.parse(one.receivedAt)] : [])),
    )
    .sort((a, b) => a - b)
  const unwatched = cases.filter((one) => one.deadlines.length === 0)
  return [
    line('rows', entries.length),
    line('accepted', entries.length - refused.length),
    line('distinct cases', distinct),
    line('routed', routed.length),
    line('in triage', cases.length - routed.length),
    line('routed and mailed', mailed.length),
    line('routed, waiting for morning', waiting.length),
    line(
      'sent again after a crash',
      repeated.length,
      repeated.map((one) => one.id),
    ),
    ...(mails
      ? [
          line('routed, mails in the box: 0', missing.length),
          line(
            'routed, mails in the box: >1',
            doubled.length,
            doubled.map((one) => one.id),
          ),
        ]
      : []),
    line(
      'without a running deadline',
      unwatched.length,
      unwatched.map((one) => one.id),
    ),
    line('refused', refused.length),
    ...counted(refused),
    '',
    `POST to responder's mail: p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`,
    '',
    'Routed by topic',
    ...counted(routed.map((one) => one.topic ?? '—')).slice(0, 25),
    '',
    'Routed by municipality',
    ...counted(routed.map((one) => one.municipality ?? '(none needed)')).slice(0, 25),
  ]
}

function line(name: string, value: number, names: readonly string[] = []) {
  return `${name.padEnd(30)}${String(value).padStart(7)}  ${names.slice(0, 5).join(' ')}`.trimEnd()
}

function counted(values: readonly string[]): string[] {
  const counts = Map.groupBy(values, (value) => value)
  return [...counts]
    .sort(([one, of], [other, others]) => others.length - of.length || (one < other ? -1 : 1))
    .map(([value, all]) => `  ${String(all.length).padStart(6)}  ${value}`)
}

/** The value below which a share of a sorted list lies; "—" for an empty list. */
export function quantile(sorted: readonly number[], share: number): number | string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? '—'
}
