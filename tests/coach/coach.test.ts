// What the coach says of an answer, in words and in order, and that it says nothing of a good one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coach } from '../../functions/coach/coach.ts'
import type { About } from '../../functions/coach/hint.ts'
import { rulesOf } from '../../functions/coach/rules/rules.ts'

const about: About = {
  message: 'На улице Садовой возле школы огромная яма. Когда почините?',
  kind: 'final',
  language: 'ru',
  hintsIn: 'ru',
  regime: 'message',
  isPublic: false,
}
const good = 'Здравствуйте! Яму на Садовой засыпали 3 марта.\nИса Магомадов, дорожная служба'
const kinds = (answer: string, change: Partial<About> = {}) =>
  coach(answer, { ...about, ...change }).map(({ kind }) => kind)

test('a good answer gets no hint', () => {
  expect(coach(good, about)).toEqual([])
})

test('every hint says where, why and how else', () => {
  const answer = 'Сообщаем, что вопрос будет рассмотрен в порядке очерёдности.'
  expect(coach(answer, about)).toEqual([
    {
      kind: 'unanswered',
      why: 'Кажется, ответ о другом: в нём нет слов, о которых спросил житель — Садовой, школы, огромная.',
      better: 'Начните с главного: «Горячую воду включили сегодня в 14:30».',
    },
    {
      kind: 'deed',
      why: 'Не видно, что сделано или что и к какому дню сделают.',
      better: 'Например: «Яму засыпали 3 марта, асфальт положим до 20 апреля».',
    },
    {
      kind: 'brush-off',
      quote: 'будет рассмотрен',
      why: 'Такую фразу можно отправить кому угодно: житель прочтёт её как отписку.',
      better: '«Решим на комиссии 9 сентября и напишем вам 10-го»',
    },
    {
      kind: 'brush-off',
      quote: 'в порядке очерёдности',
      why: 'Такую фразу можно отправить кому угодно: житель прочтёт её как отписку.',
      better: '«Ваш двор двенадцатый, очередь дойдёт в июне»',
    },
    {
      kind: 'greeting',
      why: 'Нет приветствия.',
      better: 'Например: «Здравствуйте!» или «Добрый день, Марина!»',
    },
    {
      kind: 'name',
      why: 'Не сказано, кто отвечает.',
      better: 'Подпишите: «Амина Баталова, инженер „Теплоснабжения“».',
    },
    {
      kind: 'officialese',
      quote: 'Сообщаем, что',
      why: 'Вслух так не говорят.',
      better: 'сразу то, о чём сообщаете',
    },
  ])
})

test('whoever reads the hints has another language than the citizen', () => {
  const [hint] = coach('Яму засыпали 3 марта.\nИса Магомадов', { ...about, hintsIn: 'en' })
  expect(hint).toEqual({
    kind: 'greeting',
    why: 'There is no greeting.',
    better: 'For example: “Hello,” or “Good morning, Jane,”',
  })
})

test('an interim answer is asked what happens next', () => {
  const [hint] = coach('Здравствуйте! Яма на Садовой нам известна.\nИса Магомадов', { ...about, kind: 'interim' })
  expect(hint).toMatchObject({ kind: 'deed', why: 'Не видно, что будет дальше и когда.' })
})

test('an answer to an appeal may name the law and be longer', () => {
  const answer = good.replace('засыпали', 'в соответствии с планом засыпали')
  const long = good.replace('3 марта.', `3 марта. ${'Мы были на месте. '.repeat(70)}`)
  expect([kinds(answer), kinds(answer, { regime: 'statutory' })]).toEqual([['officialese'], []])
  expect([kinds(long), kinds(long, { regime: 'statutory' })]).toEqual([['long'], []])
})

describe('personal data', () => {
  const withPhone = (words: string) => good.replace('3 марта.', `3 марта. ${words}`)
  test('are remarked on where everybody reads the answer', () => {
    const answer = withPhone('Мы звонили вам: 8 928 123-45-67.')
    expect([kinds(answer), kinds(answer, { isPublic: true })]).toEqual([[], ['personal']])
    expect(coach(answer, { ...about, isPublic: true })[0]?.quote).toBe('8 928 123-45-67')
  })
  test('are not what an office answers to', () => {
    const answer = withPhone('Телефон диспетчерской: 8 (8712) 22-10-10, горячая линия 8-800-200-01-22.')
    expect(kinds(answer, { isPublic: true })).toEqual([])
  })
})

test('paper that is moved is no deed, and neither is what was not done or will be', () => {
  const signed = (deed: string) => `Здравствуйте! Яма на Садовой: ${deed}.\nИса Магомадов`
  const found = (deed: string) => kinds(signed(deed)).includes('deed')
  expect(['засыпали', 'засыпана', 'засыпят до 20 апреля', 'мастер осмотрел', 'приедем в среду'].filter(found)).toEqual(
    [],
  )
  const none = [
    'передали подрядчику',
    'не засыпали',
    'будет засыпана',
    'приняли к сведению',
    'засыпать некому',
    'письмо от 3 марта',
  ]
  expect(none.filter((deed) => !found(deed))).toEqual([])
})

test('a name is looked for under the answer', () => {
  const named = (end: string) => !kinds(`Здравствуйте! Яму на Садовой засыпали.${end}`).includes('name')
  const names = [
    '\nИса Магомадов',
    '\nМагомадов И. А.',
    '\nИ.А. Магомадов, мастер',
    ' Инженер И. Магомадов',
    ' Меня зовут Иса.',
  ]
  expect(names.filter((end) => !named(end))).toEqual([])
  const nobodys = [
    '',
    '\nС уважением, администрация',
    '\nУправляющая компания «Новый Дом»',
    ' Спасибо Иван Петрович за сигнал, мы тоже видели эту яму и ждали',
  ]
  expect(nobodys.filter(named)).toEqual([])
})

test('no text is too odd, and what is quoted stands in the answer', () => {
  const word = fc.constantFrom(
    'сообщаем',
    'в рамках',
    'ул.',
    'кв. 5',
    '8 928 123-45-67',
    '«',
    '\n',
    '…',
    '🙂',
    'И. И. Ким',
    'a@b.example',
  )
  const text = fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }).map((words) => words.join(' '))
  const plain = (one: string) => one.replace(/\s+/g, ' ')
  fc.assert(
    fc.property(text, fc.string(), (answer, message) => {
      const quotes = coach(answer, { ...about, message, isPublic: true }).flatMap(({ quote }) => quote ?? [])
      expect(quotes.filter((quote) => !plain(answer).includes(quote.replace(/…$/, '')))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe.each(['ru', 'en'] as const)('the rules of %s', (language) => {
  const rules = rulesOf(language)
  const all = [...rules.officialese, ...rules.ofTheLaw, ...rules.brushOff]

  test('name every phrase once in its list', () => {
    for (const list of [rules.officialese, rules.brushOff]) {
      const names = list.flatMap(([, ...phrases]) => phrases)
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
  })

  test('give examples that would not be remarked on themselves', () => {
    const quoted = all.flatMap(([better]) => better.match(/«[^»]+»|“[^”]+”/g) ?? [])
    const stiff = quoted.filter((better) =>
      coach(better, { ...about, language }).some(({ kind }) => kind === 'officialese' || kind === 'brush-off'),
    )
    expect(stiff).toEqual([])
  })
})
