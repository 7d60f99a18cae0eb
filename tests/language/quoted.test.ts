// What is somebody's own in a reply: cases of our own (replies.txt: a mail, and what is left of it), and texts that anybody may send.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshOf } from '../../functions/language/quoted.ts'

const cases = readFileSync(new URL('./replies.txt', import.meta.url), 'utf8')
  .split(/^@@@ (?!then)/m)
  .slice(1)
  .map((part) => {
    const [head = '', fresh = ''] = part.split(/^@@@ then\n/m)
    const end = head.indexOf('\n')
    return { name: head.slice(0, end), mail: head.slice(end + 1), fresh: fresh.trim() }
  })

it('there are sixty cases and more', () => expect(cases.length).toBeGreaterThanOrEqual(60))

describe('what somebody wrote themselves is left of', () => {
  it.each(cases)('$name', ({ mail, fresh }) => {
    expect(freshOf(mail).fresh).toBe(fresh)
    expect(freshOf(mail.replaceAll('\n', '\r\n')).fresh).toBe(fresh)
  })
})

describe('any text', () => {
  it('is made no longer, and has no line that was not in it', () => {
    const lines = fc.constantFrom(
      ...cases.flatMap(({ mail }) => mail.split('\n')),
      ...['>', '> >', '--', '-- ', 'От:', 'On', '02.03.2026', ':', '_'.repeat(40), '\u00a0', ''],
    )
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 30 }), (all) => {
        const { fresh, isCut } = freshOf(all.join('\n'))
        const known = all.flatMap((line) => line.replaceAll('\u00a0', ' ').split('\n')).map((line) => line.trim())
        expect(fresh.split('\n').every((line) => line === '' || known.includes(line.trim()))).toBe(true)
        expect(isCut || fresh === all.join('\n').trim()).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['blanks', ' '.repeat(1_000_000)],
    ['lines of nothing', '\n'.repeat(300_000)],
    ['labels', 'От: а\n'.repeat(20_000)],
    ['beginnings of what introduces', '02.03.2026, 10:15, "ЦУР"\n'.repeat(60_000)],
    ['marks', '>'.repeat(500_000)],
    ['words that wrote', 'написал '.repeat(100_000)],
  ])('is read quickly: %s', (_, text) => {
    const begun = performance.now()
    freshOf(text)
    expect(performance.now() - begun).toBeLessThan(3_000)
  })
})
