// The words of the console's figures. Read by its pages and files.
import type { Language } from '../../regions/schema.ts'
import { counted } from '../web/words/counted.ts'
import type { Age, Period, Standing, TableName } from './names.ts'

interface FiguresWords {
  readonly title: string
  readonly intro: (from: string, to: string, zone: string) => string
  readonly scope: string
  readonly period: string
  readonly periods: Readonly<Record<Period, string>>
  readonly any: string
  readonly show: string
  readonly tables: Readonly<Record<TableName, string>>
  readonly notes: Readonly<Partial<Record<TableName, string>>>
  readonly waiting: (count: number) => string
  readonly notWhole: string
  readonly standings: Readonly<Record<Standing, string>>
  readonly ages: Readonly<Record<Age, string>>
  readonly who: string
  readonly age: string
  readonly inTime: string
  readonly overdue: string
  readonly total: string
  readonly day: (zone: string) => string
  readonly came: string
  readonly went: string
  readonly taken: string
  readonly answered: string
  readonly organisation: string
  readonly topic: string
  readonly unknown: string
  readonly onTime: string
  readonly late: string
  readonly share: string
  readonly place: string
  readonly asTable: string
  readonly none: string
  readonly asFile: (title: string) => string
  readonly unknownFilter: string
}

const ru: FiguresWords = {
  title: 'Показатели',
  intro: (from, to, zone) =>
    `С ${from} по ${to}, дни — по времени ${zone}. Числа складываются из счётчиков, имён и сообщений в них нет.`,
  scope: 'Показано только ваше: организации и муниципалитет, за которые вы отвечаете.',
  period: 'За какое время',
  periods: { week: '7 дней', month: '30 дней', quarter: '92 дня' },
  any: 'все',
  show: 'Показать',
  tables: {
    waiting: 'Ждёт сейчас',
    ages: 'Сколько уже ждут',
    days: 'Пришло и закрыто по дням',
    organisations: 'Срок ответа по организациям',
    topics: 'Срок ответа по темам',
  },
  notes: {
    ages: 'Со дня, когда пришло сообщение.',
    days: 'Пришло — вместе с возвращёнными жителем; закрыто — с ответом или без него.',
    organisations: 'Окончательные ответы, одобренные за эти дни, и сроки, которые за эти дни кончились.',
    topics: 'Те же ответы, что и по организациям.',
  },
  waiting: counted('ru', { one: 'сообщение ждёт', few: 'сообщения ждут', many: 'сообщений ждут' }),
  notWhole: 'Ждёт больше, чем здесь сосчитано: посчитаны первые пять тысяч.',
  standings: {
    triage: 'оператора: кому передать',
    moderation: 'проверки сообщения',
    review: 'проверки ответа',
    organisation: 'ответа организации',
  },
  ages: {
    today: 'пришло сегодня',
    days3: '1–3 дня',
    week: '4–7 дней',
    fortnight: '8–14 дней',
    month: '15–30 дней',
    longer: 'больше 30 дней',
  },
  who: 'Чего ждёт',
  age: 'Возраст',
  inTime: 'Срок не прошёл',
  overdue: 'Просрочено',
  total: 'Всего',
  day: (zone) => `День (${zone})`,
  came: 'Пришло',
  went: 'Закрыто',
  taken: 'Взято в работу',
  answered: 'Дан ответ',
  organisation: 'Организация',
  topic: 'Тема',
  unknown: 'не известно',
  onTime: 'В срок',
  late: 'С опозданием',
  share: 'В срок, %',
  place: 'Муниципалитет',
  asTable: 'Таблицей',
  none: 'За эти дни ничего не было.',
  asFile: (title) => `Таблица для Excel: ${title.toLowerCase()}`,
  unknownFilter: 'В адресе страницы названо то, чего нет в этом регионе. Откройте показатели заново.',
}

const en: FiguresWords = {
  title: 'Figures',
  intro: (from, to, zone) =>
    `From ${from} to ${to}, days by the time of ${zone}. Figures are sums of counters: no names and no messages are in them.`,
  scope: 'Only what is yours is shown: the organisations and the municipality that you answer for.',
  period: 'Over which time',
  periods: { week: '7 days', month: '30 days', quarter: '92 days' },
  any: 'all',
  show: 'Show',
  tables: {
    waiting: 'Waiting now',
    ages: 'How long they have waited',
    days: 'Came and closed by day',
    organisations: 'The answer’s deadline by organisation',
    topics: 'The answer’s deadline by topic',
  },
  notes: {
    ages: 'Since the day on which the message came.',
    days: 'Came: with those that citizens sent back. Closed: with an answer or without.',
    organisations: 'Final answers that were approved on these days, and deadlines that ended on them.',
    topics: 'The same answers as by organisation.',
  },
  waiting: counted('en', { one: 'case waits', other: 'cases wait' }),
  notWhole: 'More wait than are counted here: these are the first five thousand.',
  standings: {
    triage: 'for an operator, to be assigned',
    moderation: 'for the message to be checked',
    review: 'for the answer to be checked',
    organisation: 'for an organisation’s answer',
  },
  ages: {
    today: 'came today',
    days3: '1–3 days',
    week: '4–7 days',
    fortnight: '8–14 days',
    month: '15–30 days',
    longer: 'over 30 days',
  },
  who: 'Waits',
  age: 'Age',
  inTime: 'In time',
  overdue: 'Overdue',
  total: 'Total',
  day: (zone) => `Day (${zone})`,
  came: 'Came',
  went: 'Closed',
  taken: 'Taken up',
  answered: 'Answered',
  organisation: 'Organisation',
  topic: 'Topic',
  unknown: 'not known',
  onTime: 'On time',
  late: 'Late',
  share: 'On time, %',
  place: 'Municipality',
  asTable: 'As a table',
  none: 'Nothing on these days.',
  asFile: (title) => `Table for Excel: ${title.toLowerCase()}`,
  unknownFilter: 'The address of the page names what this region does not have. Open the figures anew.',
}

export const figuresWords: Readonly<Record<Language, FiguresWords>> = { ru, en }
