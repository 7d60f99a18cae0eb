// The remarks in Russian. Part of the words of a rehearsal.
import { counted } from '../../../functions/web/words/counted.ts'
import type { RemarkWords, TriedWords } from './words.ts'

const organisations = counted('ru', { one: 'организации', few: 'организациях', many: 'организациях' })
const example = ({ started, due }: TriedWords) => `Например: начало ${started}, срок ${due}`
const often = ({ times, of }: TriedWords) => `так в ${times} из ${of} проверенных случаев`

export const remark: RemarkWords = {
  standIn: (step, wanted, missing, of, instead) =>
    `Шаг «${step} — ${wanted}»: в ${missing} из ${of} организаций на этом месте никого нет. Вместо этого письмо получит ` +
    `${instead.join(', ')}. Назначьте людей или уберите шаг.`,
  stoodIn: (place, count) => `${place} (в ${organisations(count)})`,
  lateWarning: (facts) =>
    `Срок «${facts.clock}» (${facts.term}, ${facts.rule}): напоминание на ${facts.percent} % срока попадает на тихое время и приходит после ` +
    `срока; ${often(facts)}. ${example(facts)}, а письмо уйдёт ${facts.written}. Напоминайте раньше, считайте срок в ` +
    `рабочих днях или переносите его конец с выходного (onDayOff).`,
  overBeforeTold: (facts) =>
    `Срок «${facts.clock}» (${facts.term}, ${facts.rule}) кончается раньше, чем о нём можно написать; ${often(facts)}. ` +
    `${example(facts)}, а первое письмо уйдёт ${facts.written}. Считайте срок в рабочих днях или переносите его конец ` +
    `с выходного (onDayOff).`,
  doubled: (facts) =>
    `Срок «${facts.clock}» (${facts.term}, ${facts.rule}): в одну минуту ${facts.who} получает сразу ${facts.said.length} письма об ` +
    `одном и том же: «${facts.said.join('» и «')}»${facts.organisations > 0 ? ` (в ${organisations(facts.organisations)})` : ''}. ` +
    `Разнесите эти шаги по времени или назначьте второй шаг другому.`,
  inStep: (facts) =>
    (facts.same
      ? `Сроки «${facts.clock}» и «${facts.other}» одинаковы (${facts.term}, ${facts.rule}) и кончаются вместе`
      : `Напоминания о сроках «${facts.clock}» (${facts.term}, ${facts.rule}) и «${facts.other}» встречаются; ${often(facts)}`) +
    `: если дело стоит, в одну минуту по два письма об одном обращении получает ${facts.people}. ` +
    (facts.same
      ? 'Сделайте первый срок короче.'
      : 'Считайте шаги после срока в рабочих часах: дни кончаются в одну минуту.'),
  outOfOrder: (facts) =>
    `«${facts.clock}» (${facts.term}, ${facts.rule}) может кончиться позже, чем «${facts.other}»; ${often(facts)}. Темы: ` +
    `${facts.topics}. Такой срок ничего не прибавляет: сделайте его короче для этих тем.`,
  manyMails: (who, letters, day) =>
    `${who}: ${letters} за один день, ${day}. Столько не читают: подумайте о «"mails": "digest"» или о меньшем числе напоминаний.`,
  provisional: (days, years) =>
    `${days} из показанных дней — в году, производственный календарь которого не известен (${years}): учтены только ` +
    `выходные, праздники из Трудового кодекса и праздники региона. Сроки предварительные.`,
}
