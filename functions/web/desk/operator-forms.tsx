// What an operator may have to decide of a message: let it in, find who answers for it, reject it. Shown on
// desk-case.tsx.
import type { FC } from 'hono/jsx'
import { organisationName, topicName } from '../../../regions/names.ts'
import { BY_ROUTES, type Candidate, chosenBeforehand, offeredTo } from './candidates.ts'
import { assignable } from './assignable.ts'
import { CommandForm, FoldedForm } from '../command-form.tsx'
import { rejectGrounds } from '../../case/case.ts'
import { groundWords } from '../../mail/words/grounds.ts'
import { Area, Choice, Confirm, Select } from '../fields.tsx'
import { REASON_LIMIT } from '../forms.ts'
import { listOf, topicList } from '../lists.ts'
import type { Visit } from '../visit.ts'
import type { ReviewWords } from '../words/officials-shape.ts'
import { reviewWords } from '../words/review.ts'
import { wordsFor } from '../words/words.ts'

export const AdmitForm: FC<{ visit: Visit }> = ({ visit }) => {
  const text = reviewWords(visit.request.language, visit.file.state)
  return (
    <CommandForm visit={visit} gives="Admit" action="admit" label={text.admit}>
      <p class="hint">{text.admitHint}</p>
      <Confirm visit={visit} action="admit" label={text.admitSure} />
    </CommandForm>
  )
}

export const AssignForm: FC<{ visit: Visit }> = ({ visit }) => {
  const { region, file, fields, errors } = visit
  const { language } = visit.request
  const all = wordsFor(language, file.state)
  const { topic, municipality } = file.state
  const field = (name: string, known?: string) => ({
    name,
    value: fields[name] ?? known,
    error: errors[name],
    empty: all.notChosen,
  })
  const text = reviewWords(language, file.state)
  const candidates = offeredTo(visit)
  const byRoutes = { label: '', options: [{ value: BY_ROUTES, label: text.byRoutes }] }
  return (
    <CommandForm visit={visit} gives="Assign" action="assign" label={text.assign}>
      {candidates.length > 0 ? (
        <>
          <Choice
            {...field('ready', chosenBeforehand(candidates))}
            label={text.ready}
            options={candidates.map((one, at) => ({
              value: one.value,
              label: `${at + 1}. ${labelOf(one, visit, text)}`,
            }))}
          />
          <p class="hint">{text.readyHint}</p>
        </>
      ) : null}
      <Select {...field('topic', topic)} label={all.topic} groups={topicList(region, language)} />
      <Select
        {...field('municipality', municipality)}
        label={all.place}
        groups={listOf(region.municipalities, language)}
      />
      <Select
        {...field('organisation')}
        label={all.responsible}
        groups={[byRoutes, ...listOf(assignable(visit), language)]}
      />
    </CommandForm>
  )
}

/** Without its number, which a key of the console picks: "Ямы → Администрация города · примерно 80 % · «яма», «асфальт»" */
function labelOf(
  { topic, organisation, sure, found }: Candidate,
  { region, request }: Visit,
  say: ReviewWords,
): string {
  const { language } = request
  const names = `${topicName(region, topic, language)} → ${organisationName(region, organisation, language)}`
  const quoted = found.map((words) => `«${words}»`).join(', ')
  return [names, sure !== undefined && say.about(Math.round(sure * 100)), quoted].filter(Boolean).join(' · ')
}

export const RejectForm: FC<{ visit: Visit }> = ({ visit }) => {
  const { request, file, errors, fields } = visit
  const text = reviewWords(request.language, file.state)
  const grounds = groundWords(request.language, file.state)
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  return (
    <FoldedForm visit={visit} gives="Reject" action="reject" heading={text.reject} label={text.reject}>
      <Choice
        {...field('reject-ground')}
        label={text.rejectGround}
        options={rejectGrounds.map((value) => ({ value, label: grounds[value].why }))}
      />
      <Area {...field('reject-reason')} label={text.rejectReason} limit={REASON_LIMIT} />
    </FoldedForm>
  )
}
