// The texts of letters in Russian: short, in human words, without officialese. Read through words.ts.
import { citizens } from './citizens.ru.ts'
import { byRegime } from './noun.ts'
import { officials } from './officials.ru.ts'
import type { Words } from './shape.ts'

export const ru = byRegime('ru', (noun): Words => ({
  citizens: citizens(noun),
  official: officials(noun),
  kinds: {
    ...officials(noun).kinds,
    ...citizens(noun).kinds,
  },
  clocks: {
    moderation: `Проверить ${noun.noun}е до`,
    assignment: 'Назначить ответственного до',
    acceptance: 'Принять в работу до',
    firstResponse: 'Дать первый ответ до',
    finalAnswer: 'Ответить жителю до',
    finalAfterInterim: 'Ответить жителю до',
    answerReview: 'Проверить ответ до',
    clarification: 'Ждём ответа жителя до',
    rating: 'Ждём оценки до',
  },
  undecided: {
    'topic unknown': 'Тема не ясна.',
    'topic ambiguous': 'Подходят несколько тем.',
    'place unknown': 'Место не названо.',
    'place ambiguous': 'Названо несколько мест.',
    'place outside': 'Точка за границами региона.',
    'nobody responsible': 'По этой теме здесь никто не назначен.',
    'routing failed': 'Определить исполнителя не удалось из-за сбоя.',
  },
  actions: {
    accept: 'Принять в работу',
    answer: 'Ответить сразу',
    handover: 'Передать другой организации',
    decline: 'Это не к нам',
    ask: 'Спросить жителя',
    extend: 'Попросить больше времени',
  },
  digest: {
    subject: (cases) => `${noun.Noun}я на сегодня: ${cases}`,
    heading: (cases) => `${noun.Noun}я на сегодня: ${cases}`,
    text: 'Новое с прошлого такого письма. Сначала — самое срочное.',
    due: 'Ближайший срок',
    overdue: 'Срок прошёл',
  },
  message: `${noun.Noun}е жителя`,
  erased: '(текст удалён)',
  unknown: 'не определено',
  linkNote: 'Если кнопка не работает, скопируйте адрес:',
  orAtOnce: 'Или сразу:',
  acceptBy: 'Принять до',
  answerBy: 'Ответить до',
  provisional: 'предварительно: календарь того года ещё не утверждён',
  reviewBy: 'Проверить до',
  answerToCheck: 'Ответ, который уйдёт жителю:',
  number: 'Номер',
  topic: 'Тема',
  place: 'Место',
  responsible: 'Отвечает',
  reason: 'Причина',
  because: 'Почему вам',
  evidence: {
    asked: 'тему или место житель назвал, когда мы спросили',
    sender: 'тему или место указал отправитель',
    coordinates: 'место по координатам',
    words: (found) => `в тексте «${found.join('», «')}»`,
  },
  goesOn: 'полностью — на странице',
  whyOfficial: (person) => `Письмо для: ${person}. Если это ошибка, позвоните нам.`,
}))
