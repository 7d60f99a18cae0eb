// What a case teaches, and which case teaches nothing.
import { describe, expect, it } from 'vitest'
import type { CaseFile, Personal } from '../../functions/case/case-file.ts'
import { lessonOf } from '../../functions/lessons/lesson.ts'
import type { Suggestion } from '../../functions/routing/routing.ts'
import {
  accept,
  answer,
  approve,
  assign,
  correct,
  decline,
  rate,
  reject,
  route,
  submit,
  triage,
} from '../case/commands.ts'
import { caseId, MONDAY, type Past, Story } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const solved = rate({ solved: true, score: 5 })
const answered = [accept, answer(), approve, solved]
const own: Personal = { messageId: 'M1', text: ' Яма у дома. ', address: 'Северный' }

function fileOf(past: readonly Past[], words: Personal | null = own, changes: object = {}): CaseFile {
  const { state, events } = new Story(region).given(...past)
  return {
    ...{ state: { ...state, ...changes }, settled: 0, events, notices: [], counted: [], fedUpTo: 0 },
    personal: new Map(words ? [[words.messageId, words]] : []),
  }
}
const lesson = (...past: readonly Past[]) => lessonOf(region, fileOf(past), 'hash')
/** Routed as by a model. */
const learnt = {
  ...route,
  routing: { ...route.routing, because: [{ step: 'model', about: 'topic', value: 'roads.pothole', found: 'яма' }] },
} as typeof route
const suggestion: Suggestion = { topic: 'roads.manhole', organisation: 'north-office', sure: 0.7, found: [] }
const suggested = {
  ...triage,
  routing: { ...triage.routing, suggestions: [suggestion] },
} as typeof triage

it('one that an operator assigned and its organisation answered: all of it', () => {
  const { message, hints, ...whole } = lesson(submit(), suggested, assign(), ...answered)!
  expect(whole).toEqual({
    ...{ caseId, receivedAt: '2026-03-02T07:00:00.000Z', date: '2026-03-02', text: 'Яма у дома.', author: 'hash' },
    labels: { topic: 'roads.pothole', category: 'roads', organisation: 'north-office' },
    byPerson: true,
    said: { how: 'suggested', topic: 'roads.manhole', organisation: 'north-office' },
  })
  expect(message.input).toEqual({ text: 'Яма у дома.', date: '2026-03-02', address: 'Северный' })
  expect(hints.get('topic:roads.pothole')).toBeGreaterThan(0)
})

describe('labels as they finally stand', () => {
  it.each<[string, readonly Past[], object]>([
    [
      'what routing found and nobody changed, once it is answered',
      [submit(), learnt, ...answered],
      { labels: { topic: 'roads.pothole', organisation: 'north-office' }, byPerson: false, said: { how: 'decided' } },
    ],
    [
      'what the sender named, once it is answered',
      [submit({ topic: 'roads.pothole' }), route, ...answered],
      { labels: { topic: 'roads.pothole' }, byPerson: true },
    ],
    [
      'a topic that was corrected',
      [submit(), learnt, correct('roads.manhole'), ...answered],
      { labels: { topic: 'roads.manhole' }, byPerson: true, said: { topic: 'roads.pothole' } },
    ],
    [
      'declined, and given to another',
      [
        submit(),
        learnt,
        decline,
        assign({ organisation: 'south-office' }),
        ...answered.map((one) =>
          'by' in one && one.by.role === 'responder'
            ? { ...one, by: { role: 'responder' as const, id: 'south-office-responder' } }
            : one,
        ),
      ],
      {
        labels: { topic: 'roads.pothole', organisation: 'south-office' },
        byPerson: true,
        said: { organisation: 'north-office' },
      },
    ],
  ])('%s', (_, past, expected) => expect(lesson(...past)).toMatchObject(expected))
})

describe('teaches nothing', () => {
  const done = [submit(), learnt, ...answered]
  it.each<[string, CaseFile]>([
    ['is still worked on', fileOf([submit(), learnt, accept, answer(), approve])],
    ['was rejected', fileOf([submit(), triage, reject])],
    [
      'was answered as not theirs',
      fileOf([submit(), learnt, accept, { ...answer(), sort: 'not ours' }, approve, solved]),
    ],
    ['is of a test', fileOf(done, own, { test: true })],
    ['was erased', fileOf(done, own, { erasedAt: MONDAY })],
    ['has no words any more', fileOf(done, null)],
    [
      'has an act that somebody says was not theirs',
      fileOf(done, own, { disowned: { x: { since: MONDAY, at: MONDAY } } }),
    ],
    ['has a topic that the region has no more', fileOf(done, own, { topic: 'roads.gone' })],
    [
      'ended without an answer, and only routing named its topic',
      fileOf([submit(), learnt], own, { status: 'closed' }),
    ],
  ])('%s', (_, file) => expect(lessonOf(region, file, undefined)).toBeUndefined())

  it('but its topic, where it ended without an answer and an operator named it; who would have answered is not known', () => {
    const file = fileOf([submit(), triage, assign()], own, { status: 'closed' })
    expect(lessonOf(region, file, undefined)!.labels).toEqual({ topic: 'roads.pothole', category: 'roads' })
  })
})
