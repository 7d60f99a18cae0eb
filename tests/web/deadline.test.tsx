// Why a case is due when it is, in words: every fact a deadline follows from is named, and the citizen reads no rule's
// number and no official's name.
import { describe, expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { reasonsFor } from '../../functions/web/case/deadline.tsx'
import { answer, assign as assignTo, ask, clarify, grant, more, submit } from '../case/commands.ts'
import { given, type Past } from '../case/story.ts'
import { littleRegion } from '../little-region.ts'

const region = littleRegion()
const life = (...past: Past[]): Case => given(...past).state
const assign = (topic = 'roads.pothole') => assignTo({ topic })
const moved = life(
  ...['2026-03-02T10:00', submit(), assign()],
  ...['2026-03-03T10:00', ask],
  ...['2026-03-04T12:00', clarify],
  ...['2026-03-05T10:00', { ...more, reason: 'Ждём материал.' }],
  ...['2026-03-05T11:00', grant],
  ...['2026-03-05T12:00', answer()],
)
const lines = (state: Case, reader: 'official' | 'citizen') =>
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
    const running = lines(life(submit(), assign()), 'official')
    expect(running.length).toBe(6)
    expect(running.at(-1)).toContain('оператору центра')
  })

  it('a topic’s own term and an exception say whose they are', () => {
    const state = life(submit(), assign('health.queue'))
    expect(lines(state, 'official')[0]).toContain('срок темы «Очередь к врачу»')
    const important = life(submit(), assign('roads.manhole'))
    const [rule] = reasonsFor(important.clocks.acceptance!, { region, language: 'ru', reader: 'official' })
    expect(rule).toContain('1 рабочий час — особый срок «Важные темы»')
  })
})

describe('to the citizen', () => {
  it('the same facts are said plainly, without versions and names', () => {
    const said = lines(moved, 'citizen').join('\n')
    expect(said).toContain('3 рабочих дня — общий срок для сообщений')
    expect(said).toContain('мы ждали вашего ответа')
    expect(said).toContain('Ждём материал.')
    expect(said).not.toMatch(/99-test|operator|Человек|Напомним/)
  })

  it('a year whose calendar is not known yet is said to be so', () => {
    const late = life('2026-12-29T10:00', submit(), assign())
    expect(late.clocks.finalAnswer!.provisional).toBe(true)
    expect(lines(late, 'citizen').at(-1)).toContain('ещё не утверждён')
    expect(lines(moved, 'citizen').join()).not.toContain('не утверждён')
  })
})
