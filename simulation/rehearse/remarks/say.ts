// Writes a remark as a sentence: ids become names, instants become local time. Called by account.ts.
import { contactOf } from '../../../functions/case/people.ts'
import { words as mailWords } from '../../../functions/mail/words/words.ts'
import { topicName } from '../../../regions/names.ts'
import { nameOf, shortName } from '../people.ts'
import { ruleName } from '../rule-name.ts'
import type { Teller } from '../teller.ts'
import type { Remark, Tried } from './remark.ts'
import type { TriedWords } from './words.ts'

const SOME_TOPICS = 4

export function said(teller: Teller, remark: Remark): string {
  const { region, language, words, when, term, clock } = teller
  const say = words.remark
  const tried = (one: Tried): TriedWords => ({
    ...{ clock: clock(one.clock), times: one.times, of: one.of },
    ...{ term: term({ amount: one.rule.amount, unit: one.rule.unit }), rule: ruleName(teller, one.rule) },
    ...{ started: when(one.startedAt), due: when(one.due) },
  })
  switch (remark.kind) {
    case 'stand-in': {
      const { wanted, after, organisations, of, instead } = remark
      const others = instead.map((one) => say.stoodIn(words.places[one.to], one.organisations))
      return say.standIn(`+${term(after)}`, words.places[wanted], organisations.length, of, others)
    }
    case 'late warning':
      return say.lateWarning({
        ...tried(remark),
        percent: Math.round(remark.share * 100),
        written: when(remark.written),
      })
    case 'over before told':
      return say.overBeforeTold({ ...tried(remark), written: when(remark.written) })
    case 'doubled': {
      const { kinds } = mailWords[language]
      const { to, contact, organisations } = remark
      const name = contactOf(region, contact)?.name
      const who = organisations > 1 || !name ? words.places[to] : `${words.places[to]} ${shortName(name)}`
      return say.doubled({ ...tried(remark), who, organisations, said: remark.said.map((one) => kinds[one].heading) })
    }
    case 'in step':
      return say.inStep({
        ...tried(remark),
        ...{ other: clock(remark.other), same: remark.same },
        people: remark.people.map((one) => words.places[one]).join(', '),
      })
    case 'out of order': {
      const names = remark.topics.map((id) => topicName(region, id, language))
      const rest = names.length > SOME_TOPICS ? ` +${names.length - SOME_TOPICS}` : ''
      const topics = `${names.slice(0, SOME_TOPICS).join(', ')}${rest}`
      return say.outOfOrder({ ...tried(remark), other: clock(remark.other), topics })
    }
    case 'many mails':
      return say.manyMails(nameOf(teller, remark.person), words.letters(remark.letters), teller.day(remark.date))
    case 'provisional':
      return say.provisional(remark.days, remark.years.join(', '))
  }
}
