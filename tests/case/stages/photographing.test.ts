// Photos of a case: who may add and remove them and how many, who is told, and who is shown which.
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../functions/case/actor.ts'
import { photosFor } from '../../../functions/case/photos-for.ts'
import {
  another,
  answer,
  approve,
  citizen,
  deputy,
  integrator,
  moderator,
  operator,
  reopen,
  responder,
  route,
  sendBack,
  submit,
} from '../commands.ts'
import { event } from '../expected.ts'
import { given, type Story } from '../story.ts'

const TEN_PAST = '2026-03-02T10:10'
const NOON = '2026-03-02T12:00'
const size = { width: 1600, height: 1200, bytes: 250_000 }
const add = (photo: string, by: Actor = citizen) => ({ type: 'AddPhoto', by, photo, ...size }) as const
const remove = (photo: string, by: Actor = citizen) => ({ type: 'RemovePhoto', by, photo }) as const
const held = () => given(submit(), route)
const shown = (story: Story, { role }: Actor, since = '2026-01-01T00:00:00.000Z') =>
  photosFor(role, story.events, since).map(({ photo }) => photo)

describe('AddPhoto', () => {
  it('is kept with its size, who added it and when; the case remembers no more', () => {
    const story = held()
    story.when(TEN_PAST, add('A')).then([event('photo_added', TEN_PAST, citizen, { photo: 'A', ...size })])
    expect(story.state.photos).toEqual({ A: { by: 'citizen', at: story.at } })
    story.when(TEN_PAST, add('A')).then([])
  })

  it('is news to whoever works on it, or reads the answer, an hour after the message or the last photo', () => {
    const story = held().given(TEN_PAST, add('A'))
    expect(story.told()).toEqual([])
    story.given(NOON, add('B'))
    expect(story.told()).toEqual(['north-office-responder added respond'])
    story.given(NOON, add('C', integrator))
    expect(story.told()).toEqual([])
    story.given('2026-03-02T13:30', answer(), add('D'))
    expect(story.told()).toEqual(['moderator-1 added review'])
    expect(story.given('2026-03-02T16:00', add('E', responder)).told()).toEqual([])
  })

  it('is taken ten times of the citizen, whoever speaks for them, and ten times of officials', () => {
    const ten = (side: string, ...by: Actor[]) =>
      Array.from({ length: 10 }, (_, i) => add(`${side}${i}`, by[i % by.length]))
    const story = held().given(TEN_PAST, ...ten('C', citizen, integrator), ...ten('O', responder, operator))
    for (const by of [citizen, integrator, responder, operator]) story.when(NOON, add('N', by)).then('too many photos')
    story.given(remove('C3'), add('N'))
  })

  it('is not for a case that is over, erased or another’s', () => {
    held().when(NOON, add('A', another)).then('not yours')
    held().when(NOON, add('A', moderator)).then('not yours')
    held().given(answer(), approve).when(NOON, add('A')).then('not now')
    held().given(add('A'), { type: 'RequestErasure', by: citizen }).when(NOON, add('B')).then('erased')
  })
})

describe('RemovePhoto', () => {
  const story = () => held().given(TEN_PAST, add('A'), add('B', responder))

  it('is done by whoever added it, and by the control centre', () => {
    for (const by of [citizen, integrator, moderator, operator])
      story()
        .when(NOON, remove('A', by))
        .then([event('photo_removed', NOON, by, { photo: 'A' })])
    for (const by of [responder, deputy, moderator, operator])
      expect(story().given(NOON, remove('B', by)).state.photos).toEqual({ A: story().state.photos!['A'] })
    for (const by of [citizen, integrator]) story().when(NOON, remove('B', by)).then('not yours')
    for (const by of [responder, deputy]) story().when(NOON, remove('A', by)).then('not yours')
  })

  it('of one that is not there changes nothing, and may come after the end', () => {
    story().when(NOON, remove('Z')).then([])
    expect(story().given(answer(), approve).says(NOON, remove('A'))).toBe('photo_removed')
  })
})

describe('a reader', () => {
  it('is shown what the texts are: officials all, the citizen what an approved answer came with', () => {
    const story = held().given(add('A'), add('B', responder))
    for (const official of [responder, moderator, operator]) expect(shown(story, official)).toEqual(['A', 'B'])
    expect(shown(story, citizen)).toEqual(['A'])
    story.given(NOON, answer(), sendBack)
    expect(shown(story, integrator)).toEqual(['A'])
    story.given(answer(), add('C', responder), approve)
    expect(shown(story, citizen)).toEqual(['A', 'B', 'C'])
    story.given(reopen, add('D', responder), remove('A'))
    expect([shown(story, citizen), shown(story, responder)]).toEqual([
      ['B', 'C'],
      ['B', 'C', 'D'],
    ])
  })

  it('is shown none that were erased, or are older than texts are kept', () => {
    const story = held().given(TEN_PAST, add('A'), NOON, add('B'))
    expect(shown(story, operator, story.events.at(-2)!.at)).toEqual(['B'])
    story.given({ type: 'RequestErasure', by: citizen })
    expect(story.state.photos).toBeUndefined()
    for (const reader of [citizen, operator]) expect(shown(story, reader)).toEqual([])
  })
})
