// What another system says of a message that came in its table: kept with the case from its first event on, changed by that system alone.
import { describe, expect, it } from 'vitest'
import type { SourceFacts } from '../../../functions/case/source.ts'
import { answer, approve, assign, integrator, operator, submit } from '../commands.ts'
import { event } from '../expected.ts'
import { given, Story } from '../story.ts'

const ELEVEN = '2026-03-02T11:00'
const table = { role: 'integrator', id: '«Решаем вместе»' } as const
const facts: SourceFacts = {
  ...{ source: 'reshaem-vmeste', number: '00-17/3', stage: 'execution', due: '2026-03-12T20:59:00.000Z' },
  stageDue: { moderation: '2026-03-02T20:59:00.000Z', execution: '2026-03-10T20:59:00.000Z' },
}
const from = submit({ by: table, channel: 'pos', reach: 'none', facts })
const noting = (more: Partial<SourceFacts> = {}, by: typeof table | typeof integrator = table) =>
  ({ type: 'NoteSource', by, facts: { ...facts, ...more } }) as const

describe('NoteSource', () => {
  it('the facts come with the message, and are its own', () => {
    const { state, events } = new Story().given(from)
    expect([state.source, state.channel, events.map(({ type }) => type)]).toEqual([
      facts,
      'pos',
      ['received', 'source_noted'],
    ])
  })

  it('is noted where something changed, in every status; the same again, in whatever order, changes nothing', () => {
    const next = { stage: 'approval', status: 'Подготовлен ответ' } as const
    const noted = event('source_noted', ELEVEN, table, { facts: { ...facts, ...next } })
    given(from, assign()).when(ELEVEN, noting(next)).then([noted])
    given(from, assign(), answer(), approve).when(ELEVEN, noting(next)).then([noted])
    given(from).when(ELEVEN, noting()).then([])
    const { number, source, due, stageDue, stage } = facts
    const turned = {
      due,
      stageDue: { execution: stageDue!.execution!, moderation: stageDue!.moderation! },
      stage,
      number,
    }
    given(from)
      .when(ELEVEN, { type: 'NoteSource', by: table, facts: { ...turned, source } })
      .then([])
  })

  it('is no other system’s to say, and nobody’s after the data are erased', () => {
    given(from)
      .when(ELEVEN, noting({ stage: 'approval' }, integrator))
      .then('not yours')
    given(from)
      .when(ELEVEN, noting({ source: 'incident' }))
      .then('not yours')
    given(submit()).when(ELEVEN, noting()).then('not yours')
    given(from, { type: 'Erase', by: operator, ground: 'order' })
      .when(ELEVEN, noting({ stage: 'approval' }))
      .then('erased')
  })
})
