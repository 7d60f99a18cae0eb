// The fields of what is to be done to many cases. Shown on pages.tsx.
import type { FC } from 'hono/jsx'
import { rejectGrounds } from '../case/case.ts'
import { groundWords } from '../mail/words/grounds.ts'
import type { ConsoleVisit } from '../web/console/visit.ts'
import { Area, Choice, Input, Select } from '../web/fields.tsx'
import { type Fields, REASON_LIMIT } from '../web/forms.ts'
import { listOf, topicList } from '../web/lists.ts'
import { type BulkAct, bulkWords } from '../web/words/bulk.ts'
import { reviewWords } from '../web/words/review.ts'
import { wordsFor } from '../web/words/words.ts'
import { BY_ROUTES } from './order.ts'

interface OrderFieldsProps {
  readonly visit: ConsoleVisit
  readonly act: BulkAct
  readonly errors: Fields
  /** The cases that were ticked. */
  readonly ids: readonly string[]
}

/** Of messages and appeals alike: the words of a message are used. */
const ofMessages = { regime: 'message' } as const

export const OrderFields: FC<OrderFieldsProps> = ({ visit, act, errors, ids }) => {
  const { region, request, fields, signedIn } = visit
  const { language } = request
  const text = bulkWords[language]
  const all = wordsFor(language, ofMessages)
  const review = reviewWords(language, ofMessages)
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  if (act === 'assign') {
    const byRoutes = { label: '', options: [{ value: BY_ROUTES, label: review.byRoutes }] }
    return (
      <>
        <Select {...field('topic')} label={all.topic} empty={text.ownTopic} groups={topicList(region, language)} />
        <Select
          {...field('organisation')}
          label={all.responsible}
          empty={all.notChosen}
          groups={[byRoutes, ...listOf(region.organisations, language)]}
        />
      </>
    )
  }
  if (act === 'reject') {
    const grounds = groundWords(language, ofMessages)
    const options = rejectGrounds.map((value) => ({ value, label: grounds[value].why }))
    return (
      <>
        <Choice {...field('ground')} label={review.rejectGround} options={options} />
        <Area {...field('reason')} label={review.rejectReason} limit={REASON_LIMIT} />
      </>
    )
  }
  if (act === 'merge') {
    // The oldest of those ticked: numbers begin with their day.
    const value = fields['into'] ?? ids.toSorted()[0]
    return <Input {...field('into')} value={value} type="text" label={text.into} hint={text.intoHint} limit={20} />
  }
  const colleagues = [...region.operators, ...region.moderators].filter(({ id }) => id !== signedIn.staff.contact.id)
  const options = [...new Map(colleagues.map(({ id, name }) => [id, { value: id, label: name }])).values()]
  return <Select {...field('to')} label={text.colleague} empty={all.notChosen} groups={[{ label: '', options }]} />
}
