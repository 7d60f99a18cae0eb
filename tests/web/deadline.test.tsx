// Why a case is due when it is, in words: every fact a deadline follows from is named, and the resident reads no rule's
// number and no official's name.
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../functions/case/actor.ts'
import { givenNow } from '../../functions/case/permissions.ts'
import type { Case } from '../../functions/case/case.ts'
import type { Unshown } from '../../functions/case/commands.ts'
import { decide } from '../../functions/case/decide.ts'
import { evolve, initialCase } from '../../functions/case/evolve.ts'
import { reasonsFor } from '../../functions/web/case/deadline.tsx'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const responder: Actor = { role: 'responder', id: 'north-office-responder' }
const operator: Actor = { role: 'operator', id: 'operator-1' }

const life = (...steps: [local: string, command: Unshown][]): Case =>
  steps.reduce((state, [local, command]) => {
    const decision = decide(state, givenNow(state, command), new Date(`${local}:00+03:00`).toISOString(), region)
    if ('refused' in decision) throw new Error(`${command.type}: ${decision.refused}`)
    return decision.events.reduce(evolve, state)
  }, initialCase('99-260302-AAAAA'))

const submit = (more: object = {}): Unshown => ({
  type: 'Submit',
  by: { role: 'citizen' },
  ...{ messageId: 'M1', channel: 'form', regime: 'message', language: 'ru', reach: 'email' },
  ...more,
})
const assign = (topic = 'roads.pothole'): Unshown => ({
  ...{ type: 'Assign', by: operator, organisation: 'north-office', topic, municipality: 'north' },
})
const moved = life(
  ['2026-03-02T10:00', submit()],
  ['2026-03-02T10:00', assign()],
  ['2026-03-03T10:00', { type: 'AskCitizen', by: responder, question: 'Где?' }],
  ['2026-03-04T12:00', { type: 'Clarify', by: { role: 'citizen' }, messageId: 'M2' }],
  ['2026-03-05T10:00', { type: 'RequestExtension', by: responder, reason: 'Ждём материал.' }],
  ['2026-03-05T11:00', { type: 'GrantExtension', by: operator }],
  ['2026-03-05T12:00', { type: 'Answer', by: responder, text: 'Готово.', kind: 'final' }],
)
const lines = (state: Case, reader: 'official' | 'resident') =>
  reasonsFor(state.clocks.finalAnswer!, { region, language: 'ru', reader })

describe('to an official', () => {
  it('a deadline is its rule and version, its start, its pauses with their reasons, its extension and who granted it', () => {
    const [rule, start, question, extension, review, ...reminders] = lines(moved, 'official')
    expect(rule).toBe('3 рабочих дня — общий срок для сообщений; правила 99-test.1')
    expect(start).toContain('2 марта в 10:00')
    expect(question).toMatch(/3 марта в 10:00 — .*4 марта в 12:00 \(вопрос жителю\)/)
    expect(extension).toMatch(/7 рабочих дней.*Ждём материал\. \(решение: Человек operator-1\)/)
    expect(review).toMatch(/^Срок остановлен: четверг, 5 марта в 12:00 \(проверка ответа\)/)
    expect(reminders).toEqual(['Напоминания подождут, пока срок не пойдёт снова'])
    const running = lines(life(['2026-03-02T10:00', submit()], ['2026-03-02T10:00', assign()]), 'official')
    expect(running.length).toBe(6)
    expect(running.at(-1)).toContain('оператору центра')
  })

  it('a topic’s own term and an exception say whose they are', () => {
    const state = life(['2026-03-02T10:00', submit()], ['2026-03-02T10:00', assign('health.queue')])
    expect(lines(state, 'official')[0]).toContain('срок темы «Очередь к врачу»')
    const important = life(['2026-03-02T10:00', submit()], ['2026-03-02T10:00', assign('roads.manhole')])
    const [rule] = reasonsFor(important.clocks.acceptance!, { region, language: 'ru', reader: 'official' })
    expect(rule).toContain('1 рабочий час — особый срок «Важные темы»')
  })
})

describe('to the resident', () => {
  it('the same facts are said plainly, without versions and names', () => {
    const said = lines(moved, 'resident').join('\n')
    expect(said).toContain('3 рабочих дня — общий срок для сообщений')
    expect(said).toContain('мы ждали вашего ответа')
    expect(said).toContain('Ждём материал.')
    expect(said).not.toMatch(/99-test|operator|Человек|Напомним/)
  })

  it('a year whose calendar is not known yet is said to be so', () => {
    const late = life(['2026-12-29T10:00', submit()], ['2026-12-29T10:00', assign()])
    expect(late.clocks.finalAnswer!.provisional).toBe(true)
    expect(lines(late, 'resident').at(-1)).toContain('ещё не утверждён')
    expect(lines(moved, 'resident').join()).not.toContain('не утверждён')
  })
})
