// The words of the pages of comments. Read by them.
import type { Screening } from '../case/comment.ts'
import type { Language } from '../../regions/schema.ts'
import { counted } from '../web/words/counted.ts'

export type Place = 'wall' | 'photo' | 'video' | 'topic' | 'suggested' | 'group' | 'channel'

interface ScreeningWords {
  readonly title: string
  readonly intro: (days: number) => string
  readonly waiting: (count: number) => string
  readonly nothing: string
  /** Of a part of the list that was looked through. */
  readonly nothingHere: string
  readonly ending: (count: string) => string
  readonly page: string
  readonly anyPage: string
  readonly order: string
  readonly orders: Readonly<Record<'newest' | 'oldest', string>>
  readonly show: string
  readonly onlyThis: string
  readonly all: string
  readonly places: Readonly<Record<Place, string>>
  readonly under: string
  readonly open: string
  readonly edited: string
  readonly earlier: string
  readonly gone: string
  readonly byHand: string
  readonly nobody: string
  readonly noText: string
  readonly pictures: (count: number) => string
  readonly likely: (as: string) => string
  readonly casesHere: string
  readonly tick: (number: number) => string
  readonly screenings: Readonly<Record<Screening, string>>
  readonly label: (what: string, number: number) => string
  readonly ticked: string
  readonly tickedHint: string
  readonly topicUnknown: string
  readonly make: string
  readonly makeHint: string
  readonly makeOne: string
  readonly add: string
  readonly addTo: string
  readonly addHint: string
  readonly doneCase: (number: string) => string
  readonly doneMany: (what: string, count: number) => string
  readonly tickSome: string
  readonly tooMany: (most: number) => string
  readonly noSuchCase: string
  readonly others: string
  readonly screenedBy: (who: string, what: string, when: string) => string
  readonly changed: string
  readonly gonePast: string
  readonly figures: (days: number) => string
  readonly columns: Readonly<Record<'page' | 'came' | 'left' | Screening, string>>
  readonly figuresHint: (days: number) => string
  readonly next: string
  readonly fromStart: string
}

export const screeningWords: Readonly<Record<Language, ScreeningWords>> = {
  ru: {
    title: 'Комментарии',
    intro: (days) =>
      `Что люди пишут под записями страниц региона. Обращением комментарий становится, только если вы так решите. Что не разобрано за ${days} дней, удаляется и учитывается в таблице внизу.`,
    waiting: counted('ru', {
      one: 'комментарий ждёт',
      few: 'комментария ждут',
      many: 'комментариев ждут',
      other: 'комментария ждёт',
    }),
    nothing: 'Все комментарии разобраны.',
    nothingHere: 'В этой части списка таких нет, смотрите дальше.',
    ending: (count) => `Скоро удалятся неразобранными: ${count}.`,
    page: 'Страница',
    anyPage: 'все страницы',
    order: 'Порядок',
    orders: { oldest: 'сначала старые', newest: 'сначала новые' },
    show: 'Показать',
    onlyThis: 'Только под этой записью',
    all: 'Все комментарии',
    places: {
      wall: 'под записью',
      photo: 'под фотографией',
      video: 'под видео',
      topic: 'в обсуждении',
      suggested: 'предложенная запись',
      group: 'в группе',
      channel: 'под записью канала',
    },
    under: 'Запись:',
    open: 'Открыть в сети',
    edited: 'исправлен автором',
    earlier: 'Было раньше',
    gone: 'удалён',
    byHand: 'сеть не даёт отвечать здесь через программу: отвечать придётся вручную по ссылке',
    nobody: 'сеть не сообщила автора',
    noText: 'Текста нет.',
    pictures: (count) => `фотографий: ${count}`,
    likely: (as) => `похоже на: ${as}`,
    casesHere: 'Из этой ветки уже сделаны обращения:',
    tick: (number) => `Отметить комментарий ${number}`,
    screenings: { problem: 'обращение', thanks: 'благодарность', spam: 'спам', 'off topic': 'не по теме' },
    label: (what, number) => `Комментарий ${number}: ${what}`,
    ticked: 'С отмеченными',
    tickedHint:
      'Отметьте несколько комментариев об одном и том же, и они станут одним обращением. Тему, место и исполнителя подберёт маршрутизация; что вы укажете здесь, важнее.',
    topicUnknown: 'подобрать по тексту',
    make: 'Сделать обращение',
    makeHint: 'Из этого комментария: тему, место и исполнителя подберёт маршрутизация.',
    makeOne: 'Одно обращение из отмеченных',
    add: 'Добавить к обращению',
    addTo: 'Номер обращения',
    addHint: 'Слова отмеченных комментариев увидит тот, кто занимается обращением.',
    doneCase: (number) => `Готово: обращение ${number}`,
    doneMany: (what, count) => `Готово: ${what} — ${count}`,
    tickSome: 'Отметьте хотя бы один комментарий.',
    tooMany: (most) => `За один раз можно отметить не больше ${most}.`,
    noSuchCase: 'Такого открытого обращения нет. Проверьте номер.',
    others: 'Не сделано: пока страница была открыта, комментарий изменился. Остальное ждёт вашего решения.',
    screenedBy: (who, what, when) => `Комментарий уже разобран: ${what}. Кто: ${who}, ${when}.`,
    changed: 'Автор исправил или удалил комментарий: посмотрите на него ещё раз.',
    gonePast: 'Комментария в списке больше нет: его срок истёк.',
    figures: (days) => `За ${days} дней`,
    columns: {
      page: 'Страница',
      came: 'пришло',
      problem: 'обращения',
      thanks: 'благодарности',
      spam: 'спам',
      'off topic': 'не по теме',
      left: 'удалено неразобранными',
    },
    figuresHint: (days) =>
      `По дню, когда комментарий пришёл. Неразобранным считается тот, что ждал дольше ${days} дней.`,
    next: 'Дальше',
    fromStart: 'К началу списка',
  },
  en: {
    title: 'Comments',
    intro: (days) =>
      `What people write under the posts of the region’s pages. A comment becomes a case only when you say so. What nobody screens within ${days} days is deleted, and counted in the table below.`,
    waiting: counted('en', { one: 'comment waits', other: 'comments wait' }),
    nothing: 'Every comment is screened.',
    nothingHere: 'There are none in this part of the list: go on.',
    ending: (count) => `To be deleted soon without being screened: ${count}.`,
    page: 'Page',
    anyPage: 'all pages',
    order: 'Order',
    orders: { oldest: 'oldest first', newest: 'newest first' },
    show: 'Show',
    onlyThis: 'Under this post alone',
    all: 'All comments',
    places: {
      wall: 'under a post',
      photo: 'under a photo',
      video: 'under a video',
      topic: 'in a discussion',
      suggested: 'a suggested post',
      group: 'in a group',
      channel: 'under a post of the channel',
    },
    under: 'The post:',
    open: 'Open in the network',
    edited: 'corrected by its writer',
    earlier: 'What it said before',
    gone: 'deleted',
    byHand: 'the network lets no program answer here: it is answered by hand, by the link',
    nobody: 'the network does not say who wrote it',
    noText: 'There is no text.',
    pictures: (count) => `photos: ${count}`,
    likely: (as) => `likely: ${as}`,
    casesHere: 'Cases were made of this thread before:',
    tick: (number) => `Tick comment ${number}`,
    screenings: { problem: 'a case', thanks: 'thanks', spam: 'spam', 'off topic': 'off topic' },
    label: (what, number) => `Comment ${number}: ${what}`,
    ticked: 'With those ticked',
    tickedHint:
      'Tick several comments about the same, and they become one case. Routing finds topic, place and who is responsible; what you choose here goes before.',
    topicUnknown: 'find by the text',
    make: 'Make a case',
    makeHint: 'Of this comment: routing finds topic, place and who is responsible.',
    makeOne: 'One case of those ticked',
    add: 'Add to a case',
    addTo: 'Number of the case',
    addHint: 'Whoever works on the case reads the words of the ticked comments.',
    doneCase: (number) => `Done: case ${number}`,
    doneMany: (what, count) => `Done: ${what} — ${count}`,
    tickSome: 'Tick at least one comment.',
    tooMany: (most) => `No more than ${most} can be ticked at a time.`,
    noSuchCase: 'There is no such open case. Check its number.',
    others: 'Not done: a comment changed while the page was open. The others wait for your decision.',
    screenedBy: (who, what, when) => `The comment is screened already: ${what}. By ${who}, ${when}.`,
    changed: 'Its writer corrected or deleted a comment: look at it once more.',
    gonePast: 'The comment is on the list no more: its time is over.',
    figures: (days) => `In ${days} days`,
    columns: {
      page: 'Page',
      came: 'came',
      problem: 'cases',
      thanks: 'thanks',
      spam: 'spam',
      'off topic': 'off topic',
      left: 'deleted unscreened',
    },
    figuresHint: (days) => `By the day on which a comment came. Unscreened is what waited for more than ${days} days.`,
    next: 'Next',
    fromStart: 'To the beginning',
  },
}
