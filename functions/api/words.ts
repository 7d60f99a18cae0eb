// What the API says to people who read its problems. Read by the handler and statistics.ts.
import type { RefusalCode } from '../case/commands.ts'
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
    notNow: 'Сейчас с этим обращением так поступить нельзя. Посмотрите, как обстоит дело.',
    refusals: {
      superseded: 'Это относилось к прежнему вопросу или ответу. Посмотрите, как обстоит дело.',
      'too late': 'Срок для этого прошёл.',
      'already rated': 'Этот ответ уже оценён.',
      'no more reopenings': 'Больше вернуть в работу нельзя.',
      'too many notes': 'Дополнений уже слишком много.',
      'too many photos': 'Фотографий уже десять.',
      erased: 'Тексты этого обращения удалены.',
    } as Partial<Record<RefusalCode, string>>,
    placeIs: 'Верное место:',
    placeOrReply: invalid(
      '/municipality',
      'choice',
      'Ответ на вопрос места не меняет: назовите или questionAt, или municipality.',
    ),
    notAsked: 'Об этом больше не спрашивают: на вопрос уже ответили, или решил оператор. Посмотрите, как обстоит дело.',
    noPhotos: 'В этом регионе фотографий не принимают.',
    unknownPhoto: 'Такой фотографии у этого обращения нет.',
    unknownCase: 'Обращения с таким номером нет, или оно недоступно этому ключу.',
    cursor: new Problem(
      400,
      'cursor-wrong',
      'Этот cursor не подходит: он изменён, от другого ключа или фильтров, или старше суток. Начните список заново.',
    ),
    endedSince: invalid(
      '/changedSince',
      'required',
      'Завершённые перечисляются с какого-то времени: назовите changedSince или receivedSince.',
    ),
    notYet: 'Список ещё строится. Повторите запрос через минуту.',
    afterOrSince: invalid('/since', 'choice', 'Назовите или after, или since.'),
    feedCursor: new Problem(
      400,
      'cursor-wrong',
      'Этот cursor не отсюда. Начните без after, с since или с after=latest.',
    ),
    feedGone: new Problem(
      410,
      'cursor-gone',
      'События после этого места больше не хранятся, или лента начата заново после восстановления. Сверьте обращения через GET /v1/cases?changedSince=… и начните с after=latest.',
    ),
    notAmong: (pointer: string) => invalid(pointer, 'choice', 'Назовите одно из того, о чём спросили.'),
    unknown: {
      topic: 'Такой темы в регионе нет.',
      municipality: 'Такого муниципалитета в регионе нет.',
      organisation: 'Такой организации в регионе нет.',
    },
  },
  en: {
    idempotencyKey: 'Send the header Idempotency-Key: 1 to 200 ASCII signs without blanks, another for each message.',
    range: (days: number) => invalid('/to', 'range', `From one day to ${days}: to is not before from.`),
    mismatch: 'This Idempotency-Key was used for another message.',
    erased: '(the text was erased)',
    notNow: 'The case does not stand for this now. See how it stands.',
    refusals: {
      superseded: 'This was about an earlier question or answer. See how the case stands.',
      'too late': 'The time for this is over.',
      'already rated': 'This answer has been rated.',
      'no more reopenings': 'It cannot be sent back to work any more.',
      'too many notes': 'There are too many additions already.',
      'too many photos': 'There are ten photos already.',
      erased: 'The texts of this case were erased.',
    } as Partial<Record<RefusalCode, string>>,
    placeIs: 'The right place:',
    placeOrReply: invalid(
      '/municipality',
      'choice',
      'A reply changes no place: name either questionAt or municipality.',
    ),
    notAsked: 'This is asked no more: it was answered, or an operator decided. See how the case stands.',
    noPhotos: 'This region takes no photos.',
    unknownPhoto: 'The case has no such photo.',
    unknownCase: 'There is no case of this number, or this key may not see it.',
    cursor: new Problem(
      400,
      'cursor-wrong',
      'This cursor does not fit: it was altered, is of another key or other filters, or older than a day. Begin the list anew.',
    ),
    endedSince: invalid(
      '/changedSince',
      'required',
      'Ended cases are listed since an instant: name changedSince or receivedSince.',
    ),
    notYet: 'The list is still being built. Send the request again in a minute.',
    afterOrSince: invalid('/since', 'choice', 'Name after or since, not both.'),
    feedCursor: new Problem(
      400,
      'cursor-wrong',
      'This cursor is none of ours. Begin without after, with since, or with after=latest.',
    ),
    feedGone: new Problem(
      410,
      'cursor-gone',
      'Events after this place are not kept any more, or the feed began anew after a restore. Compare cases by GET /v1/cases?changedSince=… and begin with after=latest.',
    ),
    notAmong: (pointer: string) => invalid(pointer, 'choice', 'Name one of those that were asked about.'),
    unknown: {
      topic: 'The region has no such topic.',
      municipality: 'The region has no such municipality.',
      organisation: 'The region has no such organisation.',
    },
  },
}
