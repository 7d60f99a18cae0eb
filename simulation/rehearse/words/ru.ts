// The texts of a rehearsal in Russian, for heads of department: no terms of the trade. Read through words.ts.
import { counted } from '../../../functions/web/words/counted.ts'
import { remark } from '../remarks/words.ru.ts'
import type { Words } from './shape.ts'

const letters = counted('ru', { one: 'письмо', few: 'письма', many: 'писем' })
const days = counted('ru', { one: 'день', few: 'дня', many: 'дней' })
const people = counted('ru', { one: 'человек', few: 'человека', many: 'человек' })

export const ru: Words = {
  title: (region) => `Репетиция сроков и писем: ${region}`,
  policy: (version) => `правила ${version}`,
  dates: (from, to, all, working) => `${from} — ${to}: ${days(all)}, из них рабочих ${working}`,
  invented: (count, seed) =>
    `Выдумано обращений: ${count} (вариант ${seed}), выдумано и поведение людей. Сроки, адресаты и календарь — из файла региона.`,
  only: (organisation) => `только «${organisation}»: обращения, которые правила передают ей, и её люди`,
  calendar: 'Кому сколько писем в какой день',
  strengths: {
    work: 'письма о работе',
    warning: 'среди них напоминание о сроке',
    breach: 'срок прошёл',
    escalation: 'сообщено о чужой просрочке',
  },
  dayOff: 'выходной',
  letters,
  leftOut: (count) => `Ещё ${people(count)} с письмами здесь не показаны: --people покажет всех.`,
  untold: (count) => `Без единого письма: ${people(count)}.`,
  centre: 'Центр управления регионом',
  citizens: 'жители',
  total: 'всего',
  places: {
    responder: 'исполнитель',
    deputy: 'заместитель',
    supervisor: 'руководитель',
    head: 'глава',
    operator: 'оператор',
    moderator: 'модератор',
  },
  to: {
    responder: 'исполнителю',
    deputy: 'заместителю',
    supervisor: 'руководителю',
    head: 'главе',
    operator: 'оператору',
    moderator: 'модератору',
    citizen: 'жителю',
  },
  manners: {
    prompt: 'отвечает вовремя',
    slow: 'медлит',
    silent: 'не отвечает никогда',
    asks: 'часто спрашивает жителя',
    'passes on': 'передаёт другим',
  },
  morning: 'утренняя почта',
  week: (from, to) => `Как это выглядит: одна неделя, ${from} — ${to}`,
  noWeek: 'За эти дни никому из исполнителей не пришло ни одного письма.',
  more: (count) => `… и ещё строк: ${count}`,
  silent: 'Обращение, на которое никто не отвечает: шаг за шагом',
  noSilent: 'За эти дни такого обращения не было: увеличьте --days или --cases.',
  received: { message: 'Поступило сообщение', statutory: 'Поступило обращение по закону № 59-ФЗ' },
  nobodyDecides: 'адресат не определился, выбирает оператор',
  by: (clock, due) => `${clock} — до ${due}`,
  warned: (clock, percent) => `Напоминание: прошло ${percent} % срока «${clock}»`,
  missed: (clock) => `Срок прошёл: ${clock}`,
  escalated: (clock, after) => `Сообщаем выше: ${clock}, ${after ? `через ${after} после срока` : 'сразу после срока'}`,
  insteadOf: (place) => `вместо этого места: ${place} — никто не назначен`,
  mail: (to) => `письмо ${to}`,
  mailLater: (to, what, notices) =>
    `Письмо ${to}, ждало утра: «${what.join('», «')}»${notices > 1 ? ` (сообщений в одном письме: ${notices})` : ''}`,
  ends: 'Больше до конца показанных дней ничего не происходит.',
  silentTotal: (all, by) => `Всего по одному обращению без ответа: ${all} — ${by}.`,
  figures: 'Цифры',
  perDay: (median, mostly) =>
    `В день, когда человеку пишут: обычно ${median}, в девяти днях из десяти не больше ${mostly}`,
  daysWithout: (share) => `Рабочих дней без писем у тех, кому хоть раз писали: ${share}`,
  most: (all, who, day) => `Больше всего за день: ${all}, ${day}, ${who}`,
  held: (all, notices) => `Ждали утра: ${all}, в них сообщений ${notices}`,
  reminders: (warnings, breaches, escalations) =>
    `Напоминаний о сроке ${warnings}, писем «срок прошёл» ${breaches}, сообщений выше ${escalations}`,
  inTime: (share, inTime, all) => `Ответы жителям в срок: ${share} (${inTime} из ${all})`,
  clockColumns: ['срок', 'вовремя', 'поздно', 'не нужен', 'идёт', 'просрочен'],
  timers: (perCase, transitions, dollars) =>
    `Будильников Step Functions на обращение ${perCase}, переходов ${transitions}: $${dollars} на 1000 обращений`,
  remarks: 'На что обратить внимание в правилах',
  noRemarks: 'Замечаний нет.',
  everybody: 'Все письма по людям',
  remark,
}
