// What a command would come to, reckoned by the decider and shown before it is given: where the case would stand, which deadlines begin,
// move, rest or end, and who would be written to. Shown on act-page.tsx.
import type { FC } from 'hono/jsx'
import { organisationName, topicName } from '../../regions/names.ts'
import { wholeOf } from '../../regions/languages.ts'
import { localTime } from '../calendar/local-time.ts'
import type { Case } from '../case/case.ts'
import { clocksOf, isPaused } from '../case/clocks/clock.ts'
import type { Unshown } from '../case/commands.ts'
import { decide } from '../case/decide.ts'
import type { CaseEvent } from '../case/events.ts'
import { evolve } from '../case/evolve.ts'
import { noticesFor } from '../case/notices/notices-for.ts'
import { givenNow } from '../case/permissions.ts'
import { mailName } from '../web/case/officials-history.tsx'
import { who } from '../web/case/who.ts'
import type { Visit } from '../web/visit.ts'
import { actsWords } from '../web/words/acts.ts'
import { wordsFor } from '../web/words/words.ts'

type About = Pick<Visit, 'region' | 'request'> & { readonly state: Case }

interface ConsequencesProps {
  readonly about: About
  readonly command: Unshown
  /** Names the case, where several are changed by one act. */
  readonly named?: boolean
}

export const Consequences: FC<ConsequencesProps> = ({ about, command, named }) => {
  const text = actsWords[wholeOf(about.request.language)]
  const lines = consequencesOf(about, command)
  if (typeof lines === 'string') return <p class="wrong">{named ? `${about.state.id}: ${lines}` : lines}</p>
  return (
    <section class="note">
      <h2>{named ? text.comesToIn(about.state.id) : text.comesTo}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** Line by line; where the decider would refuse it, why. */
function consequencesOf(about: About, command: Unshown): string[] | string {
  const { state, region, request } = about
  const decision = decide(state, givenNow(state, command), request.at, region)
  if ('refused' in decision) return wordsFor(request.language, state).refusals[decision.refused]
  const after = decision.events.reduce(evolve, state)
  const lines = [...changes(about, after), ...deadlines(about, after), ...mails(about, after, decision.events)]
  return lines.length > 0 ? lines : [actsWords[wholeOf(request.language)].nothingElse]
}

function changes({ state, region, request: { language } }: About, after: Case): string[] {
  const all = wordsFor(language, state)
  const text = actsWords[wholeOf(language)]
  const rows = [
    [all.status, all.statuses[state.status], all.statuses[after.status]],
    [all.topic, topicName(region, state.topic, language), topicName(region, after.topic, language)],
    [all.similar, String(state.children.length), String(after.children.length)],
    [
      all.responsible,
      organisationName(region, state.organisation, language),
      organisationName(region, after.organisation, language),
    ],
  ] as const
  return rows.flatMap(([what, was, is]) => (was === is ? [] : [text.changes(what, was || '—', is || '—')]))
}

function deadlines({ state, region, request: { language } }: About, after: Case): string[] {
  const { clocks } = wordsFor(language, state)
  const text = actsWords[wholeOf(language)]
  const time = (due: string) => localTime(due, region.timeZone, language)
  const ended = clocksOf(state).flatMap(([name]) => (after.clocks[name] ? [] : [text.ends(clocks[name])]))
  const others = clocksOf(after).flatMap(([name, clock]): string[] => {
    const before = state.clocks[name]
    if (!before) return [text.begins(clocks[name], time(clock.due))]
    if (isPaused(clock)) return isPaused(before) ? [] : [text.rests(clocks[name])]
    return before.due === clock.due && before.startedAt === clock.startedAt
      ? []
      : [text.moves(clocks[name], time(before.due), time(clock.due))]
  })
  return [...ended, ...others]
}

function mails({ state, region, request: { language } }: About, after: Case, events: readonly CaseEvent[]): string[] {
  const told = events.flatMap((event) =>
    noticesFor(region, after, event).map(({ recipient, kind }) =>
      actsWords[wholeOf(language)].mail(
        who(region, language, recipient),
        mailName(kind, event, { region, language, state }),
      ),
    ),
  )
  return [...new Set(told)]
}
