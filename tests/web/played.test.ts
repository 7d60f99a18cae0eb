// Lives that are played by pressing what the pages offer: no button is refused, and at every step no page names a time that
// the case does not have, or a holder who is not.
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { UNDO_MS } from '../../functions/case/stages/undoing.ts'
import type { LinkPurpose } from '../../functions/case/notices/notice.ts'
import { localDay, shortTime } from '../../functions/calendar/local-time.ts'
import { contactOf } from '../../functions/case/people.ts'
import { noticesFor } from '../../functions/case/notices/notices-for.ts'
import { letterHtml } from '../../functions/mail/blocks.tsx'
import { letterFor } from '../../functions/mail/letters.ts'
import { organisationName } from '../../regions/names.ts'
import { filledIn } from './forms-in.ts'
import { begin, issue, paper, visit } from './paper.ts'
import { fileAfter, later, linkTo, moderator, operator, region } from './visits.ts'

const START = Date.parse('2026-03-02T07:05:00.000Z')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const readers = ['respond', 'review', 'triage', 'track'] as const
/** Who reads a page of a case; nobody has a responder's link to a case without one. */
function readerOf(purpose: LinkPurpose, { state }: CaseFile): string | undefined {
  if (purpose === 'respond') return state.responder
  return { review: moderator.id, triage: operator.id, track: 'citizen' }[purpose as 'review']
}

/** What the system does of its own accord by an instant. */
function settled(file: CaseFile, at: string, isFound: boolean): CaseFile {
  const found = { topic: 'roads.pothole', municipality: 'north', organisation: 'north-office', because: [] }
  const lacking = { topic: undefined, municipality: undefined, why: 'topic unknown', because: [] } as const
  const asked = { missing: { topic: ['roads.pothole', 'roads.manhole'], place: [] } }
  const route: Unshown = {
    ...{ type: 'Route', by: { role: 'system' } },
    routing: isFound ? { outcome: 'routed', ...found } : { outcome: 'triage', ...lacking, ...asked },
  }
  const ticked = attempt(file, at, { type: 'Tick', by: { role: 'system' } })
  return ticked.state.status === 'routing' ? attempt(ticked, at, route) : ticked
}

function attempt(file: CaseFile, at: string, command: Unshown): CaseFile {
  try {
    return later(file, at, [command])
  } catch {
    return file
  }
}

const presses = fc.array(
  fc.record({
    reader: fc.constantFrom(...readers),
    button: fc.nat({ max: 10_000 }),
    isFound: fc.boolean(),
    minutes: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 6_000 })),
  }),
  { minLength: 5, maxLength: 40 },
)

/** The words of a page or letter outside its forms, where dates are only offered. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<(style|title|form)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<br[^>]*>|<\/(p|dd|li|td|div|h\d)>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/[ \t]+/g, ' ')
const MONTHS = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const TIME = new RegExp(`\\d{1,2} (?:${MONTHS})(?:(?:,| в) \\d\\d:\\d\\d)?`, 'g')

/** What is said of a case in a page or letter and is not so. */
function untrueIn(html: string, file: CaseFile, at: string): string[] {
  const text = wordsOf(html)
  const [times, holders] = [timesOf(file, at), holdersOf(file)]
  const named = [...text.matchAll(/(?:Отвечает|Сейчас отвечает):? ([^\n]+)/g)].map(([, holder]) => holder!.trim())
  return [
    ...(text.match(TIME) ?? []).filter((time) => !times.has(time)),
    ...named.filter((holder) => !holders.some((one) => one !== '' && holder.startsWith(one))),
  ]
}

/** The times that a case has, or would have after a decision that it waits for, and until which an act may be taken back. */
function timesOf(file: CaseFile, at: string): Set<string> {
  const granted = attempt(file, at, { type: 'GrantExtension', by: operator })
  const approved = attempt(file, at, { type: 'ApproveAnswer', by: moderator })
  const both = attempt(granted, at, { type: 'ApproveAnswer', by: moderator })
  const returned = attempt(file, at, { type: 'ReturnAnswer', by: moderator, reason: 'Когда?' })
  const all = JSON.stringify([file, granted, approved, both, returned].map(({ state, events }) => [state, events]))
  const named = [...all.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].map(([instant]) => instant)
  const undoneUntil = file.events.map((event) => new Date(Date.parse(event.at) + UNDO_MS).toISOString())
  const instants = [...named, ...undoneUntil]
  const days = [...all.matchAll(/"(\d{4}-\d\d-\d\d)"/g)].map(([, day]) => day!)
  return new Set([
    ...instants.flatMap((one) => {
      const time = shortTime(one, region.timeZone, 'ru')
      return [time, time.replace(/(,| в) \d\d:\d\d$/, '')]
    }),
    ...days.map((day) => localDay(day, 'ru').replace(/.*, /, '')),
  ])
}

/** Who may be said to have a case: its organisation, or whoever it waits for. */
function holdersOf({ state }: CaseFile): string[] {
  const organisation = organisationName(region, state.organisation, 'ru')
  if (state.status === 'answer_review') return [organisation, ...region.moderators.map(({ name }) => name)]
  if (state.responder) return [organisation, contactOf(region, state.responder)!.name]
  return [organisation, ...region.operators.map(({ name }) => name)]
}

/** The letters that go out when an event has happened. */
function lettersOf(file: CaseFile, seq: number): string[] {
  const event = file.events[seq]!
  const { state } = file
  return noticesFor(region, state, event).map((notice) => {
    const recipient = notice.recipient === 'citizen' ? 'citizen' : contactOf(region, notice.recipient)!
    const [linkUrl, language] = ['https://otklik.example/a/0123456789abcdef0123456789abcdef', 'ru'] as const
    return letterHtml(
      letterFor({ region, file, event, notice, recipient, linkUrl, language, at: event.at }),
      language,
      region,
    )
  })
}

/** The acts that a page offers, each with the ways to fill in its form. */
const formsOn = (html: string) => [...Map.groupBy(filledIn(html), ({ action }) => action).values()]

it('no page offers what is refused, and none of them and no letter says what is not so', async () => {
  await fc.assert(
    fc.asyncProperty(presses, fc.boolean(), async (plan, isFirstFound) => {
      let now = START
      let file = fileAfter([])
      const check = (html: string, what: string) =>
        expect(untrueIn(html, file, new Date(now).toISOString()), what).toEqual([])
      const goOn = (next: CaseFile) => {
        const told = file.events.length
        file = next
        for (let index = told; index < file.events.length; index += 1)
          for (const letter of lettersOf(file, index)) check(letter, `the letter of ${file.events[index]!.type}`)
      }
      goOn(settled(file, new Date(now).toISOString(), isFirstFound))
      for (const { reader: purpose, button, isFound, minutes } of plan) {
        now += minutes * 60_000
        vi.setSystemTime(now)
        goOn(settled(file, new Date(now).toISOString(), isFound))
        const reader = readerOf(purpose, file)
        if (!reader) continue
        begin(region, file)
        const secret = issue(linkTo(file, purpose, reader))
        const { html } = await visit(purpose, secret)
        check(html, `${purpose} in ${file.state.status}`)
        const forms = formsOn(html)
        if (forms.length === 0) continue
        const ways = forms[button % forms.length]!
        const fields = ways[Math.floor(button / forms.length) % ways.length]!
        const { status, location } = await visit(purpose, secret, { fields })
        const isShown = fields['action'] === 'look'
        const what = `${purpose} in ${file.state.status}: ${JSON.stringify(fields)}`
        expect([status, location === '?done=kept'], what).toEqual([isShown ? 200 : 303, false])
        goOn(paper.file)
      }
    }),
    { numRuns: 30 },
  )
})
