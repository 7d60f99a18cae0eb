// On whose list a case stands while somebody has to act, and until when.
import { expect, it } from 'vitest'
import { entriesOf, listedIn, worklistEntry } from '../../functions/case/worklist.ts'
import { littleRegion } from '../little-region.ts'
import {
  accept,
  answer,
  ask,
  assign,
  decline,
  handOver,
  moderator,
  more,
  operator,
  refuseMore,
  reject,
  submit,
  triage,
} from './commands.ts'
import { moscow, type Past, Story } from './story.ts'

const approve = { type: 'ApproveAnswer', by: moderator } as const
const listAfter = (...past: readonly Past[]) => {
  const entry = worklistEntry(new Story(littleRegion({ moderateMessages: true })).given(submit(), ...past).state)
  return entry && `${entry.worklist} ${moscow(listedIn(entry.workDue).due)}`
}
const admit = { type: 'Admit', by: operator } as const

it.each<[string, string | undefined, readonly Past[]]>([
  ['waits for a moderator', 'moderation 2026-03-02T12:00', []],
  ['could not be routed', 'triage 2026-03-02T12:00', [admit, triage]],
  ['is assigned', 'organisation#north-office 2026-03-05T18:00', [admit, assign()]],
  ['is worked on', 'organisation#north-office 2026-03-05T18:00', [admit, assign(), '2026-03-02T10:30', accept]],
  ['waits for the citizen', 'organisation#north-office 2026-03-05T18:00', [admit, assign(), accept, ask]],
  ['was given on', 'organisation#health 2026-03-05T18:00', [admit, assign(), handOver]],
  ['was sent back to the operators', 'triage 2026-03-02T12:00', [admit, assign(), decline]],
  ['was answered', 'review 2026-03-03T18:00', [admit, assign(), answer()]],
  [
    'has an answer that was returned',
    'organisation#north-office 2026-03-05T18:00',
    [admit, assign(), answer(), { type: 'ReturnAnswer', by: moderator, reason: 'Где?' }],
  ],
  [
    'has an interim answer',
    'organisation#north-office 2026-03-12T18:00',
    [admit, assign(), answer('interim'), approve],
  ],
  ['has an answer', undefined, [admit, assign(), answer(), approve]],
  [
    'came back',
    'organisation#north-office 2026-03-05T18:00',
    [admit, assign(), answer(), approve, { type: 'Reopen', by: { role: 'citizen' }, reason: 'Нет.' }],
  ],
  ['was rejected', undefined, [reject]],
])('a case that %s', (_, list, past) => {
  expect(listAfter(...past)).toBe(list)
})

const sidesAfter = (...past: readonly Past[]) => {
  const { state } = new Story(littleRegion({ moderateMessages: true })).given(submit(), ...past)
  const [, ...sides] = entriesOf(state)
  return sides.map(({ worklist, workDue }) => {
    const { due, ...listed } = listedIn(workDue)
    expect(listed.caseId).toBe(state.id)
    return `${worklist} ${moscow(due)} ${listed.municipality ?? '-'} ${listed.organisation ?? '-'}`
  })
}
const approved = [admit, assign(), answer(), approve] as const

it.each<[string, readonly string[], readonly Past[]]>([
  ['is worked on', [], [admit, assign(), accept]],
  ['asks for more time', ['extension 2026-03-05T18:00 north north-office'], [admit, assign(), accept, more]],
  ['was refused more time', [], [admit, assign(), accept, more, refuseMore]],
  ['was sent back to the operators', ['returned 2026-03-02T12:00 north -'], [admit, assign(), decline]],
  [
    'has an answer that was returned',
    ['returned 2026-03-05T18:00 north north-office'],
    [admit, assign(), answer(), { type: 'ReturnAnswer', by: moderator, reason: 'Где?' }],
  ],
  [
    'was sent back by its citizen',
    ['returned 2026-03-05T18:00 north north-office'],
    [...approved, { type: 'Reopen', by: { role: 'citizen' }, reason: 'Нет.' }],
  ],
  ['was answered', [], approved],
])('on side lists a case that %s', (_, lists, past) => {
  expect(sidesAfter(...past)).toEqual(lists)
})
