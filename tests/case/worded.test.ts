// What the sweep sees of the index of words: a message that is not there, and words of a case that was erased.
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../functions/case/case-file.ts'
import { isUnworded, unworded } from '../../functions/case/worded.ts'
import { littleRegion } from '../little-region.ts'
import { fileAfter, later } from '../web/visits.ts'
import { triage } from './commands.ts'

const region = littleRegion()
const off = { ...region, search: { words: false } }
const added = { type: 'AddWords', by: { role: 'citizen' }, messageId: 'M2' } as const
const withWords = (worded: readonly string[] | undefined): CaseFile => {
  const file = fileAfter([triage, added])
  const personal = new Map([...file.personal, ['M2', { messageId: 'M2', text: 'И ещё.' }]])
  return { ...file, personal, ...(worded && { worded }) }
}

describe('a case', () => {
  it.each([
    [[], ['M1', 'M2']],
    [['M1'], ['M2']],
    [['M1', 'M2'], []],
  ])('with the words of %j lacks those of %j', (worded, missing) => {
    const file = withWords(worded)
    expect(unworded(region, file)).toEqual(missing)
    const seqs = file.events.flatMap((_, index) => (isUnworded(region, file, index + 1) ? [index + 1] : []))
    expect(seqs).toEqual(
      file.events.flatMap((event, index) =>
        'messageId' in event && missing.includes(event.messageId!) ? [index + 1] : [],
      ),
    )
  })

  it('lacks nothing where words are not kept, or it is not known which are', () => {
    expect(unworded(off, withWords([]))).toEqual([])
    expect(unworded(region, withWords(undefined))).toEqual([])
  })

  it('whose message is over, or that only tries the region, lacks none', () => {
    const file = withWords([])
    expect(unworded(region, { ...file, personal: new Map() })).toEqual([])
    expect(unworded(region, { ...file, state: { ...file.state, test: true } })).toEqual([])
  })

  it('that was erased still has words to be taken away, until none is left', () => {
    const file = later(withWords(['M1']), '2026-03-03T08:00:00.000Z', [
      { type: 'Erase', by: { role: 'operator', id: 'operator-1' }, ground: 'order' },
    ])
    const seq = file.events.findIndex(({ type }) => type === 'erased') + 1
    expect(isUnworded(region, { ...file, personal: new Map(), worded: ['M1'] }, seq)).toBe(true)
    expect(isUnworded(region, { ...file, personal: new Map(), worded: [] }, seq)).toBe(false)
  })
})
