// Why a message is closed without an answer, and what its writer can do now, in Russian. Read through grounds.ts.
import type { Grounds } from './grounds-shape.ts'
import type { Noun } from './noun.ts'

export const grounds = ({ noun }: Noun): Grounds => ({
  'off topic': {
    why: 'Этот вопрос решают не те органы, на которые можно пожаловаться здесь.',
    next: (phone) => `Куда обратиться, подскажут по телефону: ${phone}.`,
  },
  duplicate: {
    why: 'Вы уже писали об этом.',
    next: () => `Ответ придёт на первое ${noun}е. Делать больше ничего не нужно.`,
  },
  'in work': {
    why: 'Об этом уже знают, работа идёт.',
    next: (phone) =>
      `Делать больше ничего не нужно. Если ничего не изменится, напишите ещё раз или позвоните: ${phone}.`,
  },
  'no facts': {
    why: 'В тексте не хватает сведений, чтобы что-то сделать.',
    next: (phone) => `Напишите ещё раз: что случилось, где и с какого времени. Или позвоните: ${phone}.`,
  },
  abuse: { why: 'В тексте есть оскорбления.', next: () => 'Напишите о том же без них, и вам ответят по существу.' },
  other: {
    why: 'Другая причина.',
    next: (phone) => `Если мы поняли вас неверно, напишите ещё раз или позвоните: ${phone}.`,
  },
})
