// Why a case is due when it is: the rule and its version, the start, what moved it since and by whom. The citizen reads
// the same facts in plainer words, without rules' numbers and officials' names. Shown on every page of a case.
import type { FC } from 'hono/jsx'
import type { PageLanguage, Region } from '../../../regions/schema.ts'
import { nameIn, topicName } from '../../../regions/names.ts'
import { localTime } from '../../calendar/local-time.ts'
import type { Case } from '../../case/case.ts'
import type { Clock, Move } from '../../case/clocks/clock.ts'
import { clocksOf, isOfficial, isPaused } from '../../case/clocks/clock.ts'
import { contactOf } from '../../case/people.ts'
import { deadlineWords } from '../words/deadline.ts'
import { words, wordsFor } from '../words/words.ts'

interface Explained {
  readonly region: Region
  readonly language: PageLanguage
  readonly reader: 'official' | 'citizen'
}

/** The deadlines of a case that the reader has to do with, each with its reasons. */
export const DeadlineReasons: FC<Explained & { state: Case }> = ({ state, ...to }) => {
  const mine = clocksOf(state).filter(([name]) =>
    to.reader === 'official' ? isOfficial(name) : name === 'finalAnswer',
  )
  if (mine.length === 0) return null
  return (
    <details>
      <summary>{deadlineWords[to.language].why}</summary>
      {mine.map(([name, clock]) => (
        <>
          {to.reader === 'official' ? (
            <h3>
              {wordsFor(to.language, state).clocks[name]}: {localTime(clock.due, to.region.timeZone, to.language)}
              {clock.missed ? ` — ${words[to.language].late}` : ''}
            </h3>
          ) : null}
          <ul>
            {reasonsFor(clock, to).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ))}
    </details>
  )
}

/** What a deadline follows from, line by line. */
export function reasonsFor(clock: Clock, to: Explained): string[] {
  const { region, language, reader } = to
  const say = deadlineWords[language]
  return [
    ruleLine(clock, to),
    say.from(localTime(clock.startedAt, region.timeZone, language)),
    ...(clock.moves ?? []).map((move) => moveLine(move, to)),
    ...(clock.provisional ? [say.provisional] : []),
    ...(reader === 'official' ? reminderLines(clock, to) : []),
  ]
}

/** The reminders to come; those of a paused clock have no date yet. */
function reminderLines(clock: Clock, { region, language }: Explained): string[] {
  const say = deadlineWords[language]
  const coming = [
    ...(clock.warnAt ?? []).slice(clock.warned ?? 0).map((point) => ['warning', point] as const),
    ...(clock.escalateAt ?? []).slice(clock.escalated ?? 0).map((point) => ['escalation', point] as const),
  ]
  if (coming.length > 0 && isPaused(clock)) return [say.remindersWait]
  return coming.map(([kind, { at, to }]) =>
    say.reminders(kind, localTime(at, region.timeZone, language), say.standing[to]),
  )
}

function ruleLine({ rule }: Clock, { region, language, reader }: Explained): string {
  const say = deadlineWords[language]
  const term = words[language].units[rule.unit](rule.amount)
  const found = {
    policy: () => say.general[rule.id === 'statutory' ? 'statutory' : 'message'],
    topic: () => say.topic(topicName(region, rule.id, language)),
    rule: () => say.exception(nameIn(region.policy.rules.find((one) => one.id === rule.id)?.name, language) || rule.id),
  }[rule.source]()
  const dayOff = rule.onDayOff && rule.onDayOff !== 'stays' ? [say.onDayOff[rule.onDayOff]] : []
  const parts = [found, ...(rule.of === 'finalAfterInterim' ? [say.interim] : []), ...dayOff]
  if (reader === 'official') parts.push(say.version(rule.version))
  return `${term} — ${parts.join('; ')}`
}

function moveLine(move: Move, { region, language, reader }: Explained): string {
  const say = deadlineWords[language]
  const time = (iso: string) => localTime(iso, region.timeZone, language)
  switch (move.kind) {
    case 'pause': {
      const why = (reader === 'official' ? say.pauses : say.pausesPlainly)[move.why]
      return `${move.to ? say.paused(time(move.from), time(move.to)) : say.pausedSince(time(move.from))} (${why})`
    }
    case 'extension': {
      const name = move.by.id ? contactOf(region, move.by.id)?.name : undefined
      const { until, term } = move
      const longer = until
        ? say.extendedUntil(time(until), time(move.at))
        : say.extended(words[language].units[term.unit](term.amount), time(move.at))
      const line = `${longer}: ${move.reason}`
      return reader === 'official' && name ? `${line} (${say.by(name)})` : line
    }
    case 'cluster':
      return reader === 'official' ? say.joined(move.child) : say.joinedPlainly
  }
}
