// What the page about the service says by itself; the region's file adds who runs it and the authority's own policy. Read by
// about-page.tsx.
import type { Language, PageLanguage } from '../../regions/schema.ts'
import { about as ce } from '../web/words/ce.ts'
import { inDraft } from '../web/words/draft.ts'

interface AboutWords {
  readonly title: string
  readonly who: (name: string, phone: string) => string
  readonly policy: readonly string[]
  /** Where answers are published. */
  readonly published: string
  readonly storage: (textDays: number, logDays: number) => readonly string[]
  readonly accessibility: (phone: string) => readonly string[]
}

const whole: Readonly<Record<Language, AboutWords>> = {
  ru: {
    title: 'О сервисе',
    who: (name, phone) => `Сервис ведёт ${name}. Телефон: ${phone}.`,
    policy: [
      'Мы храним то, что вы написали: текст, место, а если вы их оставили — имя, почту и телефон. Они нужны, чтобы решить вопрос и ответить вам, и ни для чего другого.',
      'Текст читают те, кто отвечает по существу, операторы и модераторы. Ваши имя и телефон видит только тот, кто отвечает, и оператор, и только если почты нет или она не работает и вам нужно позвонить: для этого им нужен код из письма.',
      'Удалить свои данные можно на странице своего сообщения: «Удалить мои данные».',
    ],
    published:
      'Ответы по некоторым темам модератор может опубликовать на сайте вместе с вопросом. Перед этим он убирает имена, телефоны, квартиры и всё, по чему можно узнать человека. Если вы удалите свои данные, вернёте сообщение в работу или попросите нас, ответ с сайта уйдёт.',
    storage: (textDays, logDays) => [
      `Тексты и данные о вас хранятся ${textDays} дней с того дня, когда они написаны, потом удаляются сами. Номер, тема, даты и названия организаций остаются.`,
      `Технические журналы хранятся ${logDays} дней; ваших слов и адресов в них нет.`,
    ],
    accessibility: (phone) => [
      'Страницы работают без скриптов, с клавиатуры и с программами экранного доступа, на узком экране и при крупном шрифте. Мы проверяем их по WCAG 2.2, уровень AA.',
      `Если у вас что-то не получается, позвоните: ${phone}.`,
    ],
  },
  en: {
    title: 'About this service',
    who: (name, phone) => `The service is run by ${name}. Telephone: ${phone}.`,
    policy: [
      'We keep what you wrote: the text, the place and, if you left them, your name, e-mail and telephone. They serve to solve the matter and to answer you, and nothing else.',
      'The text is read by those who answer, operators and moderators. Your name and telephone are seen only by whoever answers and by an operator, and only where there is no e-mail, or it does not work, and you have to be called: for that they need a code by mail.',
      'You can erase your data on the page of your message: “Erase my data”.',
    ],
    published:
      'A moderator may publish answers on some topics on the site, together with the question. Before that they take out names, telephones, flats and whatever else tells who somebody is. When you erase your data, send the message back to work or ask us, the answer leaves the site.',
    storage: (textDays, logDays) => [
      `Texts and data about you are kept for ${textDays} days from the day they were written, then erased by themselves. The number, the topic, the dates and the names of organisations stay.`,
      `Technical logs are kept for ${logDays} days; your words and addresses are not in them.`,
    ],
    accessibility: (phone) => [
      'The pages work without scripts, by keyboard and with screen readers, on a narrow screen and with large letters. We check them by WCAG 2.2, level AA.',
      `If something does not work for you, call ${phone}.`,
    ],
  },
}

export const aboutWords: Readonly<Record<PageLanguage, AboutWords>> = { ...whole, ce: inDraft(whole.ru, ce) }
