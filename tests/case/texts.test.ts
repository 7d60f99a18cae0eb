// What people wrote is taken out of events and states, all of it, and put back as it was.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve, replay } from '../../functions/case/evolve.ts'
import { named, putBack, sayErased, type Texts, textShelf, withoutKept } from '../../functions/case/texts.ts'
import { littleRegion } from '../little-region.ts'
import { live, steps } from './random-case.ts'

const region = littleRegion()
const location = { lat: 43.31, lon: 45.69 }
const because = [
  { step: 'keywords', about: 'topic', value: 'roads.pothole', found: 'яма у моего дома' },
  { step: 'coordinates', about: 'municipality', value: 'north', found: '43.31, 45.69' },
  { step: 'rule', about: 'organisation', value: 'north-office', found: 'routes[0]' },
] as const

describe('what is kept apart', () => {
  const event = { type: 'assigned', location, because, reason: 'Ваше.', suggestion: 'Ваше.', old: '' }
  const shelf = textShelf(new Map([['1.0', location]]))
  const bare = shelf.takeOut(event, 3)

  it('is free text, what routing quotes, and coordinates, each once', () => {
    expect(bare).toEqual({
      ...{ type: 'assigned', location: { kept: '1.0' }, reason: { kept: '3.2' }, suggestion: { kept: '3.2' }, old: '' },
      because: [{ ...because[0], found: { kept: '3.0' } }, { ...because[1], found: { kept: '3.1' } }, because[2]],
    })
    expect([...shelf.added]).toEqual([[3, ['яма у моего дома', '43.31, 45.69', 'Ваше.']]])
  })

  it('comes back in its place; what is gone is empty, and said in words', () => {
    const texts: Texts = new Map([['1.0', location], ...[...shelf.added].flatMap(([seq, kept]) => named(seq, kept))])
    expect(putBack(bare, texts)).toEqual(event)
    const { location: _, ...gone } = withoutKept(event)
    expect(putBack(bare, new Map())).toEqual({ ...gone, reason: '', suggestion: '' })
    expect(sayErased(putBack(bare, new Map()), '(erased)')).toMatchObject({ reason: '(erased)', old: '' })
  })

  it('is nothing that somebody can write: a text that looks like a place is a text', () => {
    const written = { text: '{"kept":"1.0"}' }
    const shelf = textShelf()
    const stored = shelf.takeOut(written, 1)
    expect(putBack(stored, new Map(named(1, shelf.added.get(1)!)))).toEqual(written)
  })
})

it('in every life of a case nothing written is left in an event or a snapshot, and all of it comes back', () => {
  fc.assert(
    fc.property(steps, (plan) => {
      const lived = live(region, true, plan)
      const texts = new Map<string, string>()
      for (const { before, events } of lived) {
        const shelf = textShelf(texts)
        let state = before
        const bare = events.map((event) => {
          state = evolve(state, event)
          return shelf.takeOut(event, state.version)
        })
        const snapshot = shelf.takeOut(state, state.version)
        for (const [seq, kept] of shelf.added)
          for (const [place, text] of named(seq, kept)) texts.set(place, text as string)
        expect(JSON.stringify([bare, snapshot])).not.toMatch(/Ремонт закончен|Проверьте ещё раз|Готово/)
        expect(putBack(bare, texts)).toEqual(events)
        expect(putBack(snapshot, texts)).toEqual(state)
      }
      const { id } = lived[0]!.after
      const history = lived.flatMap(({ events }) => events)
      expect(replay(id, withoutKept(history))).toEqual(withoutKept(lived.at(-1)!.after))
    }),
    { numRuns: 300 },
  )
})
