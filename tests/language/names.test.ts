// Names are hidden in every case and order that people write them in, and what is named after people keeps its name. All are invented.
import { expect, it } from 'vitest'
import { hideNames, namesOf } from '../../functions/language/names.ts'

const author = 'Петрова Зарина'

it.each([
  ['Здравствуйте, Зарина! Лампу заменили.', 'Здравствуйте, •••! Лампу заменили.'],
  ['По сообщению Зарины Петровой выезжал мастер.', 'По сообщению ••• выезжал мастер.'],
  ['Уважаемая Зарина Руслановна!', 'Уважаемая •••!'],
  ['Уважаемый Иван Кузьмич-Бор, ждём.', 'Уважаемый Иван Кузьмич-Бор, ждём.'],
  ['Мастер: Сидоров Пётр Ильич, приедет.', 'Мастер: •••, приедет.'],
  ['Ивану Сергеевичу передано', '••• передано'],
  ['Начальник отдела А. Б. Юсупов', 'Начальник отдела •••'],
  ['Ответил Юсупов А.Б.', 'Ответил •••'],
  ['Проспект им. А. А. Кадырова и ул. Лермонтова', 'Проспект им. А. А. Кадырова и ул. Лермонтова'],
  ['Dear Zarina Petrova, the lamp works. Mr Smith came.', 'Dear •••, the lamp works. Mr ••• came.'],
  ['Dear Sir, петрова роща открыта', 'Dear Sir, петрова роща открыта'],
  ['Садовая, 5. Яма засыпана 2 марта.', 'Садовая, 5. Яма засыпана 2 марта.'],
])('%s', (written, shown) => {
  expect(hideNames(written, author)).toBe(shown)
})

it('the words of a known name are found, each once', () => {
  expect(namesOf('Зарине Петровой и ещё раз Зарине; Иванов', author)).toEqual(['Зарине', 'Петровой'])
  expect(namesOf('Зарине')).toEqual([])
})
