// Which messages say the same: by example; and how many do of messages that are labelled, where the environment's LABELLED_MESSAGES names their file
// (CSV with text, topic and responsible). No such file is part of the repository.
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { saysTheSame } from '../../functions/language/likeness.ts'
import { hashOf } from '../../functions/learning/shuffle.ts'

const bins = 'Третью неделю рядом с поликлиникой переполнены контейнеры, пакеты разносят собаки.'

it.each([
  ['the same words', bins, true],
  [
    'in another order, with a greeting',
    'Здравствуйте! Собаки разносят пакеты: контейнеры рядом с поликлиникой переполнены третью неделю',
    true,
  ],
  [
    'in other forms, more said',
    `Жалуемся. ${bins.replace('переполнены контейнеры', 'контейнер переполнен')} Прошу помочь.`,
    true,
  ],
  ['of another place', 'Третью неделю рядом с рынком переполнена парковка, машины стоят на газоне.', false],
  ['a part of it', 'Переполнены контейнеры.', false],
])('%s', (_, other, same) => expect([saysTheSame(bins, other), saysTheSame(other, bins)]).toEqual([same, same]))

it('of other houses is another thing; of a house that both name it is not', () => {
  const at = (houses: string) => `${bins} Улица Садовая, ${houses}.`
  expect([at('14'), at('92'), at('14 и 16')].map((other) => saysTheSame(at('14'), other))).toEqual([true, false, true])
  expect(saysTheSame(at('14'), bins)).toBe(true)
})

const file = process.env['LABELLED_MESSAGES'] ?? ''
if (!existsSync(file)) {
  it('messages that are labelled were NOT compared: LABELLED_MESSAGES names no file', () =>
    console.warn('LABELLED_MESSAGES names no file: how many labelled messages say the same was not measured.'))
} else {
  interface Row {
    readonly text: string
    readonly topic: string
    readonly responsible: string
  }
  const rows: Row[] = parse(readFileSync(file, 'utf8'), { columns: true, bom: true })
  let drawn = 0
  const draw = () => hashOf(String((drawn += 1)), 1) / 2 ** 32

  /** As another would say it: sentences turned round, three words of ten left out, a greeting, and how another message of the topic begins. */
  const toldAnew = ({ text, topic }: Row) => {
    const kept = sentencesOf(text)
      .toReversed()
      .join(' ')
      .split(/\s+/)
      .filter(() => draw() > 0.3)
    const others = rows.filter((one) => one.topic === topic && one.text !== text)
    const other = others[Math.floor(draw() * others.length)]
    const begun = other
      ? sentencesOf(other.text)[0]!
          .split(/\s+/)
          .slice(0, Math.max(3, kept.length * 0.3))
      : []
    return ['Здравствуйте, прошу помочь.', ...kept, ...begun].join(' ')
  }
  const sentencesOf = (text: string) => text.split(/(?<=[.!?])\s+/)

  it('most messages are known again in another telling, and hardly any two of one topic and organisation are taken for one', () => {
    const long = rows.filter(({ text }) => text.split(/\s+/).length >= 12)
    const known = long.filter((row) => saysTheSame(row.text, toldAnew(row))).length
    let [pairs, alike] = [0, 0]
    for (const some of Map.groupBy(rows, ({ topic, responsible }) => `${topic} ${responsible}`).values())
      some.forEach(({ text }, index) => {
        for (const other of some.slice(0, index)) {
          pairs += 1
          if (saysTheSame(text, other.text)) alike += 1
        }
      })
    console.log({ long: long.length, known, pairs, alike })
    expect(known / long.length).toBeGreaterThan(0.9)
    expect(alike / pairs).toBeLessThan(0.003)
  }, 120_000)
}
