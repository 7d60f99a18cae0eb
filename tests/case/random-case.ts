// Random lives of a case for the property tests: commands by whoever might give them, minutes to weeks apart.
import fc from 'fast-check'
import type { Actor } from '../../functions/case/actor.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { Case } from '../../functions/case/case.ts'
import { callOutcomes, type CaseEvent } from '../../functions/case/events.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import type { Region } from '../../regions/schema.ts'

const START = Date.parse('2026-03-02T06:00:00Z')

const actor: fc.Arbitrary<Actor> = fc.constantFrom<Actor>(
  { role: 'citizen' },
  { role: 'responder', id: 'north-office-responder' },
  { role: 'moderator', id: 'moderator-1' },
  { role: 'operator', id: 'operator-1' },
  { role: 'system' },
)
const text = fc.constantFrom('Ремонт закончен.', 'Проверьте ещё раз.', ' ')
const organisation = fc.constantFrom('north-office', 'south-office', 'health', 'nobody')
/** What routing may find missing. */
const missing = fc.constantFrom(
  undefined,
  { place: [] },
  { topic: ['roads.pothole', 'health.queue'] },
  { topic: [], place: ['north'] },
)
const topic = fc.constantFrom('roads.pothole', 'roads.manhole', 'health.queue')

const command: fc.Arbitrary<Unshown> = actor.chain((by) =>
  fc.oneof(
    fc.constantFrom<Unshown>(
      { type: 'Admit', by },
      { type: 'Accept', by },
      { type: 'GrantExtension', by },
      { type: 'Unmerge', by },
      { type: 'ConfirmAddress', by },
      { type: 'StopMails', by, scope: 'case' },
      { type: 'StopMails', by, scope: 'address' },
      { type: 'StopMails', by, scope: 'course' },
      { type: 'Clarify', by, messageId: 'M2' },
      { type: 'Merge', by, into: '99-260302-AAAAA' },
      { type: 'ShareAnswer', by, text: 'Готово.', from: '99-260302-AAAAA', endedAt: '2026-03-04T10:00:00.000Z' },
      { type: 'Unpublish', by },
      { type: 'PassOn', by, to: 'moderator-1' },
      { type: 'RequestLink', by, contact: 'north-office-responder' },
      { type: 'RequestLink', by, contact: 'citizen' },
      { type: 'RequestCode', by, contact: 'north-office-responder' },
      { type: 'CheckDisowned', by },
      { type: 'Join', by, child: '99-260302-BBBBB', due: '2026-03-04T10:00:00.000Z' },
      { type: 'Part', by, child: '99-260302-BBBBB' },
    ),
    topic.map((one): Unshown => ({ type: 'CorrectTopic', by, topic: one })),
    fc.nat({ max: 20 }).map((seq): Unshown => ({ type: 'Disown', by, seq, history: [] })),
    fc.constant<Unshown>({ type: 'Tick', by: { role: 'system' } }),
    text.map((reason): Unshown => ({ type: 'Reject', by, reason })),
    text.map((reason): Unshown => ({ type: 'RequestExtension', by, reason })),
    fc
      .constantFrom('2026-03-06', '2026-03-12', '2026-03-30')
      .map((until): Unshown => ({ type: 'RequestExtension', by, reason: 'Ждём деталь.', until })),
    text.map((reason): Unshown => ({ type: 'RefuseExtension', by, reason })),
    text.map((reason): Unshown => ({ type: 'ReturnAnswer', by, reason })),
    text.map((reason): Unshown => ({ type: 'Reopen', by, reason })),
    text.map((question): Unshown => ({ type: 'AskCitizen', by, question })),
    fc
      .record({ outcome: fc.constantFrom(...callOutcomes), question: text })
      .map((call): Unshown => ({ type: 'ReportCall', by, messageId: 'M2', ...call })),
    text.map((reason): Unshown => ({ type: 'Decline', by, reason })),
    text.map((note): Unshown => ({ type: 'Note', by, text: note })),
    fc
      .record({ text, sort: fc.constantFrom('done' as const, 'explained' as const, 'not ours' as const) })
      .map((answer): Unshown => ({ type: 'Answer', by, ...answer })),
    fc
      .record({ text, promisedFor: fc.constantFrom('2026-03-04', '2026-03-10', '2026-03-20', '2026-04-10') })
      .map((answer): Unshown => ({ type: 'Answer', by, sort: 'promised', ...answer })),
    fc
      .option(text, { nil: undefined })
      .map((edit): Unshown => ({ type: 'ApproveAnswer', by, ...(edit && { text: edit }) })),
    text.map((told): Unshown => ({
      ...{ type: 'ApproveAnswer', by },
      publish: { as: 'p1', question: 'Яма.', text: told },
    })),
    fc.record({ text, question: text }).map((told): Unshown => ({ type: 'Publish', by, as: 'p1', ...told })),
    fc.record({ organisation, topic }).map((to): Unshown => ({ type: 'Assign', by, ...to })),
    fc.record({ organisation, reason: text }).map((to): Unshown => ({ type: 'HandOver', by, ...to })),
    fc
      .record({ score: fc.integer({ min: 1, max: 5 }), solved: fc.boolean(), reopen: fc.boolean() })
      .map((rating): Unshown => ({ type: 'Rate', by, ...rating, ...(rating.reopen && { messageId: 'M2' }) })),
    fc
      .record({ topic, municipality: fc.constantFrom('north', 'east', ''), words: fc.boolean() })
      .map(({ topic: about, municipality, words }): Unshown => {
        return {
          ...{ type: 'Supply', by, topic: about },
          ...(municipality && { municipality }),
          ...(words && { messageId: 'M3' }),
        }
      }),
    fc.record({ found: fc.boolean(), missing }).map(({ found, missing: lacking }): Unshown => ({
      type: 'Route',
      by: { role: 'system' },
      routing: found
        ? {
            outcome: 'routed',
            topic: 'roads.pothole',
            municipality: 'north',
            organisation: 'north-office',
            because: [],
          }
        : {
            outcome: 'triage',
            topic: undefined,
            municipality: undefined,
            why: 'topic unknown',
            because: [],
            ...(lacking && { missing: lacking }),
          },
    })),
  ),
)

/** What SES may say of any mail, late, twice, of somebody who has nothing to do with the case any more. */
const failed: fc.Arbitrary<Unshown> = fc
  .record({
    seq: fc.integer({ min: 1, max: 20 }),
    recipient: fc.constantFrom('citizen', 'north-office-responder', 'north-office-deputy', 'moderator-1', 'operator-1'),
    why: fc.constantFrom('bounce' as const, 'complaint' as const, 'reject' as const, 'unwanted' as const),
    permanent: fc.boolean(),
    about: fc.option(
      fc.record({
        kind: fc.constantFrom(
          'work' as const,
          'returned' as const,
          'review' as const,
          'question' as const,
          'warning' as const,
        ),
        assignment: fc.integer({ min: 0, max: 2 }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ about, ...failure }): Unshown => {
    return { type: 'ReportBounce', by: { role: 'system' }, ...failure, ...(about && { about }) }
  })

export const steps = fc.array(
  fc.record({
    command: fc.oneof({ arbitrary: command, weight: 9 }, { arbitrary: failed, weight: 1 }),
    minutes: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 20_000 })),
  }),
  { minLength: 1, maxLength: 40 },
)

export interface Step {
  readonly before: Case
  readonly command: Unshown
  readonly at: string
  readonly events: readonly CaseEvent[]
  readonly after: Case
}

/** Lives a case through its steps; refused commands are left out. @param test whether it is a test case */
export function live(
  region: Region,
  author: boolean,
  plan: readonly { command: Unshown; minutes: number }[],
  test = false,
): Step[] {
  const submit: Unshown = {
    type: 'Submit',
    by: { role: 'citizen' },
    messageId: 'M1',
    channel: 'form',
    regime: 'message',
    language: 'ru',
    reach: author ? 'email' : 'none',
    ...(!author && { phone: true }),
    ...(test && { test }),
  }
  const lived: Step[] = []
  let state = initialCase('99-260302-CCCCC')
  let now = START
  for (const { command, minutes } of [{ command: submit, minutes: 0 }, ...plan]) {
    now += minutes * 60_000
    const at = new Date(now).toISOString()
    const history = lived.flatMap(({ events }) => events)
    const asked = command.type === 'Disown' ? { ...command, history } : command
    const decision = decide(state, givenNow(state, asked), at, region)
    if ('refused' in decision) continue
    const before = state
    state = decision.events.reduce(evolve, state)
    lived.push({ before, command, at, events: decision.events, after: state })
  }
  return lived
}
