// Notes and fresh links: bounded for each person, because whoever holds an old link can send them.
import { describe, expect, it } from 'vitest'
import {
  another,
  answer,
  approve,
  askLink,
  deputy,
  moderator,
  note,
  operator,
  rate,
  reopen,
  responder,
  route,
  submit,
} from '../commands.ts'
import { event } from '../expected.ts'
import { given } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const held = () => given(submit(), route)
const five = (by = note.by) => Array.from({ length: 5 }, () => ({ ...note, by }))

describe('Note', () => {
  it('keeps a text', () => {
    held()
      .when(ELEVEN, note)
      .then([event('noted', ELEVEN, responder, { text: 'Смотрим.' })])
    held()
      .when(ELEVEN, { ...note, text: ' ' })
      .then('empty text')
  })

  it('is given five times by each person in a round', () => {
    const story = held().given(...five())
    story.when(ELEVEN, note).then('too many notes')
    for (const by of [deputy, operator, another]) expect(story.says(ELEVEN, { ...note, by })).toBe('noted')
    story.given(answer(), approve, reopen)
    expect(story.says('2026-03-02T12:00', note)).toBe('noted')
  })

  it('is not given on a case that is over', () => {
    const resolved = held().given(answer(), approve)
    resolved.when(ELEVEN, note).then('not now')
    resolved
      .given(rate({ solved: true }))
      .when(ELEVEN, { ...note, by: moderator })
      .then('not now')
  })
})

describe('RequestLink', () => {
  const asked = () => held().given(ELEVEN, askLink)

  it('sends a fresh link to who asks', () => {
    held()
      .when(ELEVEN, askLink)
      .then([event('link_requested', ELEVEN, responder, { contact: responder.id })])
  })

  it('is not given again to the same person within ten minutes; to another it is', () => {
    asked().when('2026-03-02T11:09', askLink).then('too soon')
    expect(asked().says('2026-03-02T11:10', askLink)).toBe('link_requested')
    expect(asked().says('2026-03-02T11:01', { ...askLink, by: deputy, contact: deputy.id })).toBe('link_requested')
  })

  it('is for oneself, and for those the case is with', () => {
    held()
      .when(ELEVEN, { ...askLink, contact: deputy.id })
      .then('not yours')
    held()
      .when(ELEVEN, { ...askLink, by: another, contact: another.id })
      .then('not yours')
  })
})
