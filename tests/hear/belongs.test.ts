// To which case a further message of a dialog belongs, and as what (docs/decisions/0063).
import { expect, it } from 'vitest'
import type { Case } from '../../functions/case/case.ts'
import { initialCase } from '../../functions/case/evolve.ts'
import { later } from '../../functions/case/clocks/waking.ts'
import { belongingOf } from '../../functions/hear/belongs.ts'

const at = '2026-03-10T07:00:00.000Z'
const DAY_MS = 24 * 3_600_000
const ago = (days: number) => later(at, -days * DAY_MS)
const begun: Case = { ...initialCase('95-260302-AAAAA'), updatedAt: ago(1), reach: 'dialog' }
const by = { role: 'citizen' } as const
const asked: Case = {
  ...begun,
  status: 'clarification',
  round: { ...begun.round, question: { text: 'Где?', at: ago(20), seq: 4 } },
}
const placeless: Case = { ...begun, status: 'triage', missing: { place: [] }, askedAt: ago(2) }
const words = { command: { type: 'AddWords', by, messageId: 'M' } }
const long = 'А ещё на улице Мира не горит свет во всём доме'

it.each([
  ['more words, while it is open', { ...begun, status: 'assigned' }, {}, words],
  ['its pictures alone', { ...begun, status: 'assigned' }, { words: '', saysMore: false }, 'pictures'],
  [
    'the beginning of another, after a week of silence',
    { ...begun, status: 'assigned', updatedAt: ago(7) },
    {},
    'another',
  ],
  [
    'the reply to what was asked, however long ago',
    { ...asked, updatedAt: ago(20) },
    {},
    { command: { type: 'Clarify', by, messageId: 'M', questionAt: ago(20) } },
  ],
  [
    'the reply, too, where it is a photo',
    asked,
    { words: '', saysMore: false },
    { command: { type: 'Clarify', by, messageId: 'M', questionAt: ago(20) } },
  ],
  [
    'no reply, where it corrects what was written before',
    asked,
    { edited: true },
    { command: { type: 'Note', by: { role: 'system' }, text: long } },
  ],
  ['the place that was asked', placeless, {}, { command: { type: 'Supply', by, messageId: 'M', askedAt: ago(2) } }],
  [
    'no place, where the topic is asked, too: that is chosen on the page',
    { ...placeless, missing: { place: [], topic: [] } },
    {},
    words,
  ],
  ['a word on the answer', { ...begun, status: 'resolved' }, { words: 'Спасибо!' }, 'ended'],
  ['another case, where it is more than a line', { ...begun, status: 'closed' }, {}, 'another'],
  [
    'another case, where the answer is old',
    { ...begun, status: 'closed', updatedAt: ago(8) },
    { words: 'Спасибо!' },
    'another',
  ],
  ['another case, where the last was refused', { ...begun, status: 'rejected' }, { words: 'Яма' }, 'another'],
  ['another case, where the last went into one of others', { ...begun, status: 'merged' }, {}, 'another'],
  ['another case, where the last was erased', { ...begun, status: 'assigned', erasedAt: ago(1) }, {}, 'another'],
] as [string, Case, object, unknown][])('it is %s', (_, state, more, expected) => {
  expect(belongingOf({ state, words: long, saysMore: true, edited: false, messageId: 'M', at, ...more })).toEqual(
    expected,
  )
})
