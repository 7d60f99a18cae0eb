// Plays one case from its message to the end of the rehearsed days, in a world where nothing goes wrong: people act
// when they are told. Called by rehearsal.ts.
import { instantOf, plusDays } from '../../functions/calendar/dates.ts'
import type { Command } from '../../functions/case/commands.ts'
import type { CaseEvent } from '../../functions/case/events.ts'
import type { NoticeKind } from '../../functions/case/notices/notice.ts'
import type { Region } from '../../regions/schema.ts'
import { noFaults } from '../world/faults.ts'
import { Chance } from '../world/random.ts'
import { routingOf } from '../world/routing.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { Mail, PlayedCase as Played } from '../world/played-case.ts'
import { World } from '../world/world.ts'
import { type Act, afterAccepting, afterMail, type Told } from './behaviour.ts'
import type { Manners } from './manners.ts'
import type { Message, Span } from './messages.ts'

export interface PlayedCase {
  readonly message: Message
  readonly events: readonly CaseEvent[]
  readonly mails: readonly Mail[]
  /** Clocks armed in Step Functions. */
  readonly clocks: number
}

export function endOf(region: Region, { first, days }: Span): number {
  return instantOf(plusDays(first, days), '00:00', region.timeZone)
}

/** Plays one case; the same seed gives the same case. @param end ms, UTC */
export function playCase(region: Region, message: Message, manners: Manners, end: number, seed: number): PlayedCase {
  const { caseId, at, topic, municipality, understood } = message
  const world = new World({
    ...{ start: at, chance: new Chance(seed), faults: noFaults },
    regions: [{ from: 0, region }],
  })
  const played = world.open(caseId, routingOf(region, understood ? topic : undefined, municipality))
  const give = (command: Command, id: string) => world.give([{ caseId, command, seen: played.events.length }], id)
  give(submission(message), 'submit')
  const seen = { events: 0, mails: 0 }
  while (world.agenda.next(end)) {
    for (const act of follows(world, played, message, manners, seen)) {
      const id = `act-${act.at}-${act.command.type}`
      world.agenda.at(act.at, () => give(givenNow(played.table.load().state, act.command), id))
    }
  }
  const until = <T>(all: readonly T[], time: (one: T) => number) => all.filter((one) => time(one) < end)
  return {
    message,
    events: until(played.events, (event) => Date.parse(event.at)),
    mails: until(played.mails, (mail) => mail.at),
    clocks: played.timers.size,
  }
}

function submission({ regime, author }: Message) {
  const by = { role: 'citizen' } as const
  return {
    type: 'Submit',
    by,
    messageId: 'M1',
    channel: 'form',
    regime,
    language: 'ru',
    reach: author ? 'email' : 'none',
  } as const
}

/** What people do about what has happened since this was last asked. */
function follows(
  world: World,
  { events, mails, table }: Played,
  message: Message,
  manners: Manners,
  seen: { events: number; mails: number },
): Act[] {
  const newEvents = events.slice(seen.events)
  const newMails = mails.slice(seen.mails)
  seen.events = events.length
  seen.mails = mails.length
  if (newEvents.length + newMails.length === 0) return []
  const { state } = table.load()
  const { chance, region } = world
  const manner = manners(message.caseId, state.organisation)
  const told = (by: string): Told => ({ region, message, state, manner, chance, by, at: world.agenda.now })
  return [
    ...newMails.flatMap(({ recipient, kind }) => afterMail(told(recipient), kind as NoticeKind)),
    ...newEvents.flatMap((event) => (atDesk(event) && state.responder ? afterAccepting(told(state.responder)) : [])),
  ]

  /** Nobody is told of these: the responder goes on with a case that is theirs. */
  function atDesk(event: CaseEvent) {
    return state.status === 'in_progress' && (event.type === 'accepted' || event.type === 'clarification_expired')
  }
}
