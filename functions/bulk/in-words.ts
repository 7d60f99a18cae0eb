// Says of each case what will happen to it, or why it will not. Called by pages.tsx.
import { organisationName, topicName } from '../../regions/names.ts'
import { localTime } from '../calendar/local-time.ts'
import type { CaseFile } from '../case/case-file.ts'
import { groundWords } from '../mail/words/grounds.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { bulkWords } from '../web/words/bulk.ts'
import { wordsFor } from '../web/words/words.ts'
import type { Order } from './order.ts'
import type { Planned, Reason } from './plan.ts'

/** What will happen to a case, in words. */
export function willIn(
  { region, request: { language } }: ConsoleVisit,
  order: Order,
  { file, after }: Planned,
): string {
  const { will } = bulkWords[language]
  const due = after?.clocks.finalAnswer?.due
  const until = due ? localTime(due, region.timeZone, language) : ''
  switch (order.act) {
    case 'assign':
      return will.assign(
        organisationName(region, after?.organisation, language),
        topicName(region, after?.topic, language),
        until,
      )
    case 'reject':
      return will.reject(order.reason ?? groundWords(language, file!.state)[order.ground].why)
    case 'merge':
      return will.merge(order.into, until)
    case 'pass':
      return will.pass([...region.operators, ...region.moderators].find(({ id }) => id === order.to)?.name ?? order.to)
  }
}

/** The main one of a merge is no failure. */
export function wontIn(visit: ConsoleVisit, reason: Reason, file: CaseFile | undefined): string {
  const why = reasonIn(visit, reason, file)
  return reason === 'main' ? why : bulkWords[visit.request.language].wont(why)
}

/** Why an order was not carried out. */
export function reasonIn({ request: { language } }: ConsoleVisit, reason: Reason, file: CaseFile | undefined): string {
  const text = bulkWords[language]
  switch (reason) {
    case 'gone':
      return text.gone
    case 'main':
      return text.main
    case 'no topic':
      return text.noTopic
    case 'no route':
      return text.noRoute
    case 'failed':
      return text.failed
    case 'superseded':
      return text.changed
    default:
      return wordsFor(language, file?.state ?? { regime: 'message' }).refusals[reason]
  }
}
