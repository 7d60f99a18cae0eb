// Runs schedules of EventBridge: rate() and cron(). A schedule that fell due several times while the engine was down
// fires once. Made by connections.ts.
import { Cron } from 'croner'
import { setTimeout as pause } from 'node:timers/promises'
import type { Source } from './mapping.ts'

const LOOK_MS = 250
const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** When a schedule falls due next after an instant (ms). @throws Error when the expression cannot be read. */
function nextRun(expression: string, after: number): number {
  const [, kind, body] = /^(rate|cron)\((.+)\)$/.exec(expression) ?? []
  if (kind === 'rate') {
    const [, amount, unit] = /^(\d+) (minute|hour|day)s?$/.exec(body!) ?? []
    if (!unit) throw new Error(`Unknown schedule: ${expression}`)
    return after + Number(amount) * UNIT_MS[unit]!
  }
  if (kind !== 'cron') throw new Error(`Unknown schedule: ${expression}`)
  const [minutes = '', hours = '', ...rest] = body!.split(' ')
  const step = (field: string, last: number) => field.replace(/^(\d+)\/(\d+)$/, `$1-${last}/$2`)
  const cron = new Cron(`0 ${step(minutes, 59)} ${step(hours, 23)} ${rest.join(' ')}`, {
    timezone: 'UTC',
    alternativeWeekdays: true,
  })
  const next = cron.nextRun(new Date(after))
  if (!next) throw new Error(`The schedule ${expression} never falls due.`)
  return next.getTime()
}

export interface Schedule {
  readonly expression: string
  readonly fire: (at: number) => Promise<void>
}

export interface ScheduleSource extends Source {
  readonly dueAt: number
}

export function scheduleSource({ expression, fire }: Schedule, now: () => number): ScheduleSource {
  let dueAt = nextRun(expression, now())
  return {
    get dueAt() {
      return dueAt
    },
    async poll() {
      const at = now()
      if (at < dueAt) return false
      dueAt = nextRun(expression, at)
      await fire(at)
      return true
    },
    wait: () => pause(LOOK_MS),
  }
}
