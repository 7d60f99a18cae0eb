// One form for each thing a responder can do.
import type { FC } from 'hono/jsx'
import type { CommandType } from '../case/commands.ts'
import { nameIn } from '../../regions/names.ts'
import { ActionForm, Area, Choice, Select } from '../web/parts.tsx'
import { words } from '../web/words.ts'
import { ANSWER_LIMIT, REASON_LIMIT, type Action } from './commands.ts'
import type { Shown } from './show.tsx'
import type { Visit } from './visit.ts'

export const commandTypes: Readonly<Record<Action, CommandType>> = {
  accept: 'Accept',
  answer: 'Answer',
  ask: 'AskCitizen',
  handover: 'HandOver',
  decline: 'Decline',
  extend: 'RequestExtension',
}

interface ActionProps {
  readonly visit: Visit
  readonly action: Action
  readonly open: boolean
  readonly shown: Shown
}

export const ActionDetails: FC<ActionProps> = (props) => {
  const { visit, action, open } = props
  const text = words[visit.request.language].respond
  return (
    <details open={open}>
      <summary>{text.actions[action]}</summary>
      <ActionForm nonce={visit.nonce}>
        <ActionFields {...props} />
        <button type="submit" name="action" value={action}>
          {action === 'accept' ? text.actions.accept : text.send}
        </button>
      </ActionForm>
    </details>
  )
}

const ActionFields: FC<ActionProps> = ({ visit, action, shown: { errors, fields } }) => {
  const { region, request, file } = visit
  const { language } = request
  const all = words[language]
  const text = all.respond
  const reason = (name: string) => (
    <Area name={name} label={text.reason} limit={REASON_LIMIT} value={fields[name]} error={errors[name]} />
  )
  switch (action) {
    case 'accept':
      return <p class="hint">{text.acceptHint}</p>
    case 'answer':
      return (
        <>
          <Area
            name="answer"
            label={text.answerText}
            hint={text.answerHint}
            limit={ANSWER_LIMIT}
            value={fields['answer'] ?? (file.state.status === 'rework' ? file.state.draft?.text : undefined)}
            error={errors['answer']}
          />
          <Choice
            name="kind"
            label={text.kind}
            value={fields['kind']}
            error={errors['kind']}
            options={[
              { value: 'final', label: text.final },
              ...(file.state.answer?.kind === 'interim' ? [] : [{ value: 'interim', label: text.interim }]),
            ]}
          />
        </>
      )
    case 'ask':
      return (
        <Area
          name="question"
          label={text.questionText}
          hint={text.questionHint}
          limit={REASON_LIMIT}
          value={fields['question']}
          error={errors['question']}
        />
      )
    case 'handover':
      return (
        <>
          <Select
            name="organisation"
            label={text.organisation}
            empty={all.notChosen}
            value={fields['organisation']}
            error={errors['organisation']}
            groups={[
              {
                label: '',
                options: region.organisations
                  .filter((one) => one.id !== file.state.organisation)
                  .map((one) => ({ value: one.id, label: nameIn(one.name, language) })),
              },
            ]}
          />
          {reason('handover-reason')}
        </>
      )
    case 'decline':
      return (
        <>
          {reason('decline-reason')}
          <Area
            name="suggestion"
            label={text.suggestion}
            limit={REASON_LIMIT}
            value={fields['suggestion']}
            error={errors['suggestion']}
          />
        </>
      )
    case 'extend': {
      const { term, grantedBy } = region.policy.extension
      return (
        <>
          <p class="hint">{text.extendHint(all.units[term.unit](term.amount), grantedBy === 'automatic')}</p>
          {reason('extend-reason')}
        </>
      )
    }
  }
}
