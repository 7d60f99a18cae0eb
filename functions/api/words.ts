// What the API says to people who read its problems. Read by the handler and statistics.ts.
import { Problem } from '../edge/problem.ts'

const invalid = (pointer: string, code: string, detail: string) =>
  new Problem(422, 'invalid', detail, [{ pointer, code, detail }])

export const words = {
  ru: {
    idempotencyKey:
      'Передайте заголовок Idempotency-Key: от 1 до 200 знаков ASCII без пробелов, свой у каждого сообщения.',
    range: (days: number) => invalid('/to', 'range', `Период — от одного дня до ${days}: to не раньше from.`),
    mismatch: 'Этот Idempotency-Key уже использован для другого сообщения.',
    erased: '(текст удалён)',
    notAsked: 'Об этом больше не спрашивают: на вопрос уже ответили, или решил оператор. Посмотрите, как обстоит дело.',
    unknownCase: 'Обращения с таким номером нет, или оно недоступно этому ключу.',
    notAmong: (pointer: string) => invalid(pointer, 'choice', 'Назовите одно из того, о чём спросили.'),
    unknown: { topic: 'Такой темы в регионе нет.', municipality: 'Такого муниципалитета в регионе нет.' },
  },
  en: {
    idempotencyKey: 'Send the header Idempotency-Key: 1 to 200 ASCII signs without blanks, another for each message.',
    range: (days: number) => invalid('/to', 'range', `From one day to ${days}: to is not before from.`),
    mismatch: 'This Idempotency-Key was used for another message.',
    erased: '(the text was erased)',
    notAsked: 'This is asked no more: it was answered, or an operator decided. See how the case stands.',
    unknownCase: 'There is no case of this number, or this key may not see it.',
    notAmong: (pointer: string) => invalid(pointer, 'choice', 'Name one of those that were asked about.'),
    unknown: { topic: 'The region has no such topic.', municipality: 'The region has no such municipality.' },
  },
}
