// The regions that are played: the real files, moved to other zones and other policies, so that nothing holds only by
// the accident of one file. A second version of each comes into force in the middle of the year, as a deployment would
// bring it. Called by play.ts.
import { loadRegion, regionCodes } from '../../regions/load.ts'
import type { Region } from '../../regions/schema.ts'

export interface PlayedRegion {
  readonly name: string
  readonly before: Region
  readonly after: Region
}

const DAY = 86_400_000
const zones = ['Europe/Kaliningrad', 'Asia/Yekaterinburg', 'Asia/Kamchatka', 'Europe/Berlin', 'America/St_Johns']

export function playedRegions(): PlayedRegion[] {
  const files = regionCodes().map(loadRegion)
  const [first] = files
  return [
    ...files.map((region) => played(region.code, region)),
    ...zones.map((timeZone) => played(`${first!.code} in ${timeZone}`, { ...first!, timeZone })),
    played(
      'moderated',
      withPolicy(first!, { moderateMessages: true, clarification: inBoth({ max: 3, onSilence: 'resume' }) }),
    ),
    played('generous', generous(first!)),
    played('often away', oftenAway(first!)),
  ]
}

/** Whoever writes may join any open case, and any answer may be published. */
function played(name: string, file: Region): PlayedRegion {
  const before: Region = { ...file, public: { atLeast: 5, embeddedBy: [], topics: ['*'], answers: ['*'] } }
  return { name, before, after: changed(before) }
}

function inBoth<T>(rule: T): { message: T; statutory: T } {
  return { message: rule, statutory: rule }
}

function withPolicy(region: Region, policy: Partial<Region['policy']>): Region {
  return { ...region, policy: { ...region.policy, ...policy } }
}

/** Extensions that need nobody's consent, digests for everybody, and no quiet days off. */
function generous(region: Region): Region {
  const organisations = region.organisations.map((one) => ({
    ...one,
    responder: { ...one.responder, mails: 'digest' as const, receipts: true },
  }))
  return withPolicy(
    { ...region, organisations },
    {
      extension: inBoth({ max: 3, term: { amount: 5, unit: 'calendar days' }, grantedBy: 'automatic' }),
      quietHours: { ...region.policy.quietHours, daysOff: false },
    },
  )
}

/** Every other fortnight the first of each list is away, and in August everybody; the second has half a share. */
function oftenAway(region: Region): Region {
  const away = Array.from({ length: 14 }, (_, fortnight) => {
    const from = Date.parse('2025-10-01') + fortnight * 28 * DAY
    return { from: dayOf(from), to: dayOf(from + 13 * DAY) }
  })
  const august = { from: '2026-08-01', to: '2026-08-31' }
  const people = (list: Region['operators']) =>
    list.map((one, index) =>
      index === 0 ? { ...one, away: [...away, august] } : { ...one, share: 0.5, away: [august] },
    )
  return { ...region, operators: people(region.operators), moderators: people(region.moderators) }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The next version: shorter terms, other reminders, a day off more. */
function changed(region: Region): Region {
  const { terms, reminders } = region.policy
  const message = { ...terms.message, finalAnswer: { amount: 2, unit: 'working days' as const } }
  const [, ...escalations] = reminders.escalations
  return withPolicy(
    {
      ...region,
      calendar: { ...region.calendar, holidays: { ...region.calendar.holidays, '2026-07-13': 'Played day off' } },
    },
    {
      version: `${region.policy.version}+1`,
      terms: { ...terms, message },
      reminders: { warnings: [{ at: 0.6, to: 'deputy' }], escalations },
    },
  )
}
