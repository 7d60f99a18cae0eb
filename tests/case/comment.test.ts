// What a comment comes to by what is heard of it, in whatever order, and what the region's words make of it.
import { describe, expect, it } from 'vitest'
import {
  type Comment,
  type HeardVersion,
  likelyOf,
  saidIn,
  waits,
  withoutIt,
  withVersion,
} from '../../functions/case/comment.ts'

const at = (minute: number) => `2026-03-02T07:0${minute}:00.000Z`
const named = { channel: 'vk', thread: { on: 'wall-1_2', comment: '7' }, name: '7' }
const version = (key: string, minute: number, text: string, more: Partial<HeardVersion> = {}): HeardVersion => ({
  ...{ key, of: '7', at: at(minute), text, pictures: [], others: [], isEdited: key !== 'first', person: '5' },
  ...more,
})
const all = [version('first', 0, 'Яма'), version('second', 1, 'Яма!'), version('third', 2, 'Ямы')]
const after = (heard: readonly HeardVersion[], known?: Comment) =>
  heard.reduce((comment, one) => withVersion(comment, named, one, at(5)) ?? comment, known)!

describe('what it says', () => {
  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 0, 2, 1, 0]], [[2, 0, 1, 2, 2]]])(
    'is the same in the order %j, with what it said before',
    (order) => {
      const comment = after(order.map((index) => all[index]!))
      expect(saidIn(comment)).toEqual({ text: 'Ямы', earlier: ['Яма', 'Яма!'], pictures: [], others: [] })
      expect(comment.writtenAt).toBe(at(0))
    },
  )

  it('is its corrected text, where both are of one second', () => {
    expect(saidIn(after([version('second', 0, 'А', {}), version('first', 0, 'Я')])).text).toBe('А')
  })

  it('of an album is its words with all its photos, whichever came first', () => {
    const photo = (key: string, of: string, text: string) =>
      version(key, 0, text, { of, pictures: [{ fileId: of }], isEdited: false })
    const place = (comment: string) => ({ ...named, thread: { on: '-5', comment }, name: 'album.g' })
    const one = withVersion(undefined, place('8'), photo('8', '8', ''), at(1))
    const both = withVersion(one, place('9'), photo('9', '9', 'Яма'), at(1))!
    expect(saidIn(both)).toMatchObject({ text: 'Яма', pictures: [{ fileId: '8' }, { fileId: '9' }] })
    // It is answered under its words.
    expect(both.thread.comment).toBe('9')
  })

  it('ends with twenty versions', () => {
    const many = Array.from({ length: 30 }, (_, index) => version(`v${index}`, 1, `${index}`))
    expect(Object.keys(after(many).versions)).toHaveLength(20)
  })
})

describe('deleted', () => {
  it('is known once, and stays when the words come after; it is over when they are back', () => {
    const gone = withoutIt(undefined, named, at(1))!
    expect(waits(gone)).toBe(false)
    expect(withoutIt(gone, named, at(2))).toBe(undefined)
    const heard = after([all[0]!], gone)
    expect([waits(heard), heard.goneAt]).toEqual([true, at(1)])
    expect(after([version('restored', 3, 'Яма')], heard).goneAt).toBe(undefined)
  })
})

describe('screened', () => {
  it.each([
    ['thanks', 'waiting'],
    ['off topic', 'waiting'],
    ['spam', 'spam'],
  ] as const)('as %s it is %s when it is corrected', (state, expected) => {
    const screened = { ...after([all[0]!]), state, who: 'moderator-1', doneAt: at(3) }
    expect(after([all[1]!], screened)).toMatchObject({ state: expected, rev: 2 })
    // What came before is no news.
    expect(withVersion(screened, named, all[0]!, at(4))).toBe(undefined)
  })
})

it.each([
  ['Спасибо, убрали!', 'thanks'],
  ['СПАСИБО, но у дома яма', 'problem'],
  ['Заработок без вложений', 'spam'],
  ['Какая погода', undefined],
  ['', undefined],
])('by the region’s words “%s” is likely %s', (text, expected) => {
  expect(likelyOf(text, { problem: ['яма'], thanks: ['Спасиб'], spam: ['заработ'] })).toBe(expected)
  expect(likelyOf(text)).toBe(undefined)
})
