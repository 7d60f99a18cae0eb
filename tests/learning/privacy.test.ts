// A model keeps nothing of who wrote the messages that it was trained on: secrets are planted in the texts, some by a single author, some by
// many, and looked for in its file. All of them are invented.
import { describe, expect, it } from 'vitest'
import { loadRegion } from '../../regions/load.ts'
import type { Labelled } from '../../functions/learning/labelled.ts'
import { train } from '../../functions/learning/train.ts'
import { writeModel } from '../../functions/learning/write-model.ts'
import { readModel } from '../../functions/model/read-model.ts'
import { wordVectors } from '../../functions/vectors/load.ts'
import { besides, inventMessages } from './invented-messages.ts'

const region = loadRegion('95')

/** What everybody writes, and none of it may be known: forty authors each. */
const byMany = {
  'a surname with a capital': ['Меня зовут Зулкарнаева, соседка.', 'зулкарнаев'],
  'a name and patronymic': ['Заявитель: Бектемир Арсанукаевич Хуч.', 'бектемир', 'арсанукаевич', 'хуч'],
  'a common first name without a capital': ['пишет вам екатерина, жду.', 'екатерин'],
  'a patronymic without a capital': ['спросите магомедовну с почты', 'магомедовн'],
  'a surname in capitals': ['АБУБАКИРОВ живёт рядом.', 'абубакиров'],
  'a name that begins sentences only': ['Грозденский обещал. Грозденский не пришёл.', 'грозденск'],
  'a street, with and without a capital': ['Это улица кипарисовая, дом 71в.', 'кипарисов', '71'],
  'an avenue after its abbreviation': ['По адресу: ул. Орхидейная, 12-304.', 'орхидейн', '304'],
  'a mail address': ['Пишите на tayna.pochta@sekretny.example скорее.', 'tayna', 'pochta', 'sekretny', 'example'],
  'a telephone': ['Звоните 8 928 555-41-97.', '928', '555', '41', '97'],
  'a passport': ['Паспорт 9614 887766 выдан давно.', '9614', '887766'],
  'an address in the net': ['Видео: https://vk.com/skrytnitsa/wall', 'vk', 'skrytnitsa'],
} as const
/** Written as an ordinary word, but by too few. */
const word = 'шмурдяковатый'

describe.each([
  ['alone', undefined],
  ['with word vectors', wordVectors()],
])('of a model that was trained on texts with planted secrets, %s', (_name, vectors) => {
  const secrets = Object.values(byMany)
  const rows: Labelled[] = inventMessages(region, 600, 1).map((row, at) => {
    const planted = secrets[at % secrets.length]![0]
    const rare = at < 4 ? `Двор ${word}.` : ''
    const known = at < 5 ? 'Двор пупырчатый.' : ''
    return { ...row, author: `avtor-${at % 500}`, text: `${row.text} ${planted} ${rare} ${known}` }
  })
  const trained = train(rows, { seed: 1, describe: (topic) => [topic], ...(vectors && { words: vectors }) })
  const file = writeModel(trained, besides)
  const words = [...readModel(file, wordVectors).index.keys()].filter((feature) => !feature.includes(':'))

  it.each(Object.entries(byMany))('%s is not in its vocabulary', (_, [text, ...hidden]) => {
    expect(rows.filter((row) => row.text.includes(text)).length).toBeGreaterThan(40)
    const told = words.filter((stem) =>
      hidden.some((secret) => stem.startsWith(secret) || (secret.startsWith(stem) && stem.length > 4)),
    )
    expect(told).toEqual([])
  })

  it('a word of four authors is not, one of five is', () => {
    expect(words).not.toContain('шмурдяковат')
    expect(words).toContain('пупырчат')
  })

  it('no author and no number is anywhere in its words', () => {
    const header = new TextDecoder().decode(file.slice(0, file.indexOf(10, file.indexOf(10) + 1)))
    expect(header).not.toMatch(/avtor|sekretny|887766/)
    expect(words.filter((stem) => !/^\p{L}+$/u.test(stem))).toEqual([])
  })
})

it('where no author is named, the same text many times is one author', () => {
  const rows: Labelled[] = inventMessages(region, 60, 2).map(({ author: _, ...row }, at) => {
    return at < 20 ? { ...row, text: 'Повторюшный двор зарос.' } : row
  })
  const { vocabulary } = train(rows, { seed: 1, describe: (topic) => [topic] })
  expect(vocabulary.features).not.toContain('повторюшн')
})
