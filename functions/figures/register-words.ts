// The words of the register of official pages. Read by its pages and files.
import type { Language } from '../../regions/schema.ts'
import type { PageNetwork } from '../../regions/vocabulary.ts'
import type { Mend, WidgetFault } from '../statistics/page-passport.ts'
import { counted } from '../web/words/counted.ts'
import type { Order } from './names.ts'

interface RegisterWords {
  readonly title: string
  readonly intro: string
  readonly scope: string
  readonly count: (count: number) => string
  readonly none: string
  /** Of a place of whose pages none is heard. */
  readonly noneHeard: string
  readonly unknownFilter: string
  readonly show: string
  readonly any: string
  readonly network: string
  readonly networks: Readonly<Record<PageNetwork, string>>
  readonly organisation: string
  readonly municipality: string
  readonly mend: string
  readonly mends: Readonly<Record<Mend, string>>
  readonly nothingToMend: string
  readonly silentFor: string
  readonly order: string
  readonly orders: Readonly<Record<Order, string>>
  readonly page: string
  readonly address: string
  readonly posts: string
  readonly lastPost: string
  readonly silent: string
  readonly waiting: string
  readonly oldest: string
  readonly notWhole: string
  readonly comments: string
  readonly answered: string
  readonly within: (hours: number) => string
  readonly median: string
  readonly repeats: string
  readonly subscribers: string
  readonly toMend: string
  readonly asFile: string
  readonly daysAgo: (days: number) => string
  readonly noPostSince: (date: string) => string
  readonly unknown: string
  readonly yes: string
  readonly no: string
  readonly mark: string
  readonly widgets: string
  readonly widgetFine: string
  readonly widgetFaults: Readonly<Record<WidgetFault, string>>
  readonly contacts: string
  readonly responsible: string
  readonly channel: string
  readonly checked: string
  readonly refused: string
  readonly known: (since: string) => string
  readonly unheard: string
  readonly now: string
  readonly history: string
  readonly historyHint: string
  readonly week: string
  readonly places: string
  readonly tension: string
  readonly tensionHint: string
  readonly tensionOf: (from: string, to: string) => string
  readonly messages: string
  readonly high: string
  readonly critical: string
  readonly index: string
  readonly change: string
  readonly few: string
  readonly points: (change: string) => string
  readonly pagesOf: (place: string) => string
}

const ru: RegisterWords = {
  title: 'Госпаблики',
  intro:
    'Официальные страницы органов власти и организаций: что на них исправить и как на них отвечают. Посты и комментарии считаются с того дня, с которого страницу слушает канал.',
  scope: 'Показаны только ваши страницы: организаций и муниципалитета, за которые вы отвечаете.',
  count: counted('ru', { one: 'страница', few: 'страницы', many: 'страниц' }),
  none: 'Таких страниц нет.',
  noneHeard: 'Ни одна из этих страниц не подключена: посты и комментарии не считаются.',
  unknownFilter: 'В адресе страницы названо то, чего нет в этом регионе. Откройте госпаблики заново.',
  show: 'Показать',
  any: 'все',
  network: 'Где',
  networks: { vk: 'ВКонтакте', ok: 'Одноклассники', max: 'MAX', telegram: 'Telegram', site: 'сайт' },
  organisation: 'Владелец',
  municipality: 'Муниципалитет',
  mend: 'Что исправить',
  mends: {
    mark: 'нет метки «Госорганизация»',
    'no-widget': 'нет виджета «Решаем вместе»',
    'wrong-widget': 'ссылка виджета неверна',
    contacts: 'нет контактов',
    nobody: 'не назначен ответственный',
    silent: 'молчит больше 7 дней',
    'few-posts': 'меньше 3 постов в неделю',
    unread: 'не подключена: посты и комментарии не считаются',
  },
  nothingToMend: 'Исправлять нечего.',
  silentFor: 'Молчит дней, не меньше',
  order: 'Порядок',
  orders: { name: 'по названию', answers: 'по ответам за 8 часов', waiting: 'по ожиданию ответа' },
  page: 'Страница',
  address: 'Адрес',
  posts: 'Постов за 7 дней',
  lastPost: 'Последний пост',
  silent: 'Дней без постов',
  waiting: 'Без ответа сейчас',
  oldest: 'Ждёт дольше всех, с',
  notWhole: 'Без ответа больше, чем здесь сосчитано: это самые давние пять тысяч комментариев.',
  comments: 'Комментариев к ответу за 30 дней',
  answered: 'Из них отвечено',
  within: (hours) => `Отвечено за ${hours} ч, %`,
  median: 'Медиана первого ответа, ч',
  repeats: 'Пишут снова (авторов за 30 дней)',
  subscribers: 'Подписчиков',
  toMend: 'Исправить',
  asFile: 'Таблица для Excel',
  daysAgo: counted('ru', { one: 'день назад', few: 'дня назад', many: 'дней назад' }),
  noPostSince: (date) => `ни одного с ${date}`,
  unknown: 'не известно',
  yes: 'есть',
  no: 'нет',
  mark: 'Метка «Госорганизация»',
  widgets: 'Виджеты «Решаем вместе»',
  widgetFine: 'верно',
  widgetFaults: {
    host: 'адрес не формы и не голосования pos.gosuslugi.ru',
    opaId: 'нет номера организации (opaId)',
    reg_code: 'нет кода региона или ОКТМО (reg_code, mun_code)',
    utm_source: 'неверный источник (utm_source)',
    utm_medium: 'неверный вид виджета (utm_medium)',
    utm_campaign: 'нет ОГРН из 13 цифр (utm_campaign)',
  },
  contacts: 'Контакты на странице',
  responsible: 'Кто ведёт',
  channel: 'Подключение',
  checked: 'Сеть спрошена',
  refused: 'Сеть не даёт читать страницу с этим ключом доступа.',
  known: (since) => `слушаем с ${since}`,
  unheard: 'не подключена',
  now: 'Сейчас',
  history: 'История',
  historyHint: 'По неделям с понедельника; ответы на комментарий относятся к неделе, в которую он написан.',
  week: 'Неделя с',
  places: 'Муниципалитеты',
  tension: 'Индекс социального напряжения',
  tensionHint:
    'Доля сообщений недели с темами высокой и критической важности. Критическая: угроза жизни. Высокая: авария, о которой сообщают немедленно. Место — только там, где за неделю не меньше двух сообщений.',
  tensionOf: (from, to) => `За неделю ${from} — ${to}`,
  messages: 'Сообщений',
  high: 'Высокие',
  critical: 'Критические',
  index: 'Индекс, %',
  change: 'К прошлой неделе',
  few: 'мало',
  points: (change) => `${change} п.п.`,
  pagesOf: (place) => `Страницы: ${place}`,
}

const en: RegisterWords = {
  title: 'Official pages',
  intro:
    'Pages of authorities and organisations: what is to be mended on them, and how people are answered there. Posts and comments are counted from the day on which a channel began to hear the page.',
  scope: 'Only your pages are shown: of the organisations and the municipality that you answer for.',
  count: counted('en', { one: 'page', other: 'pages' }),
  none: 'There are no such pages.',
  noneHeard: 'None of these pages is connected: posts and comments are not counted.',
  unknownFilter: 'The address of the page names what this region does not have. Open the official pages anew.',
  show: 'Show',
  any: 'all',
  network: 'Where',
  networks: { vk: 'VK', ok: 'OK', max: 'MAX', telegram: 'Telegram', site: 'site' },
  organisation: 'Owner',
  municipality: 'Municipality',
  mend: 'What to mend',
  mends: {
    mark: 'no mark of a public body',
    'no-widget': 'no widget of “Reshaem vmeste”',
    'wrong-widget': 'a widget’s link is wrong',
    contacts: 'no contacts',
    nobody: 'nobody is responsible',
    silent: 'silent for more than 7 days',
    'few-posts': 'fewer than 3 posts a week',
    unread: 'not connected: posts and comments are not counted',
  },
  nothingToMend: 'Nothing is to be mended.',
  silentFor: 'Silent for so many days at least',
  order: 'Order',
  orders: { name: 'by name', answers: 'by answers within 8 hours', waiting: 'by what waits' },
  page: 'Page',
  address: 'Address',
  posts: 'Posts in 7 days',
  lastPost: 'Last post',
  silent: 'Days without a post',
  waiting: 'Unanswered now',
  oldest: 'The oldest waits since',
  notWhole: 'More are unanswered than are counted here: these are the oldest five thousand comments.',
  comments: 'Comments to answer in 30 days',
  answered: 'Of these answered',
  within: (hours) => `Answered within ${hours} h, %`,
  median: 'Median first answer, h',
  repeats: 'Write again (authors in 30 days)',
  subscribers: 'Followers',
  toMend: 'To mend',
  asFile: 'Table for Excel',
  daysAgo: counted('en', { one: 'day ago', other: 'days ago' }),
  noPostSince: (date) => `none since ${date}`,
  unknown: 'not known',
  yes: 'yes',
  no: 'no',
  mark: 'Mark of a public body',
  widgets: 'Widgets of “Reshaem vmeste”',
  widgetFine: 'right',
  widgetFaults: {
    host: 'it leads to no form or vote of pos.gosuslugi.ru',
    opaId: 'no number of the organisation (opaId)',
    reg_code: 'no code of the region or municipality (reg_code, mun_code)',
    utm_source: 'a wrong source (utm_source)',
    utm_medium: 'a wrong kind of widget (utm_medium)',
    utm_campaign: 'no OGRN of 13 digits (utm_campaign)',
  },
  contacts: 'Contacts on the page',
  responsible: 'Who keeps it',
  channel: 'Connection',
  checked: 'The network was asked',
  refused: 'The network does not let this token read the page.',
  known: (since) => `heard since ${since}`,
  unheard: 'not connected',
  now: 'Now',
  history: 'History',
  historyHint: 'By weeks from Monday; an answer to a comment belongs to the week in which that was written.',
  week: 'Week of',
  places: 'Municipalities',
  tension: 'Tension index',
  tensionHint:
    'The part of a week’s messages whose topics are of high or critical weight. Critical: a danger to life. High: an emergency that is told at once. A place in the order only with two messages a week or more.',
  tensionOf: (from, to) => `In the week ${from} — ${to}`,
  messages: 'Messages',
  high: 'High',
  critical: 'Critical',
  index: 'Index, %',
  change: 'To the week before',
  few: 'few',
  points: (change) => `${change} pp`,
  pagesOf: (place) => `Pages: ${place}`,
}

export const registerWords: Readonly<Record<Language, RegisterWords>> = { ru, en }
