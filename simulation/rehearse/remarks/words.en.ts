// The remarks in English. Part of the words of a rehearsal.
import { counted } from '../../../functions/web/words/counted.ts'
import type { RemarkWords, TriedWords } from './words.ts'

const organisations = counted('en', { one: 'organisation', other: 'organisations' })
const example = ({ started, due }: TriedWords) => `For example: started ${started}, due ${due}`
const often = ({ times, of }: TriedWords) => `${times} of ${of} starts that were tried`

export const remark: RemarkWords = {
  standIn: (step, wanted, missing, of, instead) =>
    `Step “${step}, ${wanted}”: in ${missing} of ${of} organisations nobody stands there. Asked instead: ` +
    `${instead.join(', ')}. Name people or remove the step.`,
  stoodIn: (place, count) => `${place} (${organisations(count)})`,
  lateWarning: (facts) =>
    `“${facts.clock}” (${facts.term}, ${facts.rule}): the warning at ${facts.percent} % falls into quiet hours and comes after the ` +
    `deadline; ${often(facts)}. ${example(facts)}, and the mail goes ${facts.written}. Warn earlier, count in working ` +
    `days, or move the end of the term off days off (onDayOff).`,
  overBeforeTold: (facts) =>
    `“${facts.clock}” (${facts.term}, ${facts.rule}) is over before anybody may be written to; ${often(facts)}. ${example(facts)}, and ` +
    `the first mail goes ${facts.written}. Count in working days, or move the end off days off (onDayOff).`,
  doubled: (facts) =>
    `“${facts.clock}” (${facts.term}, ${facts.rule}): in one minute ${facts.who} gets ${facts.said.length} mails about the same: ` +
    `“${facts.said.join('” and “')}”${facts.organisations > 0 ? ` (${organisations(facts.organisations)})` : ''}. ` +
    `Set the steps apart, or name somebody else for the second.`,
  inStep: (facts) =>
    (facts.same
      ? `“${facts.clock}” and “${facts.other}” have one term (${facts.term}, ${facts.rule}) and end together`
      : `Reminders of “${facts.clock}” (${facts.term}, ${facts.rule}) and “${facts.other}” meet; ${often(facts)}`) +
    `: when nothing is done, two mails of one case go in one minute to: ${facts.people}. ` +
    (facts.same ? 'Make the first term shorter.' : 'Count the steps in working hours: days end in the same minute.'),
  outOfOrder: (facts) =>
    `“${facts.clock}” (${facts.term}, ${facts.rule}) may end later than “${facts.other}”; ${often(facts)}. Topics: ${facts.topics}. ` +
    `Such a term adds nothing: make it shorter for these topics.`,
  manyMails: (who, letters, day) =>
    `${who}: ${letters} in one day, ${day}. Nobody reads as many: think of "mails": "digest" or of fewer reminders.`,
  provisional: (days, years) =>
    `${days} of these days lie in a year whose federal calendar is not known (${years}): only weekends, the Labour ` +
    `Code's own holidays and the region's count. Deadlines are provisional.`,
}
