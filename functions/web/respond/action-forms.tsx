// One form for each thing a responder can do. Shown on respond-page.tsx, and its fields to operators who do it in their place (acts).
import type { FC } from 'hono/jsx'
import type { Instant } from '../../calendar/instant.ts'
import { localDay, localTime } from '../../calendar/local-time.ts'
import type { CommandType } from '../../case/commands.ts'
import { relayOf } from '../../case/relaying.ts'
import { dueAfterInterim, promisable } from '../../case/stages/answering.ts'
import { extendable } from '../../case/stages/extending.ts'
import { FoldedForm } from '../command-form.tsx'
import { Area, Choice, Confirm, Day, Select } from '../fields.tsx'
import { ANSWER_LIMIT, REASON_LIMIT } from '../forms.ts'
import { listOf } from '../lists.ts'
import type { Visit } from '../visit.ts'
import { hintsWords } from '../words/hints.ts'
import { respondWords } from '../words/respond.ts'
import { wordsFor } from '../words/words.ts'
import { type Action, LOOK } from './commands.ts'
import { InPublicNote } from './in-public.tsx'
import { Preview } from './preview.tsx'
import { possibleSorts } from './possible.ts'
import { TemplatePicker } from './template-picker.tsx'
import { templateAsked } from './templates.ts'

export const gives = {
  accept: 'Accept',
  answer: 'Answer',
  ask: 'AskCitizen',
  handover: 'HandOver',
  decline: 'Decline',
  extend: 'RequestExtension',
} as const satisfies Record<Action, CommandType>

interface ActionProps {
  readonly visit: Visit
  readonly action: Action
}

export const ActionForm: FC<ActionProps & { open: boolean }> = ({ visit, action, open }) => {
  const text = respondWords(visit.request.language, visit.file.state)
  const label = action === 'accept' ? text.actions.accept : text.send
  const form = { visit, action, open, label, gives: gives[action], heading: text.actions[action], id: `do-${action}` }
  const check = { action: LOOK, label: hintsWords[visit.request.language].check, to: '#do-answer' }
  return (
    <FoldedForm {...form} {...(action === 'answer' && { before: check })}>
      <ActionFields visit={visit} action={action} />
    </FoldedForm>
  )
}

export const ActionFields: FC<ActionProps> = ({ visit, action }) => {
  const { region, request, file, fields, errors } = visit
  const all = wordsFor(request.language, file.state)
  const text = respondWords(request.language, file.state)
  const now = { state: file.state, region, at: request.at }
  const time = (instant: Instant | undefined) => (instant ? localTime(instant, region.timeZone, request.language) : '')
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] })
  switch (action) {
    case 'accept':
      return (
        <>
          <p class="hint">{text.acceptHint}</p>
          <Confirm visit={visit} action="accept" label={text.acceptSure} />
        </>
      )
    case 'answer': {
      const sorts = possibleSorts(visit)
      const { first, last } = promisable(now)
      const draft = file.state.status === 'rework' ? file.state.round.draft?.text : undefined
      return (
        <>
          <InPublicNote {...visit} />
          {fields['action'] === LOOK && !errors['answer'] ? <Preview {...visit} /> : null}
          <Area
            {...field('answer')}
            value={fields['answer'] ?? draft ?? templateAsked(visit)}
            label={text.answerText}
            hint={text.answerHint}
            limit={ANSWER_LIMIT}
          />
          <TemplatePicker {...visit} />
          <Choice
            {...field('kind')}
            label={text.kind}
            options={sorts.map((sort) => ({ value: sort, label: text.sorts[sort](time(dueAfterInterim(now))) }))}
          />
          {sorts.includes('promised') ? (
            <Day
              {...field('promised-for')}
              label={text.promisedFor}
              hint={text.promisedHint(localDay(last, request.language))}
              first={first}
              last={last}
            />
          ) : null}
        </>
      )
    }
    case 'ask': {
      const relay = relayOf(region, file.state)
      const hint = relay ? text.questionRelayed(relay.name) : text.questionHint
      return <Area {...field('question')} label={text.questionText} hint={hint} limit={REASON_LIMIT} />
    }
    case 'handover': {
      const others = region.organisations.filter((one) => one.id !== file.state.organisation)
      return (
        <>
          <Select
            {...field('organisation')}
            label={text.organisation}
            empty={all.notChosen}
            groups={listOf(others, request.language)}
          />
          <Area {...field('handover-reason')} label={text.reason} limit={REASON_LIMIT} />
        </>
      )
    }
    case 'decline':
      return (
        <>
          <Area {...field('decline-reason')} label={text.reason} limit={REASON_LIMIT} />
          <Area {...field('suggestion')} label={text.suggestion} limit={REASON_LIMIT} />
        </>
      )
    case 'extend': {
      const { grantedBy } = region.policy.extension[file.state.regime]
      const days = extendable(now)
      return (
        <>
          <p class="hint">{text.extendHint[grantedBy]}</p>
          {days ? (
            <Day
              {...field('extend-until')}
              label={text.extendUntil}
              hint={text.extendLast(localDay(days.last, request.language))}
              {...days}
            />
          ) : null}
          <Area {...field('extend-reason')} label={text.extendReason} limit={REASON_LIMIT} />
        </>
      )
    }
  }
}
